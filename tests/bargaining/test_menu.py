"""Three packages: efficient, above every bar, near-equally fair, different; or honestly none."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from bot.bargaining.fairness import fair, score
from bot.bargaining.menu import TOLERANCES, Lead, Menu, NoOverlap, propose_menu, trade
from bot.bargaining.problem import Package, Problem
from tests.bargaining import oracle
from tests.bargaining.made import additive, large, points

FOUR_TERMS = large(2, 4, 4, seed=1)


def menu_of(problem: Problem) -> Menu:
    found = propose_menu(problem)
    assert isinstance(found, Menu)
    return found


def test_the_first_is_the_fair_one_and_says_by_which_rule() -> None:
    menu = menu_of(FOUR_TERMS)
    solution = fair(FOUR_TERMS)
    assert solution is not None
    assert menu.offers[0].package == solution.package
    assert menu.offers[0].rules == solution.rules
    assert menu.offers[0].rules


def test_every_offer_of_small_random_problems_keeps_what_a_menu_promises() -> None:
    seen: Counter[str] = Counter()
    left_out = 0
    for seed in range(700):
        problem = oracle.random_problem(seed)
        menu = propose_menu(problem)
        allowed = oracle.feasible(problem)
        if isinstance(menu, NoOverlap):
            assert not allowed, seed
            seen["no overlap"] += 1
            continue
        efficient = oracle.efficient_worths(problem)
        packages = [o.package for o in menu.offers]
        assert len(set(packages)) == len(packages), seed
        assert set(packages) <= set(allowed), seed
        for offer in menu.offers:
            assert tuple(round(u, 7) + 0.0 for u in offer.worths) in efficient, seed
            away = zip(offer.shares, menu.offers[0].shares, strict=True)
            assert all(abs(a - b) <= menu.tolerance + 1e-6 for a, b in away), seed
        gaining = [worths for worths in efficient if gains(problem, allowed, worths)]
        assert len(packages) == min(3, len(gaining or efficient)), seed
        idle = [o for o in menu.offers if not gains(problem, allowed, o.worths)]
        assert idle == (list(menu.offers) if not gaining else []), seed
        left_out += 0 < len(gaining) < min(3, len(efficient))
        seen[f"{len(packages)} offers"] += 1
    assert min(seen.values()) > 20, seen
    assert seen["3 offers"] > 100
    assert left_out > 1


def gains(problem: Problem, allowed: list[Package], worths: tuple[float, ...]) -> bool:
    """Whether every side that can gain something does."""
    sides = range(problem.sides)
    most = [max(problem.worth(s, p) for p in allowed) for s in sides]
    nothing = problem.disagreement
    return all(worths[s] > nothing[s] + 1e-6 or most[s] <= nothing[s] + 1e-6 for s in sides)


def test_what_leaves_a_side_where_it_is_comes_only_where_there_is_nothing_else() -> None:
    """Worth 0, 1 or 2 above today to one side, the opposite to the other."""
    problem = points((0, 2), (1, 1), (2, 0))
    menu = menu_of(problem)
    assert [offer.gains for offer in menu.offers] == [(0.5, 0.5)]
    assert menu.offers[0].betters_all
    declined = propose_menu(problem, declined={(1,)})
    assert isinstance(declined, Menu)
    assert {offer.gains for offer in declined.offers} == {(0.0, 1.0), (1.0, 0.0)}
    assert not any(offer.betters_all for offer in declined.offers)


def test_a_menu_says_why_its_first_package_stands_first() -> None:
    menu = menu_of(FOUR_TERMS)
    assert menu.lead is Lead.FAIR
    fair_one = menu.offers[0].package
    later = propose_menu(FOUR_TERMS, declined={fair_one})
    assert isinstance(later, Menu)
    assert later.lead is Lead.NEAREST
    other = menu.offers[1].package
    wished = propose_menu(
        FOUR_TERMS, weigh=lambda front: np.array([float(p == other) for p in front.packages])
    )
    assert isinstance(wished, Menu)
    assert (wished.lead, wished.offers[0].package) == (Lead.EXPECTED, other)


def test_of_equally_different_packages_those_expected_to_be_best_come() -> None:
    """One term, so that all packages differ alike; shares within 0.1 of the fair one's."""
    problem = points(*[(k, 40 - k) for k in range(41)])
    plain = {o.package[0] for o in menu_of(problem).offers}
    assert plain == {19, 20, 21}
    wish = {20: 1.0, 23: 0.9, 17: 0.8, 19: 0.2, 21: 0.1, 39: 0.95}
    wished = propose_menu(
        problem, weigh=lambda front: np.array([wish.get(p[0], 0.0) for p in front.packages])
    )
    assert isinstance(wished, Menu)
    assert [o.package[0] for o in wished.offers] == [20, 23, 17]


def test_the_tolerance_is_the_least_stated_one_that_fills_the_menu() -> None:
    menu = menu_of(FOUR_TERMS)
    assert menu.tolerance in TOLERANCES
    smaller = [t for t in TOLERANCES if t < menu.tolerance]
    first = menu.offers[0].shares
    for tolerance in smaller:
        near = [
            o
            for o in menu.offers[1:]
            if max(abs(a - b) for a, b in zip(o.shares, first, strict=True)) <= tolerance
        ]
        assert len(near) < 2


def test_offers_differ_in_as_many_terms_as_the_tolerance_allows() -> None:
    chosen_from_many = 0
    for seed in range(8):
        problem = large(2, 4, 3, seed)
        menu = menu_of(problem)
        scored = score(problem)
        first = menu.offers[0].shares
        near = [
            p
            for p, shares in zip(scored.front.packages, scored.shares, strict=True)
            if max(abs(a - b) for a, b in zip(shares, first, strict=True)) <= menu.tolerance + 1e-9
        ]
        fair_one = menu.offers[0].package
        best = max(least_apart((fair_one, a, b)) for a in near for b in near if a != b)
        assert least_apart(tuple(o.package for o in menu.offers)) == best, seed
        chosen_from_many += len(near) > 3
    assert chosen_from_many > 3


def least_apart(packages: tuple[tuple[int, ...], ...]) -> int:
    return min(sum(a != b for a, b in zip(p, q, strict=True)) for p, q in combinations(packages, 2))


def test_each_trade_tells_what_changes_against_the_package_before() -> None:
    menu = menu_of(FOUR_TERMS)
    assert len(menu.trades) == len(menu.offers) - 1
    for before, after, told in zip(menu.offers, menu.offers[1:], menu.trades, strict=False):
        changed = list(before.package)
        for term, there, here in told.changes:
            assert changed[term] == there
            changed[term] = here
        assert tuple(changed) == after.package
    assert trade((0, 1, 2), (0, 2, 1)).changes == ((1, 1, 2), (2, 2, 1))


def test_nothing_declined_comes_again_and_the_nearest_to_fair_leads() -> None:
    shown: set[tuple[int, ...]] = set()
    rounds = 0
    while isinstance(menu := propose_menu(FOUR_TERMS, declined=shown), Menu):
        packages = {o.package for o in menu.offers}
        assert not packages & shown
        shown |= packages
        rounds += 1
    assert menu.exhausted
    assert not set(menu.nearest) & shown
    assert all(menu.who_moves(i) for i in range(len(menu.nearest)))
    assert rounds > 2


def test_where_only_today_is_left_the_nearest_other_package_is_named() -> None:
    problem = points((0, 3), (2, 2), (4, 0), disagreement=(2.0, 2.0))
    found = propose_menu(problem, declined={(1,)})
    assert isinstance(found, NoOverlap)
    assert found.exhausted
    assert found.nearest[0] == (2,) or found.nearest[0] == (0,)
    assert set(found.nearest) == {(0,), (2,)}
    assert {found.who_moves(i) for i in range(2)} == {(0,), (1,)}


def test_a_single_package_makes_a_menu_of_one() -> None:
    menu = menu_of(points((1, 1)))
    assert [o.package for o in menu.offers] == [(0,)]
    assert menu.trades == ()


@pytest.mark.parametrize("size", [1, 2, 4, 5])
def test_a_menu_may_be_of_another_size(size: int) -> None:
    menu = propose_menu(FOUR_TERMS, size=size)
    assert isinstance(menu, Menu)
    assert len({o.package for o in menu.offers}) == size


class TestNoOverlap:
    """Two sides that ask for more than there is: 10 in all, 6 and 7 wanted."""

    problem = points(*[(k, 10 - k) for k in range(11)], disagreement=(6.0, 7.0))

    def found(self) -> NoOverlap:
        found = propose_menu(self.problem)
        assert isinstance(found, NoOverlap)
        return found

    def test_it_is_said_with_the_nearest_packages_nearest_first(self) -> None:
        found = self.found()
        assert not found.exhausted
        lacks = [max(row) for row in found.lacks]
        assert lacks == sorted(lacks)
        assert lacks[0] == 2.0
        assert {p[0] for p in found.nearest} == {4, 5, 3} or {p[0] for p in found.nearest} == {
            4,
            5,
            6,
        }

    def test_it_says_who_would_have_to_move_and_how_far(self) -> None:
        found = self.found()
        for index, package in enumerate(found.nearest):
            worths = self.problem.worths_of(package)
            bars = self.problem.bars
            short = [max(b - w, 0.0) for b, w in zip(bars, worths, strict=True)]
            assert found.lacks[index] == pytest.approx(short)
            assert found.who_moves(index) == tuple(s for s, x in enumerate(short) if x > 0)

    def test_one_side_alone_may_have_to_move(self) -> None:
        found = propose_menu(points((1, 9), (2, 8), disagreement=(3.0, 1.0)))
        assert isinstance(found, NoOverlap)
        assert found.who_moves(0) == (0,)
        assert found.nearest[0] == (1,)

    def test_where_everything_is_ruled_out_no_package_is_near(self) -> None:
        worths = additive([[0, 1]], [[1, 0]])
        never = frozenset({(0, 0, 0), (1, 0, 1)})
        found = propose_menu(Problem(worths, (0.0, 0.0), never=never))
        assert isinstance(found, NoOverlap)
        assert found.nearest == ()
        assert not found.exhausted

    def test_where_the_frontier_is_too_long_good_ones_come_with_their_bound(self) -> None:
        long = large(3, 30, 10, seed=3)
        most = [sum(max(term) for term in side) for side in long.worths]
        found = propose_menu(replace(long, walk_aways=tuple(0.9 * m for m in most)))
        assert isinstance(found, NoOverlap)
        assert len(found.nearest) == 3
        spans = [sum(max(term) - min(term) for term in side) for side in long.worths]
        lacks = [max(x / s for x, s in zip(row, spans, strict=True)) for row in found.lacks]
        assert lacks == sorted(lacks)
        assert 0 < found.within < lacks[0]
        # Nobody's largest lack is below the mean lack of the package worth most to all together.
        together = sum(
            max(sum(u / s for u, s in zip(option, spans, strict=True)) for option in options)
            for options in (zip(*term, strict=True) for term in zip(*long.worths, strict=True))
        )
        wanted = sum(0.9 * m / s for m, s in zip(most, spans, strict=True))
        assert lacks[0] - found.within >= (wanted - together) / 3 - 1e-6

    def test_what_is_told_exactly_has_no_bound(self) -> None:
        assert self.found().within == 0

    def test_random_problems_without_overlap_are_told_from_those_with_one(self) -> None:
        none = 0
        for seed in range(400):
            problem = oracle.random_problem(seed)
            found = propose_menu(problem)
            assert isinstance(found, NoOverlap) == (not oracle.feasible(problem)), seed
            none += isinstance(found, NoOverlap)
        assert none > 20
