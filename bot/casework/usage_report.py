"""What a model has cost, day by day, for `parley usage`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median

from bot.casework.usage import ModelCall, Outcome


@dataclass(frozen=True, slots=True)
class UsageDay:
    """One day, UTC. used: answers that were used. seconds: the median of a call's."""

    day: date
    calls: int
    used: int
    tokens: int
    seconds: float


def usage_by_day(calls: Iterable[ModelCall]) -> tuple[UsageDay, ...]:
    """One line a day with calls, oldest first. `calls` stand in the order of their time."""
    return tuple(
        _day(day, list(held)) for day, held in groupby(calls, key=lambda call: call.at.date())
    )


def _day(day: date, calls: list[ModelCall]) -> UsageDay:
    return UsageDay(
        day=day,
        calls=len(calls),
        used=sum(call.outcome is Outcome.USED for call in calls),
        tokens=sum(call.tokens for call in calls),
        seconds=median(call.seconds for call in calls),
    )
