"""Scale, order and names change nothing; sides swapped, the packages stay and shares swap."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bargaining.fairness import Rule, fair
from bot.bargaining.menu import Menu, propose_menu
from bot.bargaining.problem import Package, Problem
from tests.bargaining.made import mirrored, problems


def menu_of(problem: Problem, rule: Rule = Rule.NASH) -> list[Package]:
    found = propose_menu(problem, rule=rule)
    return [o.package for o in found.offers] if isinstance(found, Menu) else list(found.nearest)


def rescaled(problem: Problem, side: int, factor: float, shift: float) -> Problem:
    """One side's numbers in other units, each term counted from another zero."""
    worths = tuple(
        tuple(tuple(u * factor + shift for u in term) for term in own) if s == side else own
        for s, own in enumerate(problem.worths)
    )
    moved = shift * len(problem.options)
    nothing = tuple(
        d * factor + moved if s == side else d for s, d in enumerate(problem.disagreement)
    )
    return Problem(worths, nothing)


@given(problems(), st.sampled_from([0.5, 2.0, 1024.0]), st.sampled_from([-8.0, 0.0, 64.0]))
def test_a_sides_own_scale_changes_no_package(problem: Problem, by: float, shift: float) -> None:
    for rule in Rule:
        assert menu_of(rescaled(problem, 0, by, shift), rule) == menu_of(problem, rule)


@given(problems(), st.randoms(use_true_random=False))
def test_the_order_of_sides_changes_no_package_and_swaps_the_shares(
    problem: Problem, chance: random.Random
) -> None:
    order = list(range(problem.sides))
    chance.shuffle(order)
    turned = Problem(
        tuple(problem.worths[s] for s in order), tuple(problem.disagreement[s] for s in order)
    )
    assert menu_of(turned) == menu_of(problem)
    for rule in Rule:
        here, there = fair(problem, rule), fair(turned, rule)
        if here is None or there is None:
            assert here is there
            continue
        assert there.shares == pytest.approx([here.shares[s] for s in order])
        assert there.rules == here.rules


@given(problems() | mirrored(), st.randoms(use_true_random=False))
def test_the_order_of_terms_changes_nobodys_worth(problem: Problem, chance: random.Random) -> None:
    order = list(range(len(problem.options)))
    chance.shuffle(order)
    turned = replace(
        problem, worths=tuple(tuple(side[t] for t in order) for side in problem.worths)
    )
    for rule in Rule:
        solution, moved = fair(problem, rule), fair(turned, rule)
        if solution is None or moved is None:
            assert solution is moved
            continue
        if not can_mirror(problem):
            assert moved.worths == pytest.approx(solution.worths)
    if not has_equals(problem):
        back = [tuple(p[order.index(t)] for t in range(len(order))) for p in menu_of(turned)]
        assert back == menu_of(problem)


def test_of_two_mirrored_packages_the_same_one_comes_first_in_every_order() -> None:
    """A's (0, 2) and (0, 1) against B's (2, 0) and (1, 0): (2, 1) or (1, 2) are equally fair."""
    counted = Counter[bool]()
    for small in range(1, 60):
        mine, theirs = ((0.0, 60.0), (0.0, small)), ((60.0, 0.0), (small, 0.0))
        problem = Problem((mine, theirs), (0.0, 0.0))
        turned = Problem((mine[::-1], theirs[::-1]), (0.0, 0.0))
        menu, moved = menu_of(problem), menu_of(turned)
        assert [p[::-1] for p in moved] == menu
        counted[problem.worths_of(menu[0])[0] > problem.worths_of(menu[0])[1]] += 1
    assert min(counted[True], counted[False]) > 15


def can_mirror(problem: Problem) -> bool:
    """Whether exchanging mirrored terms exchanges the sides: no rule can tell the sides apart."""
    turned = tuple(sorted(zip(*problem.worths[::-1], strict=True)))
    return problem.sides == 2 and turned == tuple(sorted(zip(*problem.worths, strict=True)))


def has_equals(problem: Problem) -> bool:
    """Whether different packages are worth the same to everybody: one stands for all then."""
    worths = [problem.worths_of(p) for p in problem.packages()]
    return len(set(worths)) < len(worths)


def test_a_tie_favours_neither_end_of_a_term_nor_the_first_side() -> None:
    """Of two mirrored packages the coins choose; over many sizes no end wins most often."""
    low, high = 0, 0
    for n in range(2, 60):
        first = [0.0] * n
        first[0], second = 1.0, [0.0] * n
        second[-1] = 1.0
        problem = Problem(((tuple(first),), (tuple(second),)), (0.0, 0.0))
        solution = fair(problem)
        assert solution is not None
        low += solution.package == (0,)
        high += solution.package == (n - 1,)
        swapped = fair(Problem((problem.worths[1], problem.worths[0]), (0.0, 0.0)))
        assert swapped is not None
        assert swapped.package == solution.package
    assert low > 12
    assert high > 12


@given(problems())
def test_the_same_problem_gives_the_same_menu(problem: Problem) -> None:
    assert menu_of(problem) == menu_of(replace(problem))
