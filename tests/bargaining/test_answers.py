"""What a side may say, and what is no answer."""

from typing import Any

import pytest

from bot.bargaining.answers import Answers, Compared
from bot.bargaining.problem import Malformed


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"options": (2, 0)}, "at least one option"),
        ({"options": ()}, "a term is needed"),
        ({"matters": (0, 0)}, "named twice"),
        ({"matters": (0, (1, 0))}, "named twice"),
        ({"matters": (2,)}, "not on the table"),
        ({"directions": {2: 1}}, "not on the table"),
        ({"directions": {0: 2}}, "1, -1 or 0"),
        ({"importance": {0: 11}}, "0 to 10"),
        ({"importance": {0: -1}}, "0 to 10"),
        ({"importance": {-1: 5}}, "not on the table"),
        ({"stars": {(0, 2): 3}}, "no option 2 of term 0"),
        ({"stars": {(0, 0): 0}}, "1 to 5"),
        ({"stars": {(0, 0): 6}}, "1 to 5"),
        ({"never": frozenset({(3, 0)})}, "no option 0 of term 3"),
        ({"orders": {1: ((0,), (0,))}}, "twice"),
        ({"orders": {1: ((3,),)}}, "none of its"),
        ({"orders": {4: ((0,),)}}, "not on the table"),
        ({"compared": (Compared((0,), (0, 1), 1),)}, "not on the table"),
        ({"compared": (Compared((0, 0), (0, 3), 1),)}, "not on the table"),
        ({"compared": (Compared((0, 0), None, 2),)}, "1, -1 or 0"),
        ({"no_deal": float("nan")}, "has to be a number"),
    ],
)
def test_what_is_no_answer_is_refused(said: dict[str, Any], why: str) -> None:
    with pytest.raises(Malformed, match=why):
        Answers(**{"options": (2, 3), **said})


def test_everything_may_be_missing() -> None:
    nothing = Answers((2, 3))
    assert nothing.ranking == ()
    assert nothing.order_of(0) is None


def test_a_direction_is_an_order_of_all_options_and_an_order_goes_before_it() -> None:
    said = Answers((2, 3, 2), directions={0: -1, 1: 1, 2: 0}, orders={0: ((1,), (0,))})
    assert said.order_of(0) == ((1,), (0,))
    assert said.order_of(1) == ((2,), (1,), (0,))
    assert said.order_of(2) is None


def test_a_ranking_has_ties_as_groups() -> None:
    assert Answers((1, 1, 1), matters=(2, (0, 1))).ranking == ((2,), (0, 1))
