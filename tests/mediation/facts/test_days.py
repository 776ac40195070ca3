"""Days as people write them, in English and Spanish; never a guess between day and month."""

import re
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mediation.facts.days import DayOrder, read_moments
from bot.mediation.refusals import Unclear

DAY = datetime(2026, 11, 3)  # noqa: DTZ001


def one(text: str, told: DayOrder | None = None) -> datetime | None:
    return read_moments([text], told).get(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-03",
        "2026/11/3",
        "20261103",
        "3.11.2026",
        "03.11.26",
        "3 Nov 2026",
        "3-Nov-2026",
        "3 November 2026",
        "3 de noviembre de 2026",
        "3 nov. 2026",
        "Nov 3, 2026",
        "November 3 2026",
        "3-Nov-26",
        "3. Nov. 2026",
        "Tue 3.11.2026",
    ],
)
def test_a_day_is_read_in_every_usual_notation(text: str) -> None:
    assert one(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-03 14:30",
        "2026-11-03T14:30:59",
        "2026-11-03T14:30:00.5Z",
        "3.11.2026 14:30",
        "3 Nov 2026 2:30 pm",
        "2026-11-03 2:30 p.m.",
        "3.11.2026 14.30 Uhr",
        "2026-11-03 14:30 h",
    ],
)
def test_a_time_may_follow(text: str) -> None:
    assert one(text) == DAY + timedelta(hours=14, minutes=30)


@pytest.mark.parametrize(
    "text",
    ["soon", "2026-02-30", "45964", "31.31.2026", "3 Foo 2026", "2026-11-03 25:00", "١.١.٢٠٢٦"],
)
def test_what_names_no_day_is_none(text: str) -> None:
    assert one(text) is None


def test_slashes_are_read_as_the_others_show() -> None:
    assert read_moments(["03/11/2026", "31/01/2026"], None).get("03/11/2026") == DAY
    assert read_moments(["11/03/2026", "01/31/2026"], None).get("11/03/2026") == DAY


def test_slashes_that_nothing_shows_are_asked_about() -> None:
    with pytest.raises(Unclear, match="two ways") as raised:
        one("03-11-2026")
    assert raised.value.field == "dates"
    assert one("03-11-2026", DayOrder.DAY_FIRST) == DAY
    assert one("11-03-2026", DayOrder.MONTH_FIRST) == DAY


def test_the_same_number_twice_needs_no_question() -> None:
    assert one("11/11/2026") == datetime(2026, 11, 11)  # noqa: DTZ001


def test_a_file_that_writes_both_ways_is_refused_with_both() -> None:
    with pytest.raises(Unclear, match=r"“31/10/2026” puts the day first, “10/31/2026”"):
        read_moments(["31/10/2026", "10/31/2026"], None)


def test_what_was_said_has_to_fit() -> None:
    with pytest.raises(Unclear, match="cannot be read that way"):
        one("31/10/2026", DayOrder.MONTH_FIRST)


@pytest.mark.parametrize("text", ["Mar 3, 2026", "3-mar-2026", "3. März 2026", "3 marzo 2026"])
def test_a_month_is_no_day_of_the_week(text: str) -> None:
    assert one(text) == datetime(2026, 3, 3)  # noqa: DTZ001


def test_the_last_minute_of_a_day_belongs_to_it_and_is_the_next_ones_first() -> None:
    found = read_moments(["2026-11-02 24:00"], None)
    assert found.days["2026-11-02 24:00"] == date(2026, 11, 2)
    assert found.get("2026-11-02 24:00") == DAY


@pytest.mark.parametrize(("zone", "hours"), [("Z", 0), ("+01:00", 1), ("-0330", -3.5), ("+02", 2)])
def test_a_zone_is_kept_beside_the_time_as_noted(zone: str, hours: float) -> None:
    text = f"2026-11-03 14:30{zone}"
    found = read_moments([text], None)
    assert found.get(text) == DAY + timedelta(hours=14, minutes=30)
    assert found.zones == {text: timedelta(hours=hours)}


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(DayOrder))
def test_every_day_comes_back_as_it_was_written(day: date, order: DayOrder) -> None:
    written = f"{day:%d/%m/%Y}" if order is DayOrder.DAY_FIRST else f"{day:%m/%d/%Y}"
    found = one(written, order)
    assert found is not None
    assert found.date() == day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_none(text: str) -> None:
    try:
        found = read_moments([text], None)
    except Unclear:
        assert re.match(r"\d{1,2}[/-]\d{1,2}[/-]", text)
    else:
        assert set(found.at) <= {text}
