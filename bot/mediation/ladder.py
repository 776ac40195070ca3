"""Whom to ask next where a side has not answered: its own people, in its own working days."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.mediation.calendar import WorkingDays
from bot.mediation.people import PersonId

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ladder:
    """A side's people in the order in which they are asked, each after so many working days."""

    people: tuple[PersonId, ...] = ()
    days: int = 2


def reached(ladder: Ladder, since: date, today: date, working: WorkingDays) -> int:
    """How many rungs are due: 0 while the agreed time runs, at most the ladder's length.

    The day on which it was asked does not count; the side's days off do not either.
    """
    if not ladder.people or today <= since:
        return 0
    passed = sum(working.has(since + DAY * n) for n in range(1, (today - since).days + 1))
    return min(passed // max(1, ladder.days), len(ladder.people))
