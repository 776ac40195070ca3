"""What the use cases need from outside, as small protocols.

Storage's stores and unit of work, the clock, ids, the jobs. The words are in `words`, the
room (Slack) in `room`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self

from bot.casework.cases import Cases
from bot.casework.ledger import Ledger
from bot.casework.preferences import Preferences
from bot.casework.schedule import Schedule
from bot.mediation.caucus import Caucus, PrivateLine
from bot.mediation.clarification import Clarification
from bot.mediation.issues import Message
from bot.mediation.people import (
    ChannelId,
    Consent,
    Partnership,
    PartnershipId,
    Person,
    PersonId,
    SideId,
    WorkspaceKey,
)
from bot.mediation.timeline import Event, Link

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]


@dataclass(frozen=True, slots=True)
class Job:
    """Work to be done after the commit.

    name: which kind of work; one function each in `casework.jobs`.
    key: deterministic; a second job of the same key is dropped.
    args: plain JSON: ids, numbers, public words. Never anything from a caucus.
    """

    name: str
    key: str
    args: Mapping[str, Json] = field(default_factory=dict)


class Conflict(Exception):
    """Somebody else saved the same record since it was read. Read it again and try again."""


class Clock(Protocol):
    def now(self) -> datetime:
        """Now, aware, UTC."""
        ...


class Ids(Protocol):
    """Chance, as a port: fresh ids and salts."""

    def fresh(self) -> str:
        """A new id: short, lower-case letters and digits, never used before."""
        ...

    def salt(self) -> str:
        """32 hex digits of fresh chance."""
        ...


class Caucuses(Protocol):
    """Encrypted at rest."""

    def get(self, case_id: str, side: SideId) -> Caucus:
        """An empty one where nothing was told yet."""
        ...

    def of_cases(self, case_ids: Collection[str], side: SideId) -> Mapping[str, Caucus]:
        """What this side told about these cases, by case; none where nothing was told yet."""
        ...

    def save(self, caucus: Caucus) -> None:
        """Raises Conflict unless the stored revision is `caucus.revision - 1`, or none at 1."""
        ...

    def erase(self, case_id: str, side: SideId) -> None:
        """Everything that this side told in private about the case is gone for good."""
        ...


class Clarifications(Protocol):
    def get(self, clarification_id: str) -> Clarification:
        """Raises NotFound."""
        ...

    def add(self, clarification: Clarification) -> None: ...

    def save(self, clarification: Clarification) -> Clarification:
        """With its version counted up. Raises Conflict over a newer one."""
        ...

    def of_channel(
        self, workspace: WorkspaceKey, channel: ChannelId
    ) -> tuple[Clarification, ...]: ...

    def lines(self, clarification_id: str) -> tuple[PrivateLine, ...]: ...

    def add_line(self, line: PrivateLine) -> None:
        """Takes the place of the same side's earlier line. Encrypted at rest."""
        ...

    def forget_lines(self, clarification_id: str) -> None: ...


class Partnerships(Protocol):
    def get(self, partnership: PartnershipId) -> Partnership:
        """Raises NotFound."""
        ...

    def of_channel(self, workspace: WorkspaceKey, channel: ChannelId) -> Partnership | None: ...

    def of_workspace(self, workspace: WorkspaceKey) -> tuple[Partnership, ...]: ...

    def around(self, workspace: WorkspaceKey, person: PersonId) -> tuple[Partnership, ...]:
        """Those that somebody could be part of: their own, those whose channels they are seen in,
        and those of whose channels nobody is known yet. None that has no channel any more."""
        ...

    def save(self, partnership: Partnership) -> Partnership:
        """With its version counted up: added, or its sides, channels and members brought up to
        date. Takes nobody away; a channel is of whichever partnership was saved with it last.
        Raises Conflict over a newer one."""
        ...


class Directory(Protocol):
    """People and channels as Slack described them last. A memory, not a source of truth."""

    def person(self, person: PersonId) -> Person | None: ...

    def remember(self, person: Person) -> None: ...

    def people_of(self, channel: ChannelId) -> tuple[Person, ...]: ...

    def channels_of(self, person: PersonId) -> tuple[ChannelId, ...]:
        """Where this person was seen, in order of the channels' ids."""
        ...

    def remember_channel(self, channel: ChannelId, people: Sequence[PersonId]) -> None: ...


class Timeline(Protocol):
    """Append only."""

    def append(self, event: Event) -> None:
        """As the next link of the subject's chain."""
        ...

    def of(self, subject: str) -> tuple[Link, ...]: ...

    def erase_text(self, subject: str, position: int) -> None:
        """The text goes, the link stays."""
        ...


class Consents(Protocol):
    def given(self, person: PersonId, scope: str) -> Consent | None:
        """The consent that stands, None where none was given or it was revoked."""
        ...

    def anyone(self, scope: str) -> bool:
        """Whether anybody ever gave consent under this scope."""
        ...

    def record(self, consent: Consent) -> None: ...


class Conversation(Protocol):
    """Messages recorded from events, for channels with a case. Public text."""

    def of_thread(self, channel: ChannelId, thread_ts: str) -> tuple[Message, ...]: ...

    def record(self, message: Message, thread_ts: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that Parley keeps in a channel under a deterministic key.

    ts: None while it is not known whether Slack has it. revision: of what it shows.
    """

    key: str
    channel: ChannelId
    thread_ts: str | None
    ts: str | None
    revision: int


class Outbox(Protocol):
    def find(self, key: str) -> Sent | None: ...

    def put(self, sent: Sent) -> None: ...


class UnitOfWork(Protocol):
    """One transaction. Leaving the `with` block without `commit` rolls back."""

    cases: Cases
    caucuses: Caucuses
    clarifications: Clarifications
    partnerships: Partnerships
    directory: Directory
    timeline: Timeline
    consents: Consents
    conversation: Conversation
    outbox: Outbox
    schedule: Schedule
    preferences: Preferences
    ledger: Ledger

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def claim(self, key: str) -> bool:
        """True for the first who claims this key (an event id), in this transaction."""
        ...

    def forget_claims(self, before: datetime) -> None:
        """Claims from before this moment go: nobody sends the same event again that late."""
        ...

    def enqueue(self, job: Job) -> None:
        """The job starts after the commit, and only then."""
        ...

    def commit(self) -> None:
        """Raises Conflict where the database says that somebody else was faster."""
        ...


class Store(Protocol):
    """Where units of work come from."""

    def __call__(self) -> UnitOfWork: ...

    def reading(self) -> UnitOfWork:
        """One that sees the store as it is now, waits for no writer and cannot be committed."""
        ...
