"""After signing: at least as good for every side, or nothing."""

import pytest

from bot.bargaining.problem import Malformed, Problem
from bot.bargaining.settlement import improvements
from tests.bargaining import oracle
from tests.bargaining.made import additive

TRADE = Problem(additive([[0, 3], [0, 1]], [[1, 0], [3, 0]]), (0.0, 0.0))


def test_a_signed_package_that_trades_the_wrong_way_round_is_bettered() -> None:
    (offer, *_) = improvements(TRADE, (0, 1))
    assert offer.package == (1, 0)
    assert offer.worths == (3.0, 3.0)


def test_an_efficient_package_is_left_alone() -> None:
    assert improvements(TRADE, (1, 0)) == ()


def test_random_signed_packages_are_bettered_exactly_where_that_is_possible() -> None:
    bettered = left = 0
    for seed in range(600):
        problem = oracle.random_problem(seed)
        packages = oracle.feasible(problem)
        if not packages:
            continue
        signed = packages[seed % len(packages)]
        held = oracle.worths(problem, signed)
        every = [oracle.worths(problem, p) for p in packages]
        possible = any(
            all(a >= b - 1e-9 for a, b in zip(other, held, strict=True))
            and any(a > b + 1e-5 for a, b in zip(other, held, strict=True))
            for other in every
        )
        offers = improvements(problem, signed)
        assert bool(offers) == possible, seed
        for offer in offers:
            assert all(a >= b - 1e-7 for a, b in zip(offer.worths, held, strict=True)), seed
            assert offer.package != signed
            assert problem.allows(offer.package), seed
        bettered += possible
        left += not possible
    assert bettered > 100
    assert left > 100


def test_what_was_signed_replaces_the_limits_named_before() -> None:
    limited = Problem(TRADE.worths, (0.0, 0.0), walk_aways=(4.0, 4.0))
    assert improvements(limited, (0, 1))


def test_a_signed_package_that_is_ruled_out_now_can_still_be_bettered() -> None:
    marked = Problem(TRADE.worths, (0.0, 0.0), never=frozenset({(0, 1, 1)}))
    assert [o.package for o in improvements(marked, (0, 1))] == [(1, 0)]


@pytest.mark.parametrize("signed", [(), (0,), (0, 2), (-1, 0), (0, 0, 0)])
def test_what_is_no_package_is_refused(signed: tuple[int, ...]) -> None:
    with pytest.raises(Malformed, match="signed"):
        improvements(TRADE, signed)
