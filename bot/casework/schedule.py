"""What comes round, as rows: what it is, whom it is about, and when it is due next."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.mediation.people import WorkspaceKey


class Round(StrEnum):
    """What comes round. All but the first are names of jobs.

    HOUSE: whether everybody has their rows. CHANNEL_DAY: what is due in a channel's cases.
    """

    HOUSE = "house"
    CHANNEL_DAY = "channel_day"
    CHANNEL_WEEK = "channel_week"
    CHANNEL_MONTH = "channel_month"
    PERSON_DAY = "person_day"
    PERSON_WEEK = "person_week"


@dataclass(frozen=True, slots=True)
class Due:
    """A row. subject: the channel or the person.

    since: when it was looked at last; what happened between then and `at` is what it tells.
    """

    workspace: WorkspaceKey
    round: Round
    subject: str
    since: datetime
    at: datetime


class Schedule(Protocol):
    def due(self, workspace: WorkspaceKey, now: datetime, limit: int) -> tuple[Due, ...]:
        """Rows whose time has come, the longest waiting first, and rows from after `now`."""
        ...

    def all(self, workspace: WorkspaceKey) -> tuple[Due, ...]: ...

    def find(self, workspace: WorkspaceKey, what: Round, subject: str) -> Due | None: ...

    def plan(self, due: Due) -> None:
        """Add a row; one that stands already stays as it is."""
        ...

    def claim(self, due: Due, *, following: Due | None) -> bool:
        """Put `following` in the row's place, or nothing. False where the row is another by now."""
        ...
