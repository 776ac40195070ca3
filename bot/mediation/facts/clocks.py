"""The nights in which clocks change in Europe and North America, where hours go lost or twice."""

from datetime import date, datetime, time, timedelta

SUNDAY = 6


def is_over_a_change(start: datetime, end: datetime) -> bool:
    """Whether this time, noted by the clock, lies over three at night on such a day."""
    return any(
        start < datetime.combine(day, time(3)) and end > datetime.combine(day, time(1))
        for year in range(start.year, min(end.year, start.year + 1) + 1)
        for day in _days_of(year)
    )


def _days_of(year: int) -> tuple[date, ...]:
    """Europe changes on the last Sundays of March and October; America on the second Sunday of
    March and the first of November."""
    return (
        _sunday_from(date(year, 3, 25)),
        _sunday_from(date(year, 10, 25)),
        _sunday_from(date(year, 3, 8)),
        _sunday_from(date(year, 11, 1)),
    )


def _sunday_from(day: date) -> date:
    return day + timedelta(days=(SUNDAY - day.weekday()) % 7)
