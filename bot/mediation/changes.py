"""What is asked to be changed about a commitment, and how it stood before anything was."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.mediation.people import PersonId, SideId
from bot.mediation.rhythm import Every


@dataclass(frozen=True, slots=True)
class Change:
    """What one side asks for: another day, other words, another rhythm. Nothing holds yet.

    every, until: None for a commitment that is kept once.
    """

    side: SideId
    by: PersonId
    at: datetime
    what: str
    due: date
    every: Every | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class AsSigned:
    """What stood in the signed text, where both sides have changed it since.

    owner: who had promised it, where it was handed over; None where its owner is still the same.
    every, until: how it was to come round; None for what was to be kept once.
    """

    what: str
    due: date
    owner: PersonId | None = None
    every: Every | None = None
    until: date | None = None
