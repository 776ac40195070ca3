"""Days late, in calendar days and in working days side by side."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mediation.facts.lateness import days_late

FRIDAY, MONDAY = date(2026, 11, 6), date(2026, 11, 9)


@pytest.mark.parametrize(
    ("due", "happened", "calendar", "working"),
    [
        (FRIDAY, FRIDAY, 0, 0),
        (FRIDAY, MONDAY, 3, 1),
        (MONDAY, FRIDAY, -3, -1),
        (FRIDAY, date(2026, 11, 7), 1, 0),
        (date(2026, 12, 31), date(2027, 1, 4), 4, 2),
    ],
)
def test_both_counts_are_given(due: date, happened: date, calendar: int, working: int) -> None:
    found = days_late(due, happened)
    assert (found.calendar, found.working) == (calendar, working)


def test_a_holiday_is_no_working_day() -> None:
    assert days_late(FRIDAY, MONDAY, holidays={MONDAY}).working == 0


def test_centuries_apart_are_counted_as_quickly() -> None:
    found = days_late(date(1, 1, 1), date(9999, 12, 31))
    assert (found.calendar, found.working) == (3_652_058, 2_608_614)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 400))
def test_coming_early_is_coming_late_the_other_way_round(due: date, days: int) -> None:
    later = due + timedelta(days=days)
    late, early = days_late(due, later), days_late(later, due)
    assert (late.calendar, late.working) == (-early.calendar, -early.working)
    assert late.working <= late.calendar
