"""Coins end ties by what terms are worth, never by an order, a name or an end of a term."""

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.bargaining.coins import coins
from bot.bargaining.dominance import Floats
from bot.bargaining.problem import Problem
from bot.bargaining.scale import scaled
from tests.bargaining.made import problems


def rising(options: int) -> tuple[Floats, ...]:
    """One term that one side wants more of, and the other less."""
    up = np.linspace(0, 1, options) if options > 1 else np.zeros(1)
    return (np.stack([up, 1 - up], axis=1),)


def test_coins_differ_within_a_term_and_are_the_same_every_time() -> None:
    for n in range(1, 60):
        drawn = coins(rising(n))[0].tolist()
        assert len(set(drawn)) == n
        assert coins(rising(n))[0].tolist() == drawn
        assert min(drawn) >= 0


def test_coins_rise_as_often_as_they_fall() -> None:
    drawn = [coins(rising(n))[0] for n in range(2, 402)]
    assert 160 < sum(bool(c[0] < c[-1]) for c in drawn) < 240


@given(problems(), st.randoms(use_true_random=False))
def test_coins_follow_their_term_and_know_no_side(problem: Problem, chance: random.Random) -> None:
    terms = scaled(problem).terms
    order, sides = list(range(len(terms))), list(range(problem.sides))
    chance.shuffle(order)
    chance.shuffle(sides)
    drawn, moved = coins(terms), coins(tuple(terms[t][:, sides] for t in order))
    assert [c.tolist() for c in moved] == [drawn[t].tolist() for t in order]


def test_terms_worth_different_amounts_have_different_coins() -> None:
    small, large = rising(2)[0] / 3, 2 * rising(2)[0] / 3
    first, second = coins((small, large))
    assert not set(first.tolist()) & set(second.tolist())


def test_noise_of_reckoning_changes_no_coin() -> None:
    for n in range(2, 60):
        exact = rising(n)[0]
        blurred = exact * (1 + 1e-14) - 1e-15
        assert coins((blurred,))[0].tolist() == coins((exact,))[0].tolist()
