"""How often something comes round, and on which days."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum


class Every(StrEnum):
    """How often a commitment comes round."""

    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    MONTH = "month"
    MONTH_END = "month_end"
    QUARTER = "quarter"


def occurrence(first: date, every: Every, times: int) -> date:
    """The day so many times later; the last of a month where that month is shorter."""
    if every in {Every.WEEK, Every.TWO_WEEKS}:
        return first + timedelta(weeks=times * (1 if every is Every.WEEK else 2))
    months = first.month - 1 + times * (3 if every is Every.QUARTER else 1)
    year, month = first.year + months // 12, months % 12 + 1
    if every is Every.MONTH_END:
        return last_weekday(year, month)
    return date(year, month, min(first.day, monthrange(year, month)[1]))


def last_weekday(year: int, month: int) -> date:
    """The last day of a month that is no Saturday or Sunday."""
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=max(0, last.weekday() - 4))
