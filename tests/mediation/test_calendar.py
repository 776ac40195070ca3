"""Due times: in the zone of whom they are for, past both changes of the clock, over year's end."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from bot.mediation.calendar import Hours, WorkingDays, is_zone, zone_of

BERLIN, NEW_YORK, TOKYO = "Europe/Berlin", "America/New_York", "Asia/Tokyo"


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def weeks(hours: Hours, after: datetime, count: int) -> list[datetime]:
    found = []
    for _ in range(count):
        after = hours.next_week(after)
        found.append(after)
    return found


class TestWorkingDays:
    def test_weekends_and_days_off_are_not_worked(self) -> None:
        days = WorkingDays(frozenset({date(2026, 12, 25)}))
        assert days.has(date(2026, 12, 24))
        assert not days.has(date(2026, 12, 25))
        assert not days.has(date(2026, 12, 26))

    def test_the_next_and_the_last_working_day(self) -> None:
        days = WorkingDays(frozenset({date(2026, 12, 25)}))
        assert days.from_(date(2026, 12, 25)) == date(2026, 12, 28)
        assert days.until(date(2026, 12, 27)) == date(2026, 12, 24)
        assert days.from_(date(2026, 12, 23)) == days.until(date(2026, 12, 23))

    def test_counting_working_days_passes_over_those_off(self) -> None:
        days = WorkingDays(frozenset({date(2027, 1, 1)}))
        assert days.moved(date(2026, 12, 31), 1) == date(2027, 1, 4)
        assert days.moved(date(2027, 1, 5), -2) == date(2026, 12, 31)
        assert days.moved(date(2027, 1, 5), 0) == date(2027, 1, 5)


class TestDaily:
    def test_strictly_after_and_never_on_a_weekend(self) -> None:
        hours = Hours(BERLIN)
        friday_nine = utc("2026-03-06T08:00")
        assert hours.next_day(friday_nine - timedelta(seconds=1)) == friday_nine
        assert hours.next_day(friday_nine) == utc("2026-03-09T08:00")

    def test_nine_o_clock_stays_nine_o_clock_past_both_changes(self) -> None:
        hours = Hours(BERLIN)
        assert hours.next_day(utc("2026-03-27T12:00")) == utc("2026-03-30T07:00")
        assert hours.next_day(utc("2026-10-23T12:00")) == utc("2026-10-26T08:00")

    def test_the_same_moment_is_another_day_elsewhere(self) -> None:
        now = utc("2026-03-02T23:00")
        assert [Hours(z).today(now).day for z in (NEW_YORK, BERLIN, TOKYO)] == [2, 3, 3]

    def test_nobody_is_reached_on_a_day_off(self) -> None:
        off = WorkingDays(frozenset({date(2026, 3, 3), date(2026, 3, 4)}))
        hours = Hours(TOKYO, days=off)
        assert hours.next_day(utc("2026-03-02T12:00")) == utc("2026-03-05T00:00")


class TestWeekly:
    @pytest.mark.parametrize(
        "zone", [BERLIN, NEW_YORK, TOKYO, "Australia/Sydney", "Australia/Lord_Howe"]
    )
    def test_every_week_of_a_year_has_its_digest_once_at_nine(self, zone: str) -> None:
        found = weeks(Hours(zone), utc("2026-01-01T00:00"), 105)
        local = [at.astimezone(zone_of(zone)) for at in found]
        assert {(at.weekday(), at.hour, at.minute) for at in local} == {(0, 9, 0)}
        numbers = [at.isocalendar()[:2] for at in local]
        assert len(set(numbers)) == len(numbers)
        assert (2026, 53) in numbers, "2026 has 53 weeks"
        assert all((b - a).days in (6, 7) for a, b in pairwise(found))

    def test_a_monday_off_moves_its_digest_and_no_other(self) -> None:
        easter = WorkingDays(frozenset({date(2026, 4, 6)}))
        found = weeks(Hours(BERLIN, days=easter), utc("2026-03-30T12:00"), 2)
        assert found == [utc("2026-04-07T07:00"), utc("2026-04-13T07:00")]

    def test_a_whole_week_off_is_made_up_for_once(self) -> None:
        off = WorkingDays(frozenset(date(2026, 12, 28) + timedelta(days=n) for n in range(5)))
        found = weeks(Hours(BERLIN, days=off), utc("2026-12-21T12:00"), 2)
        assert found == [utc("2027-01-04T08:00"), utc("2027-01-11T08:00")]

    def test_an_hour_that_is_skipped_comes_when_the_clock_has_moved_on(self) -> None:
        sundays = Hours(BERLIN, hour=2, weekday=6, days=WorkingDays())
        assert sundays.at(date(2026, 3, 29)) == utc("2026-03-29T01:00")
        assert sundays.at(date(2026, 10, 25)) == utc("2026-10-25T00:00"), "the first of the two"

    def test_a_clock_that_moves_by_half_an_hour_moves_the_hour_by_no_more(self) -> None:
        sundays = Hours("Australia/Lord_Howe", hour=2, weekday=6)
        spring, autumn = date(2026, 10, 4), date(2026, 4, 5)
        assert sundays.at(spring) == utc("2026-10-03T15:30"), "half past two there"
        assert sundays.at(autumn) == utc("2026-04-04T15:30"), "after half an hour twice"


class TestMonthly:
    def test_on_the_first_monday_of_each_month_over_the_years_end(self) -> None:
        after, found = utc("2026-10-20T00:00"), []
        for _ in range(4):
            after = Hours(BERLIN).next_month(after)
            found.append(after.date())
        assert found == [
            date(2026, 11, 2), date(2026, 12, 7), date(2027, 1, 4), date(2027, 2, 1),
        ]  # fmt: skip

    def test_a_first_monday_off_moves_to_the_next_day(self) -> None:
        hours = Hours("UTC", days=WorkingDays(frozenset({date(2026, 11, 2)})))
        assert hours.next_month(utc("2026-10-20T00:00")) == utc("2026-11-03T09:00")
        assert hours.next_month(utc("2026-11-03T08:59")) == utc("2026-11-03T09:00")


def test_a_zone_that_nobody_knows_is_utc() -> None:
    assert is_zone(BERLIN)
    for name in ("", "Mars/Olympus", "../etc/passwd"):
        assert not is_zone(name)
        assert str(zone_of(name)) == "UTC"
