"""The frontier of a whole, merged from its terms."""

import pytest

from bot.bargaining.frontier import frontier
from bot.bargaining.problem import FrontierTooLarge, Problem
from tests.bargaining import oracle
from tests.bargaining.made import additive, large


def test_a_bettered_option_of_a_free_term_is_in_no_efficient_package() -> None:
    worths = additive([[0, 1, 2], [5, 0]], [[2, 0, 1], [0, 5]])
    found = frontier(Problem(worths, (0.0, 0.0)))
    assert all(package[0] != 1 for package in found.packages)
    assert len(found) == 4


def test_a_bettered_option_stays_where_a_combination_forbids_the_better_one() -> None:
    """Five years (option 1) only if the rebate is at least 3 % (option 1)."""
    worths = additive([[0, 4], [0, 1]], [[0, 2], [1, 0]])
    free = Problem(worths, (0.0, 0.0))
    tied = Problem(worths, (0.0, 0.0), forbidden=(frozenset({(0, 1), (1, 0)}),))
    assert set(frontier(free).packages) == {(1, 0), (1, 1)}
    assert set(frontier(tied).packages) == {(1, 1)}


def test_a_combination_of_three_terms_ties_them_all() -> None:
    side = [[0, 1], [0, 1], [0, 1]]
    forbidden = (frozenset({(0, 1), (1, 1), (2, 1)}),)
    found = frontier(Problem(additive(side, side), (0.0, 0.0), forbidden=forbidden))
    assert len(found) == 1
    assert sum(found.packages[0]) == 2


def test_a_combination_that_can_never_hold_ties_nothing() -> None:
    worths = additive([[0, 1]], [[1, 0]])
    never_whole = (frozenset({(0, 0), (0, 1)}),)
    assert len(frontier(Problem(worths, (0.0, 0.0), forbidden=never_whole))) == 2


def test_one_forbidden_option_is_a_never_of_everybody() -> None:
    worths = additive([[0, 1, 2]], [[0, 1, 2]])
    found = frontier(Problem(worths, (0.0, 0.0), forbidden=(frozenset({(0, 2)}),)))
    assert found.packages == ((1,),)


def test_where_every_option_of_a_term_is_ruled_out_nothing_is_left() -> None:
    worths = additive([[0, 1], [0, 1]], [[1, 0], [1, 0]])
    never = frozenset({(0, 0, 0), (1, 0, 1)})
    assert len(frontier(Problem(worths, (0.0, 0.0), never=never))) == 0


def test_bars_prune_and_can_be_left_aside() -> None:
    worths = additive([[0, 1, 2, 3]], [[3, 2, 1, 0]])
    problem = Problem(worths, (1.0, 1.0))
    assert set(frontier(problem).packages) == {(1,), (2,)}
    assert len(frontier(problem, above_bars=False)) == 4


def test_worths_are_told_on_the_sides_own_scales() -> None:
    worths = additive([[100, 300]], [[-7, -9]])
    found = frontier(Problem(worths, (0.0, -100.0)))
    assert sorted(map(tuple, found.worths.tolist())) == [(100.0, -7.0), (300.0, -9.0)]


@pytest.mark.parametrize("sides", [5, 6])
def test_five_and_six_sides_are_solved_exactly_too(sides: int) -> None:
    for seed in range(6):
        problem = large(sides, 4, 3, seed)
        got = {tuple(round(float(u), 7) for u in row) for row in frontier(problem).worths}
        assert got == oracle.efficient_worths(problem)
        assert len(got) > 1


def test_a_frontier_of_many_sides_is_refused_past_its_size_not_hung_on() -> None:
    with pytest.raises(FrontierTooLarge, match="packages"):
        frontier(large(6, 12, 10, 3), max_points=2_000)
