"""What a model has cost, day by day, for `parley usage`."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from statistics import median

from bot.casework.preferences import Helpful
from bot.casework.usage import ModelCall, Outcome, Prices

NO_PRICES: Prices = {}


@dataclass(frozen=True, slots=True)
class UsageDay:
    """One day, UTC. seconds: the median of a call's.

    outcomes: how many calls ended how. cost: in the prices' money, of the calls whose model has
    a price; None where none has. unpriced: calls that took tokens and have no price.
    """

    day: date
    calls: int
    prompt_tokens: int
    answer_tokens: int
    seconds: float
    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    cost: float | None = None
    unpriced: int = 0


def usage_by_day(calls: Iterable[ModelCall], prices: Prices = NO_PRICES) -> tuple[UsageDay, ...]:
    """One line a day with calls, oldest first. `calls` stand in the order of their time."""
    return tuple(
        _day(day, list(held), prices)
        for day, held in groupby(calls, key=lambda call: call.at.date())
    )


def as_line(day: UsageDay) -> str:
    """A day in one line, for people."""
    ended = ", ".join(f"{count} {outcome.replace('_', ' ')}" for outcome, count in _sorted(day))
    tokens = f"{day.prompt_tokens} tokens asked, {day.answer_tokens} answered"
    return (
        f"{day.day}  {day.calls} calls: {ended}; {tokens}; {day.seconds:.1f} s each; {_cost(day)}"
    )


def found_helpful(told: Helpful) -> str:
    """How suggestions were found, in one line; "" where nobody has said."""
    if not told.helped + told.missed:
        return ""
    return f"Suggested trades: found helpful {told.helped}, not helpful {told.missed}."


def _sorted(day: UsageDay) -> list[tuple[str, int]]:
    """What was used first, then by name."""
    found = sorted(day.outcomes.items(), key=lambda o: (o[0] is not Outcome.USED, o[0]))
    return [(outcome.value, count) for outcome, count in found]


def _cost(day: UsageDay) -> str:
    if day.cost is None:
        return "no price known"
    more = f", and {day.unpriced} calls without a price" if day.unpriced else ""
    return f"cost {day.cost:.4f}{more}"


def _day(day: date, calls: list[ModelCall], prices: Prices) -> UsageDay:
    priced = [prices[call.model].of(call) for call in calls if call.model in prices]
    return UsageDay(
        day=day,
        calls=len(calls),
        prompt_tokens=sum(call.prompt_tokens for call in calls),
        answer_tokens=sum(call.answer_tokens for call in calls),
        seconds=median(call.seconds for call in calls),
        outcomes=Counter(call.outcome for call in calls),
        cost=sum(priced) if priced else None,
        unpriced=sum(call.model not in prices and call.tokens > 0 for call in calls),
    )
