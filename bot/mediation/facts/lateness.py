"""Days between the day that was agreed and the day it happened."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Lateness:
    """calendar, working: days late, 0 on the day, negative where it came earlier."""

    calendar: int
    working: int


def days_late(due: date, happened: date, *, holidays: Collection[date] = ()) -> Lateness:
    """Both counts side by side. Working days are Monday to Friday without the holidays.

    The due day itself does not count, the day it happened does.
    """
    return Lateness((happened - due).days, _working_days(due, happened, holidays))


def _working_days(due: date, happened: date, holidays: Collection[date]) -> int:
    if happened < due:
        return -_working_days(happened, due, holidays)
    weeks, rest = divmod((happened - due).days, 7)
    days = (due + timedelta(days=n) for n in range(1, rest + 1))
    on_weekdays = 5 * weeks + sum(day.weekday() < SATURDAY for day in days)
    return on_weekdays - sum(due < h <= happened and h.weekday() < SATURDAY for h in set(holidays))
