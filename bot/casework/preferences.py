"""What people have set: when and what a channel or a person is told, days off, the emoji."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from bot.mediation.people import WorkspaceKey

T = TypeVar("T")


class Part(StrEnum):
    """What a digest can leave out."""

    KEPT = "kept"
    OVERDUE = "overdue"
    AGREED = "agreed"
    WAITING = "waiting"
    DUE = "due"
    ENDED = "ended"
    RECURS = "recurs"
    PICTURE = "picture"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Habits:
    """A channel's or a person's. zone: empty for the one that Slack gives.

    digest: whether the weekly message comes at all. left_out: what it does not speak of.
    """

    weekday: int = 0
    hour: int = 9
    zone: str = ""
    language: str = ""
    digest: bool = True
    left_out: frozenset[Part] = frozenset()


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The days, beside weekends, on which a side is not to be reached."""

    days: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Emoji:
    """The emoji that show their giver the ways in, without colons."""

    names: frozenset[str] = frozenset({"scales"})


@dataclass(frozen=True, slots=True)
class Helpful:
    """How often suggestions were found helpful in a workspace, and how often not. Nobody's name."""

    helped: int = 0
    missed: int = 0

    def counted(self, helped: bool) -> "Helpful":
        return Helpful(self.helped + helped, self.missed + (not helped))


class Preferences(Protocol):
    """One value of each kind for each scope: a channel's, person's, side's or workspace's id."""

    def get(self, workspace: WorkspaceKey, scope: str, kind: type[T]) -> T | None: ...

    def keep(self, workspace: WorkspaceKey, scope: str, value: object) -> None: ...
