"""The picture: a PNG of a size for phones, the same each time, readable for every eye."""

import struct
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from bot.casework.month import Month
from bot.mediation.people import ChannelId
from bot.slack.limits import faults_of_message, fitted_message
from bot.slack.pictures import style
from bot.slack.pictures.month_picture import month_picture
from bot.slack.views.shared.messages import month_message

MONTH = Month(
    ChannelId("C1"),
    tuple(date(2026, 3, 16) + timedelta(weeks=n) for n in range(12)),
    (
        ("under 2 weeks", (2, 1, 0, 3, 1, 1, 0, 0, 2, 4, 1, 1)),
        ("2 to 6 weeks", (0, 2, 3, 1, 2, 2, 2, 1, 0, 0, 2, 3)),
        ("over 6 weeks", (0, 0, 0, 0, 1, 1, 2, 2, 2, 1, 1, 0)),
    ),
    (
        ("to be understood", (2, 2, 2, 2, 2, 2, 2, 1, 2, 3, 2, 2)),
        ("for a package", (0, 1, 1, 2, 2, 1, 1, 1, 1, 1, 1, 1)),
        ("for signatures", (0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1)),
    ),
    (0, 1, 2, 0, 3, 1, 1, 0, 2, 2, 1, 4),
    (1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0),
)


def size_of(png: bytes) -> tuple[int, ...]:
    return struct.unpack(">II", png[16:24])


def test_it_is_a_png_wide_enough_for_a_phone_and_small_enough_for_slack() -> None:
    drawn = month_picture(MONTH)
    assert drawn[:8] == b"\x89PNG\r\n\x1a\n"
    assert size_of(drawn) == (1_200, 1_344)
    assert len(drawn) < 300_000


def test_the_same_month_is_the_same_picture() -> None:
    assert month_picture(MONTH) == month_picture(MONTH)


def test_weeks_without_anything_are_drawn_too() -> None:
    none = (0,) * 12
    ages, stages = (tuple((name, none) for name, _ in rows) for rows in (MONTH.ages, MONTH.stages))
    quiet = Month(MONTH.channel, MONTH.weeks, ages, stages, none, none)
    assert size_of(month_picture(quiet)) == (1_200, 576)


def test_a_panel_without_a_bar_is_left_out() -> None:
    promises = replace(MONTH, in_time=(0,) * 12, late=(0,) * 12)
    assert size_of(month_picture(promises)) == (1_200, 960)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    first, second = sorted((luminance(one), luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def test_words_stand_out_from_the_ground_and_rows_differ_without_colour() -> None:
    for ink in (style.INK, style.QUIET):
        assert contrast(ink, style.GROUND) >= 4.5
    for looks in (style.AGES, style.STAGES, style.DONE):
        assert len({hatch for _, hatch in looks}) == len(looks)
        for one, other in combinations([colour for colour, _ in looks], 2):
            assert contrast(one, other) > 1.05
            assert contrast(one, style.GROUND) > 1.5


def test_the_message_says_in_words_what_the_picture_shows() -> None:
    shown = month_message(MONTH, "F1")
    assert faults_of_message(shown.text, list(shown.blocks)) == ()
    assert MONTH.alt in shown.text
    _, blocks = fitted_message(shown.text, shown.blocks)
    (picture,) = [b for b in blocks if b["type"] == "image"]
    assert picture["alt_text"] == MONTH.alt
    assert picture["slack_file"] == {"id": "F1"}
