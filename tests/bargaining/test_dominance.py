"""What nobody can better stays; of equal points one does, by its coin."""

import numpy as np
import pytest

from bot.bargaining.dominance import Floats, efficient


def plainly_efficient(worths: Floats) -> set[tuple[float, ...]]:
    rows = {tuple(row) for row in worths.tolist()}
    return {
        p
        for p in rows
        if not any(q != p and all(a >= b for a, b in zip(q, p, strict=True)) for q in rows)
    }


@pytest.mark.parametrize("sides", [1, 2, 3, 4, 5, 6])
def test_what_stays_is_what_comparing_all_pairs_leaves(sides: int) -> None:
    rng = np.random.default_rng(sides)
    kept = 0
    for trial in range(120):
        grid = int(rng.integers(2, 9))
        worths = rng.integers(0, grid, size=(int(rng.integers(1, 60)), sides)) / 8
        coins = rng.integers(0, 10**6, size=len(worths))
        chosen = efficient(worths, coins)
        found = [tuple(row) for row in worths[chosen].tolist()]
        assert set(found) == plainly_efficient(worths), trial
        assert len(found) == len(set(found)), trial
        kept += len(found)
    assert kept >= 120


@pytest.mark.parametrize("sides", [2, 3, 4])
def test_of_equal_points_the_lowest_coin_stays(sides: int) -> None:
    worths = np.ones((5, sides))
    assert efficient(worths, np.array([7, 3, 9, 1, 4])).tolist() == [3]


@pytest.mark.parametrize("sides", [2, 3, 4])
def test_worths_that_differ_by_rounding_alone_are_equal(sides: int) -> None:
    worths = np.full((2, sides), 0.3)
    worths[0, 0] = 0.1 + 0.2
    assert len(efficient(worths, np.array([0, 1]))) == 1


def test_many_points_are_compared_in_chunks_all_the_same() -> None:
    rng = np.random.default_rng(5)
    points = rng.uniform(size=(1500, 4))
    worths = points / np.linalg.norm(points, axis=1, keepdims=True)
    assert len(efficient(worths, np.arange(1500))) == 1500
    below = np.concatenate([worths, worths * 0.9])
    assert set(efficient(below, np.arange(3000)).tolist()) == set(range(1500))


def test_no_points_leave_none() -> None:
    assert len(efficient(np.empty((0, 2)), np.empty(0, np.int64))) == 0
