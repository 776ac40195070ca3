"""Figures with points, commas and spaces: read by what their own column shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mediation.facts.figures import figure, read_figures, taken_for_thousands


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("120", 120),
        ("-3", -3),
        ("- 3", -3),
        ("3-", -3),
        ("(1,200.5)", -1200.5),
        ("+3", 3),
        ("1,5", 1.5),
        ("1.5", 1.5),
        ("0.125", 0.125),
        ("1,200", 1200),
        ("1.200", 1200),
        ("1,200.5", 1200.5),
        ("1.200,5", 1200.5),
        ("1.200.300", 1_200_300),
        ("1 200,5", 1200.5),
        ("1\u202f200", 1200),
        ("1’200.5", 1200.5),
    ],
)
def test_a_figure_is_read(text: str, value: float) -> None:
    assert figure(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ten",
        "1e5",
        "1_000",
        "inf",
        "nan",
        "1.2.3",
        "1,2,3",
        "١٢",
        "10 kg",
        "9" * 400,
        "1-2",
        "10 20",
        "5--",
    ],
)
def test_what_is_no_figure_is_none(text: str) -> None:
    assert figure(text) is None


def test_a_mark_is_the_decimal_one_where_its_column_shows_it() -> None:
    assert read_figures(["1.234", "0.5"])["1.234"] == 1.234
    assert read_figures(["1,234", "0,5"])["1,234"] == 1.234
    assert read_figures(["1.234", "0,5"])["1.234"] == 1234


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_both_habits_of_writing_give_the_same(whole: int, cents: int) -> None:
    english = f"{whole:,}.{cents:02}"
    spanish = english.translate(str.maketrans(",.", ".,"))
    assert figure(english) == figure(spanish) == float(f"{whole}.{cents:02}")


@pytest.mark.parametrize(
    ("texts", "unsure"),
    [
        (["1.200", "7"], "1.200"),
        (["1.200", "1.5"], ""),
        (["1.200", "1,5"], ""),
        (["1.200", "1.200.300"], ""),
        (["0.200", "7"], ""),
    ],
)
def test_what_could_be_a_fraction_is_named_unless_the_others_show(
    texts: list[str], unsure: str
) -> None:
    assert taken_for_thousands(texts) == unsure
