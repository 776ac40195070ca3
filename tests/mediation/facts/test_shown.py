"""Numbers are shown as they are worked out by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mediation.facts.shown import change, exact, figure, money, percent, two_ways


@pytest.mark.parametrize(
    ("met", "of", "shown"),
    [
        (619, 660, "93.8 %"),
        (1997, 2000, "99.9 %"),
        (2499, 2500, "99.96 %"),
        (99_999, 100_000, "99.999 %"),
        (1, 3000, "0.03 %"),
        (0, 5, "0.0 %"),
        (5, 5, "100.0 %"),
    ],
)
def test_a_share_is_rounded_by_hand_and_only_all_is_a_hundred(
    met: int, of: int, shown: str
) -> None:
    assert percent(met, of) == shown


@pytest.mark.parametrize(
    ("share", "shown"),
    [("0.048", "+4.80 %"), ("-0.00004", "0.00 %"), ("-0.04", "-4.00 %"), ("0", "0.00 %")],
)
def test_a_change_has_its_sign(share: str, shown: str) -> None:
    assert change(Fraction(share)) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(1_234_567.0, "1234567"), (104.25, "104.25"), (Fraction(4, 3), "1.333333")]
)
def test_a_figure_has_all_its_digits(value: float | Fraction, shown: str) -> None:
    assert figure(value) == shown


def test_half_a_cent_is_rounded_up() -> None:
    assert money(exact(61.45) * Fraction(3, 2)) == "92.18"
    assert money(1_234_567.5) == "1,234,567.50"


def test_a_figure_that_can_be_read_two_ways_is_written_in_both() -> None:
    assert two_ways(99_999) == {"thousands": "99999", "fraction": "99.9990"}


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_part_is_never_shown_as_all_or_nothing(met: int, of: int) -> None:
    met = min(met, of)
    assert (percent(met, of) == "100.0 %") == (met == of)
    assert (percent(met, of) == "0.0 %") == (met == 0)
