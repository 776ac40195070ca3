"""The short cut around the fair package, and what is nearest where nothing fits."""

import numpy as np
import pytest

from bot.bargaining.frontier import frontier
from bot.bargaining.problem import FrontierTooLarge, Problem
from bot.bargaining.scale import scaled
from bot.bargaining.tangent import even_direction, nash_direction, selfish_direction
from bot.bargaining.vicinity import nearest, vicinity
from tests.bargaining import oracle
from tests.bargaining.made import additive, large


def test_up_to_a_stated_size_the_whole_frontier_is_listed() -> None:
    problem = large(2, 5, 4, seed=3)
    near = vicinity(problem, scaled(problem), "product")
    assert near.complete
    assert len(near.front) == len(frontier(problem))


def test_beyond_it_a_part_around_the_aim_is() -> None:
    problem = large(2, 12, 8, seed=3)
    near = vicinity(problem, scaled(problem), "product", around=0.03)
    assert not near.complete
    gains = near.points.worths.prod(axis=1)
    assert len(gains) > 3
    assert gains.min() <= gains.max() * 0.99


@pytest.mark.parametrize("seed", range(8))
def test_the_most_a_side_can_gain_is_the_same_by_short_cut_and_in_full(seed: int) -> None:
    problem = large(3, 6, 4, seed)
    table = scaled(problem)
    full, part = vicinity(problem, table, "share"), vicinity(problem, table, "share", small=0)
    assert part.most == pytest.approx(full.most, abs=1e-9)


def test_nearest_is_nearest_by_the_largest_lack() -> None:
    looked_at = 0
    for seed in range(600):
        problem = oracle.random_problem(seed)
        spans = [sum(max(t) - min(t) for t in side) for side in problem.worths]
        if oracle.feasible(problem) or min(spans) < 0.1:
            continue
        packages = list(problem.packages())
        if not packages:
            continue
        looked_at += 1
        lacks = [
            max(
                (b - u) / span
                for b, u, span in zip(problem.bars, problem.worths_of(p), spans, strict=True)
            )
            for p in packages
        ]
        found = nearest(problem)
        first = max(
            (b - u) / span
            for b, u, span in zip(problem.bars, found.front.worths[0], spans, strict=True)
        )
        assert first == pytest.approx(min(lacks), abs=1e-6), seed
    assert looked_at > 10


def test_what_is_nearest_is_found_among_too_many_packages_to_list() -> None:
    problem = large(2, 14, 8, seed=5)
    tops = tuple(sum(max(t) for t in side) for side in problem.worths)
    asked = Problem(problem.worths, tops)
    found = nearest(asked)
    lacks = [
        (top - u) / span
        for top, u, span in zip(
            tops,
            found.front.worths[0],
            [sum(max(t) - min(t) for t in side) for side in problem.worths],
            strict=True,
        )
    ]
    assert max(lacks) < 0.6
    assert lacks[0] == pytest.approx(lacks[1], abs=0.02)


@pytest.mark.parametrize("seed", range(5))
def test_a_plane_bounds_what_it_is_drawn_for(seed: int) -> None:
    problem = large(3, 4, 3, seed)
    table = scaled(problem)
    packages = list(problem.packages())
    worths = np.array(
        [sum(table.terms[t][o] for t, o in enumerate(p)) for p in packages], dtype=np.float64
    )
    top = [t.max(axis=0) for t in table.terms]
    assert len(top) == 4

    def bound(direction: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
        return float(sum((t @ direction).max() for t in table.terms))

    nash = nash_direction(table)
    product = worths.prod(axis=1).max()
    assert product <= (bound(nash) / 3) ** 3 / nash.prod() + 1e-9
    even = even_direction(table, np.ones(3))
    assert worths.min(axis=1).max() <= bound(even) / even.sum() + 1e-9
    selfish = selfish_direction(table, 0)
    others = float(selfish[1:] @ table.bars[1:])
    assert worths[:, 0].max() <= bound(selfish) - others + 1e-9


def test_where_a_side_can_gain_nothing_there_is_no_short_cut_but_an_answer() -> None:
    worths = additive([[1, 1]] * 3, [[0, 1]] * 3)
    problem = Problem(worths, (3.0, 0.0))
    near = vicinity(problem, scaled(problem), "product", small=0)
    assert near.complete
    assert near.front.packages == ((1, 1, 1),)


def test_a_frontier_that_cannot_be_listed_nor_cut_short_is_refused() -> None:
    flat = [[1.0] * 8] * 9
    rng = np.random.default_rng(1)
    others = [rng.uniform(size=(9, 8)).tolist() for _ in range(5)]
    problem = Problem(additive(flat, *others), (9.0, 0.0, 0.0, 0.0, 0.0, 0.0))
    with pytest.raises(FrontierTooLarge):
        vicinity(problem, scaled(problem), "product")
