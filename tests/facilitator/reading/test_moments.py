"""Days and months are the same however they are written."""

import pytest

from bot.facilitator.reading.lexicon import load_lexicon
from bot.facilitator.reading.moments import MomentReader, clocks_in, written_dates

ENGLISH, SPANISH = (MomentReader(load_lexicon(x)) for x in ("en", "es"))


@pytest.mark.parametrize(
    "text",
    [
        "3 November",
        "Nov 3",
        "3 Nov 2026",
        "November 3rd, 2026",
        "2026-11-03",
        "the 3rd of November",
    ],
)
def test_one_day_has_one_key(text: str) -> None:
    assert [m.key for m in ENGLISH.read(f"It came on {text}.")] == ["11-03"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("in October", ["month 10"]),
        ("on Monday and Friday", ["weekday 1", "weekday 5"]),
        ("in week 42", ["week 42"]),
        ("it may be late", []),
        ("in May", ["month 5"]),
        ("no day at all", []),
    ],
)
def test_months_weekdays_and_weeks_are_read(text: str, keys: list[str]) -> None:
    assert [m.key for m in ENGLISH.read(text)] == keys


def test_a_day_is_told_from_a_month() -> None:
    day, month = ENGLISH.read("from 3 November to December")
    assert (day.is_day, month.is_day) == (True, False)
    assert (day.month, month.month) == (11, 12)


def test_spanish_dates_are_read() -> None:
    assert [m.key for m in SPANISH.read("el 3 de noviembre, el lunes, en octubre")] == [
        "11-03",
        "weekday 1",
        "month 10",
    ]


def test_hours_are_the_same_however_they_are_written() -> None:
    keys = [m.key for m in clocks_in("At 07:40, at 2:15 pm, at 14h15 and at 12:05 am.")]
    assert keys == ["clock 07:40", "clock 14:15", "clock 14:15", "clock 00:05"]
    assert clocks_in("A ratio of 1:100 and 3.40 EUR") == ()


def test_a_date_in_numbers_alone_is_no_day_yet() -> None:
    assert [m.key for m in written_dates("Due on 5/6, sent 05.06.2026.")] == ["written 5/6"] * 2
    assert written_dates("Support 24/7, 3.40 EUR, 45/60 %, version 1.2") == ()
