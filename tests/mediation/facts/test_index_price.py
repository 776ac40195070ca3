"""A price that follows an index, by worked examples.

Worked by hand: the resin index goes from 100 to 114, resin is 40 % of the price.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mediation.facts.index_price import IndexClause, back, change, change_for
from bot.mediation.refusals import Unclear


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (IndexClause(share=0.4), 0.056),
        (IndexClause(share=1.0), 0.14),
        (IndexClause(share=0.4, pass_through=0.5), 0.028),
        (IndexClause(share=0.4, dead_band=0.05), 0.056),
        (IndexClause(share=0.4, dead_band=0.05, only_beyond=True), 0.036),
        (IndexClause(share=0.4, dead_band=0.14), 0.0),
        (IndexClause(share=0.4, cap=0.04), 0.04),
        (IndexClause(share=0.4, floor=0.01), 0.056),
    ],
)
def test_a_rise_of_14_percent(clause: IndexClause, expected: float) -> None:
    assert change(100, 114, clause).change == pytest.approx(expected)


def test_a_fall_is_handed_on_like_a_rise_and_held_at_the_floor() -> None:
    clause = IndexClause(share=0.4, floor=0.02)
    assert change(100, 96, clause).change == pytest.approx(-0.016)
    assert change(100, 80, clause).change == pytest.approx(-0.02)


def test_the_formula_shows_every_step() -> None:
    plain = change(100, 114, IndexClause(share=0.4, pass_through=0.5))
    assert plain.formula.said("en") == "+14.00 % index × 40 % material × 50 % passed on = +2.80 %"
    capped = change(100, 114, IndexClause(share=0.4, cap=0.04))
    assert capped.formula.said("en").endswith("= +5.60 %, held at +4.00 %")
    banded = change(100, 114, IndexClause(share=0.4, dead_band=0.05, only_beyond=True))
    assert banded.formula.said("en").startswith("+9.00 % of the index beyond ± 5 %")


@pytest.mark.parametrize(
    ("month", "months", "earlier"),
    [((2026, 3), 2, (2026, 1)), ((2026, 1), 1, (2025, 12)), ((2026, 1), 13, (2024, 12))],
)
def test_a_lag_goes_back_over_the_years_end(
    month: tuple[int, int], months: int, earlier: tuple[int, int]
) -> None:
    assert back(month, months) == earlier


def test_a_series_is_read_with_its_lag() -> None:
    series = {(2025, 12): 100.0, (2026, 1): 110.0, (2026, 3): 150.0}
    found = change_for((2026, 3), (2025, 12), series, IndexClause(share=0.5, lag=2))
    assert found.change == pytest.approx(0.05)


def test_a_month_without_a_value_is_named() -> None:
    with pytest.raises(Unclear, match="no value for 2026-02"):
        change_for((2026, 2), (2025, 12), {(2025, 12): 100.0}, IndexClause(share=0.5))


@pytest.mark.parametrize(("base", "current"), [(0, 100), (100, 0), (-1, 100)])
def test_an_index_is_above_zero(base: float, current: float) -> None:
    with pytest.raises(Unclear, match="above zero"):
        change(base, current, IndexClause(share=0.5))


@pytest.mark.parametrize("clause", [IndexClause(share=40), IndexClause(0.4, pass_through=-1)])
def test_a_share_lies_between_nothing_and_all(clause: IndexClause) -> None:
    with pytest.raises(Unclear, match="from 0 to 100"):
        change(100, 114, clause)


@given(st.floats(1, 1000), st.floats(1, 1000), st.floats(0, 1), st.floats(0, 1), st.floats(0, 0.2))
def test_the_price_never_moves_more_than_the_index(
    base: float, current: float, share: float, passed: float, band: float
) -> None:
    found = change(base, current, IndexClause(share, passed, dead_band=band, only_beyond=True))
    assert abs(found.change) <= abs(found.index_change) + 1e-12
    assert found.change * found.index_change >= 0


def test_a_change_as_large_as_the_dead_band_moves_nothing() -> None:
    found = change(100, 105, IndexClause(share=0.6, dead_band=0.05))
    assert found.change == 0
    assert found.formula.said("en") == (
        "+5.00 % index, within ± 5 %, counts as 0 % × 60 % material × 100 % passed on = 0.00 %"
    )
