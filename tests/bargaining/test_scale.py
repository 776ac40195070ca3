"""Scales that compare, and a tie rule that favours no side and no end of a term."""

import numpy as np
import pytest
from hypothesis import given

from bot.bargaining.problem import Problem
from bot.bargaining.scale import scaled
from tests.bargaining.made import additive, problems


@given(problems())
def test_each_sides_packages_range_from_nought_to_one(problem: Problem) -> None:
    table = scaled(problem)
    worst = np.sum([t.min(axis=0) for t in table.terms], axis=0)
    best = np.sum([t.max(axis=0) for t in table.terms], axis=0)
    assert worst == pytest.approx(np.zeros(problem.sides), abs=1e-9)
    for side, own in enumerate(problem.worths):
        flat = all(min(term) == max(term) for term in own)
        assert best[side] == pytest.approx(0.0 if flat else 1.0)


def test_a_side_to_which_all_is_alike_is_content_or_out_of_reach() -> None:
    worths = additive([[2, 2]], [[0, 1]])
    assert scaled(Problem(worths, (2.0, 0.0))).bars.tolist() == [0.0, 0.0]
    assert scaled(Problem(worths, (2.5, 0.0))).bars[0] == np.inf


def test_a_span_lost_in_rounding_is_no_span() -> None:
    worths = additive([[1e11, 1e11 + 1e-4]], [[0, 1]])
    assert scaled(Problem(worths, (0.0, 0.0))).terms[0][:, 0].tolist() == [0.0, 0.0]


def test_a_never_mark_takes_the_option_from_everybody() -> None:
    worths = additive([[0, 1, 2]], [[0, 1, 2]])
    table = scaled(Problem(worths, (0.0, 0.0), never=frozenset({(1, 0, 2)})))
    assert table.allowed[0].tolist() == [1]
