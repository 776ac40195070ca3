"""What each level asks, and that every tap of the quick form is counted."""

import random

import pytest

from bench.forms import EITHER_OR, MOST_TAPS, filled_in, quick_form
from bench.people import Person, person
from bot.bargaining.problem import Worths

RISING: Worths = ((0.0, 0.2, 0.3), (0.3, 0.1, 0.0), (0.0, 0.1), (0.1, 0.3, 0.0, 0.2))


def someone(worths: Worths) -> Person:
    return person(worths, 0.0, noise=0, seed=1)


def shape(worths: Worths) -> tuple[int, ...]:
    return tuple(len(term) for term in worths)


def test_ratings_tell_importance_and_stars_alone() -> None:
    for level in ("ratings", "taps"):
        answers, taps = filled_in(someone(RISING), shape(RISING), level)
        assert len(answers.importance) == 4
        assert len(answers.stars) == 12
        assert answers.matters == ()
        assert answers.orders == {}
        assert taps == 0


def test_ranks_tell_orders_alone() -> None:
    answers, _ = filled_in(someone(RISING), shape(RISING), "ranks")
    assert answers.ranking == ((0, 1, 3), (2,))
    assert answers.orders[3] == ((1,), (3,), (0,), (2,))
    assert not answers.importance
    assert not answers.stars


def test_the_quick_form_names_three_terms_and_directions_by_one_tap_each() -> None:
    answers, taps = quick_form(someone(RISING), shape(RISING))
    assert answers.matters == (0, 1, 3)
    assert answers.directions == {0: 1, 1: -1, 2: 1}
    assert answers.orders == {3: ((1,), (3,), (0,), (2,))}
    assert taps == 3 + 3 + 3


def test_no_deal_is_told_as_it_stands_at_every_level() -> None:
    limited = person(RISING, 0.4, noise=0, seed=1)
    for level in ("ranks", "quick", "ratings", "taps"):
        answers, _ = filled_in(limited, shape(RISING), level)
        assert answers.no_deal == 0.4


@pytest.mark.parametrize("seed", range(30))
def test_the_form_leaves_five_of_twenty_taps_for_questions(seed: int) -> None:
    chance = random.Random(seed)
    worths = tuple(
        tuple(chance.random() for _ in range(chance.randint(1, 12)))
        for _ in range(chance.randint(1, 18))
    )
    answers, taps = quick_form(someone(worths), shape(worths))
    assert taps <= MOST_TAPS - EITHER_OR
    told = len(answers.matters) + len(answers.directions)
    whole = [t for t, order in answers.orders.items() if len(order) == len(worths[t])]
    told += sum(len(order) for order in answers.orders.values()) - len(whole)
    assert told == taps


def test_every_term_gets_a_tap_before_any_gets_a_second() -> None:
    chance = random.Random(3)
    worths = tuple(tuple(chance.random() for _ in range(9)) for _ in range(6))
    answers, _ = quick_form(someone(worths), shape(worths))
    assert set(answers.orders) | set(answers.directions) == set(range(6))
    named = [len(answers.orders[t]) for t in answers.matters if isinstance(t, int)]
    assert named == sorted(named, reverse=True)


def test_options_that_are_all_alike_take_one_tap_and_single_ones_none() -> None:
    answers, taps = quick_form(someone(((0.5, 0.5), (0.0,))), (2, 1))
    assert answers.orders == {0: ((0, 1),)}
    assert not answers.directions
    assert taps == 2 + 1


def test_one_tap_more_says_that_the_rest_are_alike() -> None:
    answers, taps = quick_form(someone(((0.5, 0.0, 0.0, 0.0), (0.0, 0.2))), (4, 2))
    assert answers.orders == {0: ((0,), (1, 2, 3))}
    assert answers.directions == {1: 1}
    assert taps == 2 + 2 + 1


def test_where_taps_are_short_a_direction_is_told_even_of_an_order_with_ties() -> None:
    worths = tuple((0.0, 0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6) for _ in range(12))
    answers, taps = quick_form(someone(worths), (8,) * 12)
    assert answers.directions == dict.fromkeys(range(12), 1)
    assert taps == 15
