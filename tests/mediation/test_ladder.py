"""A side's ladder is climbed in its own working days, one rung at a time."""

from datetime import date

import pytest

from bot.mediation.calendar import WorkingDays
from bot.mediation.ladder import Ladder, reached
from bot.mediation.people import PersonId

FRIDAY = date(2026, 3, 6)
TWO = Ladder((PersonId("UBOSS"), PersonId("UHEAD")), days=2)


@pytest.mark.parametrize(
    ("today", "rung"),
    [
        (FRIDAY, 0),
        (date(2026, 3, 8), 0),  # a weekend
        (date(2026, 3, 9), 0),  # one working day
        (date(2026, 3, 10), 1),
        (date(2026, 3, 11), 1),
        (date(2026, 3, 12), 2),
        (date(2026, 4, 30), 2),  # never above the ladder's end
        (date(2026, 3, 1), 0),
    ],
)
def test_weekends_do_not_count_and_the_ladder_has_an_end(today: date, rung: int) -> None:
    assert reached(TWO, FRIDAY, today, WorkingDays()) == rung


def test_the_sides_days_off_do_not_count() -> None:
    off = WorkingDays(frozenset({date(2026, 3, 9), date(2026, 3, 10)}))
    assert reached(TWO, FRIDAY, date(2026, 3, 11), off) == 0
    assert reached(TWO, FRIDAY, date(2026, 3, 12), off) == 1


def test_a_side_without_a_ladder_is_never_climbed() -> None:
    assert reached(Ladder(), FRIDAY, date(2026, 12, 1), WorkingDays()) == 0


def test_a_step_is_a_day_at_the_least() -> None:
    assert reached(Ladder((PersonId("U1"),), days=0), FRIDAY, date(2026, 3, 9), WorkingDays()) == 1
