"""When a commitment is spoken of, on the working days of whom it is for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mediation.calendar import WorkingDays
from bot.mediation.commitments import Commitment
from bot.mediation.reminders import Notice, day_of, is_passed_on, reminder
from tests.mediation.parts import BEN, BUYER, NOW, commitment

DAYS = WorkingDays()
WEDNESDAY = date(2026, 3, 18)
DAY = timedelta(days=1)


def told(promise: Commitment, start: date, end: date) -> dict[date, Notice]:
    """Day by day, as somebody who is reached on working days is told."""
    found, since, today = {}, start - DAY, start
    while today <= end:
        if DAYS.has(today):
            notice = reminder(promise, DAYS, since=since, today=today)
            if notice:
                found[today] = notice
            since = today
        today += DAY
    return found


@pytest.mark.parametrize(
    ("due", "before", "on", "late", "passed_on"),
    [
        ("2026-03-18", "2026-03-16", "2026-03-18", "2026-03-19", "2026-03-23"),
        ("2026-03-16", "2026-03-12", "2026-03-16", "2026-03-17", "2026-03-19"),
        ("2026-03-15", "2026-03-11", "2026-03-13", "2026-03-16", "2026-03-18"),
        ("2027-01-01", "2026-12-30", "2027-01-01", "2027-01-04", "2027-01-06"),
    ],
)
def test_two_days_before_on_the_day_the_day_after_and_two_later(
    due: str, before: str, on: str, late: str, passed_on: str
) -> None:
    day = date.fromisoformat(due)
    assert [day_of(n, day, DAYS).isoformat() for n in Notice] == [before, on, late, passed_on]


def test_a_day_off_is_not_a_day_to_be_reminded_on() -> None:
    off = WorkingDays(frozenset({WEDNESDAY - 2 * DAY, WEDNESDAY}))
    assert day_of(Notice.TODAY, WEDNESDAY, off) == WEDNESDAY - DAY
    assert day_of(Notice.BEFORE, WEDNESDAY, off) == date(2026, 3, 12)


def test_each_is_said_once_on_its_day() -> None:
    promise = commitment(due=WEDNESDAY)
    assert told(promise, date(2026, 3, 2), date(2026, 4, 30)) == {
        date(2026, 3, 16): Notice.BEFORE,
        date(2026, 3, 18): Notice.TODAY,
        date(2026, 3, 19): Notice.OVERDUE,
    }


def test_after_a_silence_only_the_latest_is_said() -> None:
    promise = commitment(due=WEDNESDAY)
    assert reminder(promise, DAYS, since=date(2026, 3, 13), today=WEDNESDAY) is Notice.TODAY
    assert reminder(promise, DAYS, since=date(2026, 3, 13), today=date(2026, 5, 1)) is (
        Notice.OVERDUE
    )
    assert reminder(promise, DAYS, since=WEDNESDAY, today=WEDNESDAY) is None


def test_what_is_done_is_not_spoken_of_and_what_is_contested_is() -> None:
    done = commitment(due=WEDNESDAY).done(by=BEN, now=NOW)
    assert told(done, date(2026, 3, 2), date(2026, 4, 30)) == {}
    contested = done.contested(side=BUYER.id, because="x")
    assert WEDNESDAY in told(contested, date(2026, 3, 2), date(2026, 4, 30))


def test_what_is_contested_after_its_day_is_spoken_of_from_then_on() -> None:
    done, on = commitment(due=WEDNESDAY).done(by=BEN, now=NOW), WEDNESDAY + 8 * DAY
    contested = done.contested(side=BUYER.id, because="x", on=on)
    assert told(contested, on, on + 30 * DAY) == {on + DAY: Notice.OVERDUE}
    assert is_passed_on(contested, DAYS, since=on + DAY, today=on + 5 * DAY)


def test_it_is_passed_on_once() -> None:
    promise, on = commitment(due=WEDNESDAY), date(2026, 3, 23)
    assert not is_passed_on(promise, DAYS, since=on - 2 * DAY, today=on - DAY)
    assert is_passed_on(promise, DAYS, since=on - DAY, today=on)
    assert not is_passed_on(promise, DAYS, since=on, today=on + DAY)


@given(
    st.dates(date(2026, 1, 1), date(2028, 1, 1)),
    st.sets(st.dates(date(2026, 1, 1), date(2028, 1, 1)), max_size=40),
)
def test_the_days_stand_in_order_and_are_worked_on(due: date, off: set[date]) -> None:
    days = WorkingDays(frozenset(off))
    found = [day_of(n, due, days) for n in Notice]
    assert found == sorted(found)
    assert len(set(found)) == 4
    assert all(days.has(day) for day in found)
