"""Over many agreements: who has had what share, and a word when one side has carried most."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bargaining.ledger import ENOUGH, ledger
from bot.bargaining.problem import Malformed


def test_the_balance_runs_and_sums_to_nought() -> None:
    found = ledger([(0.8, 0.6), (0.5, 0.9)])
    assert found.balance[0] == pytest.approx((0.1, -0.1))
    assert found.balance[1] == pytest.approx((-0.1, 0.1))


def test_what_is_missing_to_one_was_conceded() -> None:
    assert ledger([(0.9, 0.6)]).carried == pytest.approx((0.2, 0.8))
    assert ledger([(1.0, 1.0)]).carried == (0.5, 0.5)


def test_a_side_that_carried_most_over_enough_agreements_is_named() -> None:
    tilted = [(0.9, 0.5)] * ENOUGH
    assert ledger(tilted).heaviest == 1
    assert ledger([row[::-1] for row in tilted]).heaviest == 0
    assert ledger(tilted[:-1]).heaviest is None


def test_tilts_that_even_out_are_no_matter() -> None:
    assert ledger([(0.9, 0.5), (0.5, 0.9), (0.8, 0.7)]).heaviest is None


def test_where_everybody_has_had_nearly_everything_nobody_has_carried_much() -> None:
    assert ledger([(0.99, 0.92)] * 5).heaviest is None


def test_three_sides_have_a_ledger_too() -> None:
    found = ledger([(0.9, 0.9, 0.3)] * 3)
    assert found.heaviest == 2
    assert sum(found.carried) == pytest.approx(1)


def test_no_agreements_no_ledger() -> None:
    found = ledger([])
    assert found.balance == ()
    assert found.heaviest is None


@pytest.mark.parametrize(
    "rows", [[(0.5,)], [(0.5, 0.5), (0.5,)], [(0.5, 1.2)], [(0.5, -0.1)], [(float("nan"), 0.5)]]
)
def test_what_is_no_share_is_refused_with_its_place(rows: list[tuple[float, ...]]) -> None:
    with pytest.raises(Malformed, match=r"shares\[\d\]"):
        ledger(rows)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=12))
def test_swapping_the_sides_mirrors_the_ledger(rows: list[tuple[float, float]]) -> None:
    here, there = ledger(rows), ledger([(b, a) for a, b in rows])
    assert [pytest.approx(row[::-1]) for row in there.balance] == list(here.balance)
    assert there.carried == pytest.approx(here.carried[::-1])
    mirrored = {None: None, 0: 1, 1: 0}[here.heaviest]
    assert there.heaviest == mirrored
