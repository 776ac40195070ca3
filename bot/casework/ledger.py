"""What each side thought of it, for the ledger and for nobody on another side."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.mediation.people import PersonId, SideId


class Moment(StrEnum):
    SIGNED = "signed"
    FULFILLED = "fulfilled"


class Felt(StrEnum):
    FAIR = "fair"
    MOSTLY = "mostly"
    NOT_FAIR = "not_fair"


@dataclass(frozen=True, slots=True)
class FairnessAnswer:
    """One tap of one side: private to that side. A later tap takes the place of an earlier one."""

    case_id: str
    side: SideId
    moment: Moment
    felt: Felt = field(repr=False)
    by: PersonId
    at: datetime


class Going(StrEnum):
    """How a partnership is going, in five steps."""

    VERY_WELL = "very_well"
    WELL = "well"
    SO_SO = "so_so"
    NOT_WELL = "not_well"
    BADLY = "badly"


@dataclass(frozen=True, slots=True)
class Pulse:
    """One tap of one side in a month, private to it. A later one takes its place.

    month: its first day.
    """

    side: SideId
    month: date
    going: Going = field(repr=False)
    by: PersonId
    at: datetime


class Ledger(Protocol):
    """Encrypted at rest."""

    def felt(self, case_id: str, side: SideId, moment: Moment) -> FairnessAnswer | None: ...

    def record(self, answer: FairnessAnswer) -> None: ...

    def pulses(self, side: SideId) -> tuple[Pulse, ...]:
        """A side's taps, the newest month first."""
        ...

    def feel(self, pulse: Pulse) -> None: ...
