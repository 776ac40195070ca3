"""The room: what the use cases ask of Slack. All of it happens in jobs."""

from dataclasses import dataclass, field
from typing import Protocol

from bot.casework.digest import Digest
from bot.casework.files import Files
from bot.casework.ledger import Moment
from bot.casework.letters import Letter
from bot.casework.month import Month
from bot.casework.my_desk import Desk
from bot.casework.shown import Alone, Modal, Origin
from bot.mediation.case import Case
from bot.mediation.clarification import Clarification
from bot.mediation.issues import Message
from bot.mediation.people import ChannelId, Person, PersonId, TeamId


class RoomUnavailable(Exception):
    """Slack did not take a call. `permanent` says whether trying again can help.

    closed: the channel or the person cannot be reached from here, which is nobody's mistake.
    """

    def __init__(self, code: str, *, permanent: bool, closed: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.permanent = permanent
        self.closed = closed


@dataclass(frozen=True, slots=True)
class Note:
    """A short message in a case's or clarification's thread, posted once under its key.

    mentions: people it is for; they are named once. opens: the case that its button opens.
    """

    key: str
    channel: ChannelId
    thread_ts: str
    text: str
    mentions: tuple[PersonId, ...] = field(default_factory=tuple)
    opens: str = ""


class Room(Files, Protocol):
    """Shown twice is seen once: every call may be repeated."""

    def show_case(self, case: Case) -> None:
        """Post the case's card, or bring it up to date; a stale case changes nothing."""
        ...

    def show_clarification(self, clarification: Clarification) -> None: ...

    def note(self, note: Note) -> None: ...

    def show_digest(self, key: str, digest: Digest) -> None:
        """Post a channel's digest, once under its key."""
        ...

    def other_parley(self, channel: ChannelId) -> str:
        """The name of the organisation that hosts a channel and runs a Parley in it, other than
        this one; "" where there is none."""
        ...

    def pin_desk(self, channel: ChannelId, turn: int, language: str) -> None:
        """Keep the message with everybody's way to their desk pinned in the channel.

        turn: counts up whenever the message is to say something else.
        """
        ...

    def clear_desk(self, channel: ChannelId, text: str, turn: int) -> None:
        """Where that message stands, it says this instead, without its button and unpinned."""
        ...

    def deliver(self, key: str, person: PersonId, letter: Letter) -> bool:
        """Write to one person alone, once under its key. False where Slack does not let us."""
        ...

    def call(
        self, key: str, channel: ChannelId, thread_ts: str, person: PersonId, letter: Letter
    ) -> None:
        """Put a letter into a channel, by name, once under its key."""
        ...

    def ask_fair(self, case: Case, person: PersonId, moment: Moment, language: str) -> None:
        """Ask for one private tap, for this person's eyes. It may get lost, and is not repeated."""
        ...

    def show_month(self, key: str, month: Month) -> None:
        """Post the month's picture with its words, once under its key."""
        ...

    def offer_ways_in(
        self, key: str, origin: Origin, *, to: PersonId, language: str, case: Case | None = None
    ) -> None:
        """Answer with the buttons that open the forms: everybody, or `to` alone where named.

        case: the one that is open there, and comes first. An earlier answer in the thread goes.
        """
        ...

    def tell(self, channel: ChannelId, person: PersonId, text: str) -> None:
        """A sentence for one person's eyes. Never the only copy of anything."""
        ...

    def show_home(self, person: PersonId, desk: Desk, page: int) -> None:
        """Put a person's desk on their page of Parley. `page` counts from 0."""
        ...

    def begin_answer(self, origin: Origin) -> None:
        """Show whoever wrote to Parley alone that an answer is under way. It may get lost."""
        ...

    def suggest_prompts(self, channel: ChannelId) -> None:
        """Offer what could be asked first, in a person's conversation with Parley."""
        ...

    def answer_direct(self, key: str, origin: Origin, answer: Alone) -> None:
        """Answer what one person wrote to Parley alone, once under its key."""
        ...

    def better_answer(self, key: str, origin: Origin, answer: Alone) -> None:
        """The answer of this key, which stands already, in better words."""
        ...

    def say_alone(self, key: str, person: PersonId, text: str) -> None:
        """A sentence to one person alone, outside of any channel, once under its key."""
        ...

    def show_modal(self, view_id: str, modal: Modal, *, after_answer: bool = False) -> bool:
        """Put this into the modal that is open; False, and no more, if it was closed since.

        after_answer: whether its form was answered with a page just now, which has to come first.
        """
        ...

    def thread(self, channel: ChannelId, ts: str) -> tuple[Message, ...]:
        """The messages of the thread that this message is in, oldest first."""
        ...

    def people(self, channel: ChannelId) -> tuple[Person, ...]:
        """Who is in the channel, without bots."""
        ...

    def teams(self, channel: ChannelId) -> tuple[tuple[TeamId, str], ...]:
        """The organisations that share a channel: team id and name, the host first."""
        ...
