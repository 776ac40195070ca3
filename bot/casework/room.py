"""The room: what the use cases ask of Slack. All of it happens in jobs."""

from collections.abc import Sequence
from typing import Protocol

from bot.mediation.case import Case
from bot.mediation.clarification import Clarification
from bot.mediation.issues import Intake, Message
from bot.mediation.people import ChannelId, Person, PersonId, Side, TeamId


class RoomUnavailable(Exception):
    """Slack did not take a call. `permanent` says whether trying again can help."""

    def __init__(self, code: str, *, permanent: bool) -> None:
        super().__init__(code)
        self.code = code
        self.permanent = permanent


class Room(Protocol):
    """Shown twice is seen once: every call may be repeated."""

    def show_case(self, case: Case) -> None:
        """Post the case's card, or bring it up to date; a stale case changes nothing."""
        ...

    def show_clarification(self, clarification: Clarification) -> None: ...

    def note(self, key: str, channel: ChannelId, thread_ts: str, text: str) -> None:
        """One short message in a thread, posted once under its key."""
        ...

    def tell(self, channel: ChannelId, person: PersonId, text: str) -> None:
        """A sentence for one person's eyes. Never the only copy of anything."""
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

    def fill_raise_form(
        self, view_id: str, intake: Intake, *, metadata: str, sides: Sequence[Side]
    ) -> None:
        """Put the prefilled form into the modal that says "one moment"."""
        ...
