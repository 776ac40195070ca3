"""What each side thought of it, for the ledger and for nobody on another side."""

from dataclasses import dataclass, field
from datetime import datetime
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


class Ledger(Protocol):
    """Encrypted at rest."""

    def felt(self, case_id: str, side: SideId, moment: Moment) -> FairnessAnswer | None: ...

    def record(self, answer: FairnessAnswer) -> None: ...
