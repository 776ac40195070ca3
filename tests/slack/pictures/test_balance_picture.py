"""The balance as a picture: for phones, the same each time, told in words where it cannot be."""

from itertools import combinations

import pytest

from bot.slack.pictures import style
from bot.slack.pictures.balance_picture import balance_picture, can_be_drawn
from bot.slack.views.shared.balance_part import Balance
from tests.slack.pictures.test_month_picture import contrast, size_of

EVEN = Balance(("Northwind Foods", "Baltic Packaging"), ((60, 60), (70, 50), (50, 70)))


def test_it_is_a_png_wide_enough_for_a_phone_and_small_enough_for_slack() -> None:
    drawn = balance_picture(EVEN)
    assert drawn[:8] == b"\x89PNG\r\n\x1a\n"
    assert size_of(drawn) == (1_200, 705)
    assert len(drawn) < 200_000


def test_the_same_balance_is_the_same_picture_and_another_is_not() -> None:
    assert balance_picture(EVEN) == balance_picture(EVEN)
    swapped = Balance(EVEN.sides, tuple((b, a) for a, b in EVEN.shares))
    assert balance_picture(swapped) != balance_picture(EVEN)


def test_three_sides_and_a_name_with_signs_of_formulas_are_drawn() -> None:
    three = Balance(("A $x_1$", "B" * 40, "Łódź"), ((0, 100, 50),))
    assert size_of(balance_picture(three)) == (1_200, 480)


@pytest.mark.parametrize(("name", "can"), [("Łódź & co", True), ("株式会社", False)])
def test_a_name_that_the_font_cannot_show_is_left_to_the_words(name: str, can: bool) -> None:
    assert can_be_drawn(Balance((name, "Baltic"), ((60, 60),))) is can


def test_sides_differ_without_colour() -> None:
    assert len({hatch for _, hatch in style.SIDES}) == len(style.SIDES)
    for one, other in combinations([colour for colour, _ in style.SIDES], 2):
        assert contrast(one, other) > 1.05


def test_its_words_name_every_side_and_package() -> None:
    assert EVEN.alt == (
        "What each side gains, of the most that it could gain here. "
        "Package A: Northwind Foods about 60 %, Baltic Packaging about 60 %. "
        "Package B: Northwind Foods about 70 %, Baltic Packaging about 50 %. "
        "Package C: Northwind Foods about 50 %, Baltic Packaging about 70 %."
    )
