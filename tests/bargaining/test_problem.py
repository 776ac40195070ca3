"""A problem is numbers that make sense, or a refusal that says where they do not."""

import math
from dataclasses import replace
from typing import Any

import pytest

from bot.bargaining.problem import BargainingError, Malformed, Problem
from tests.bargaining.made import additive

TWO = additive([[0, 1], [0, 2, 4]], [[3, 0], [1, 1, 0]])
PROBLEM = Problem(TWO, (0.0, 0.0))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"worths": TWO[:1], "disagreement": (0.0,)}, "2 to 6 sides"),
        ({"worths": TWO[:1] * 7, "disagreement": (0.0,) * 7}, "2 to 6 sides are needed, not 7"),
        ({"worths": ((), ())}, r"worths\[0\]"),
        ({"worths": (((1.0,), ()), ((1.0,), ()))}, r"worths\[0\]: every term needs"),
        ({"worths": (TWO[0], TWO[1][:1])}, r"worths\[1\]: its terms and options differ"),
        ({"worths": (TWO[0], ((math.nan, 0.0), TWO[1][1]))}, r"worths\[1\]\[0\]"),
        ({"worths": (TWO[0], (TWO[1][0], (1.0, math.inf, 0.0)))}, r"worths\[1\]\[1\]"),
        ({"worths": (TWO[0], (TWO[1][0], (1.0, 1e13, 0.0)))}, r"worths\[1\]\[1\]"),
        ({"worths": (TWO[0], (("1", 0.0), TWO[1][1]))}, r"worths\[1\]\[0\]"),
        ({"worths": (TWO[0], ((10**400, 0.0), TWO[1][1]))}, r"worths\[1\]\[0\]"),
        ({"disagreement": (0.0, None)}, "disagreement: every value"),
        ({"disagreement": (0.0,)}, "disagreement: one value a side"),
        ({"disagreement": (0.0, math.nan)}, "disagreement: every value"),
        ({"walk_aways": (None, math.inf)}, "walk_aways: every value"),
        ({"walk_aways": (None, None, None)}, "walk_aways: one value a side"),
        ({"never": frozenset({(2, 0, 0)})}, "never: there is no side 2"),
        ({"never": frozenset({(0, 0, 2)})}, "never: there is no side 0, term 0, option 2"),
        ({"never": frozenset({(0, -1, 0)})}, "never"),
        ({"forbidden": (frozenset(),)}, r"forbidden\[0\]"),
        ({"forbidden": (frozenset({(0, 0)}), frozenset({(5, 0)}))}, r"forbidden\[1\]"),
    ],
)
def test_numbers_that_describe_no_problem_are_refused_with_the_place(
    changes: dict[str, Any], says: str
) -> None:
    with pytest.raises(Malformed, match=says) as refused:
        replace(PROBLEM, **changes)
    assert isinstance(refused.value, BargainingError)


def test_a_bar_is_the_higher_of_no_deal_and_a_walk_away() -> None:
    problem = replace(PROBLEM, disagreement=(1.0, 2.0), walk_aways=(3.0, 1.0))
    assert problem.bars == (3.0, 2.0)
    assert PROBLEM.bars == (0.0, 0.0)


def test_a_package_is_worth_the_sum_of_its_options() -> None:
    assert PROBLEM.worths_of((1, 2)) == (5.0, 0.0)
    assert PROBLEM.worth(1, (0, 1)) == 4.0
    assert PROBLEM.options == (2, 3)


def test_marks_and_combinations_rule_packages_out() -> None:
    marked = replace(
        PROBLEM, never=frozenset({(1, 0, 1)}), forbidden=(frozenset({(0, 0), (1, 2)}),)
    )
    assert set(marked.packages()) == {(0, 0), (0, 1)}
    assert not marked.allows((1, 0))
    assert not marked.allows((0, 2))
    assert len(list(PROBLEM.packages())) == 6


def test_nothing_in_a_problem_can_be_changed() -> None:
    with pytest.raises(AttributeError):
        PROBLEM.disagreement = (1.0, 1.0)  # type: ignore[misc]
