"""Uniform numbers made worths: each row keeps to all that was said."""

import numpy as np
import pytest
from hypothesis import given

from bot.bargaining.answers import Answers
from bot.bargaining.dominance import Floats
from bot.bargaining.prior import prior
from tests.bargaining.made import answers


def worths_of(said: Answers, rows: int = 400, *, even: bool = False) -> list[Floats]:
    """Per term the worths of its options, shape (rows, options)."""
    shape = prior(said)
    numbers = np.random.default_rng(1).uniform(size=(rows, shape.numbers))
    numbers = np.concatenate([numbers, shape.twins(numbers)])
    drawn = shape.worths(numbers, even=even)
    return [drawn[:, s : s + n] for s, n in zip(shape.starts, said.options, strict=True)]


def weights_of(worths: list[Floats]) -> Floats:
    return np.stack([term.max(axis=1) for term in worths], axis=1)


@given(answers())
def test_the_best_package_is_worth_one_and_every_option_between_nought_and_one(
    said: Answers,
) -> None:
    worths = worths_of(said, 40)
    assert all(np.isfinite(term).all() and (term >= 0).all() for term in worths)
    best = np.sum([term.max(axis=1) for term in worths], axis=0)
    settled = best > 0
    assert best[settled] == pytest.approx(np.ones(settled.sum()), abs=1e-9)
    rated_away = all(said.importance.get(t) == 0 for t, n in enumerate(said.options) if n > 1)
    assert settled.all() or rated_away


def test_a_term_named_first_never_weighs_less() -> None:
    weights = weights_of(worths_of(Answers((3, 3, 3), matters=(2, 0, 1))))
    assert (weights[:, 2] >= weights[:, 0] - 1e-12).all()
    assert (weights[:, 0] >= weights[:, 1] - 1e-12).all()


def test_tied_terms_weigh_the_same_and_unnamed_ones_less_than_named() -> None:
    weights = weights_of(worths_of(Answers((3, 3, 3, 3), matters=((1, 3),))))
    assert weights[:, 1] == pytest.approx(weights[:, 3])
    assert (weights[:, [0, 2]] <= weights[:, [1]] + 1e-12).all()


def test_what_was_said_alike_is_worth_alike_on_average() -> None:
    named_one = weights_of(worths_of(Answers((3, 3, 3, 3), matters=(1,)), even=True))
    rest = named_one.mean(axis=0)[[0, 2, 3]]
    assert rest == pytest.approx(np.full(3, rest.mean()), rel=1e-3)


def test_options_stand_in_the_order_that_was_said_about_a_step_apart_and_lean_no_way() -> None:
    (term,) = worths_of(Answers((4,), orders={0: ((2,), (0,), (3,), (1,))}))
    assert (np.diff(term[:, [2, 0, 3, 1]], axis=1) <= 1e-12).all()
    mean = term.mean(axis=0)[[2, 0, 3, 1]]
    assert mean == pytest.approx([1, 2 / 3, 1 / 3, 0], abs=0.03)
    assert mean + mean[::-1] == pytest.approx(np.ones(4))


def test_tied_options_are_worth_the_same() -> None:
    (term,) = worths_of(Answers((3,), orders={0: ((1,), (0, 2))}))
    assert term[:, 0] == pytest.approx(term[:, 2])


def test_unnamed_options_stand_below_the_named_ones() -> None:
    (term,) = worths_of(Answers((4,), orders={0: ((3,),)}), even=True)
    assert (term[:, [3]] >= term).all()
    others = term.mean(axis=0)[:3]
    assert others == pytest.approx(np.full(3, others.mean()), abs=0.01)


def test_importance_lies_where_it_rounds_to_what_was_said() -> None:
    weights = weights_of(worths_of(Answers((2, 2, 2, 2), importance={0: 10, 1: 5, 2: 1, 3: 0})))
    parts = weights / weights[:, [0]]
    assert ((parts[:, 1] >= 0.45) & (parts[:, 1] <= 0.55)).all()
    assert ((parts[:, 2] >= 0) & (parts[:, 2] <= 0.15)).all()
    assert (parts[:, 3] == 0).all()


def test_one_of_those_with_the_most_importance_weighs_most_whoever_it_is() -> None:
    weights = weights_of(worths_of(Answers((2, 2, 2), importance={0: 7, 1: 7, 2: 3})))
    tops = weights.argmax(axis=1)
    assert set(tops.tolist()) == {0, 1}


def test_stars_lie_where_they_round_to_what_was_said() -> None:
    stars = {(0, 0): 5, (0, 1): 3, (0, 2): 1, (0, 3): 4}
    (term,) = worths_of(Answers((4,), stars=stars))
    assert (1 + np.round(4 * term / term.max(axis=1, keepdims=True)) == [5, 3, 1, 4]).all()
    assert term.mean(axis=0) == pytest.approx([1, 0.5, 0, 0.75], abs=1e-6)


def test_an_option_without_stars_may_be_worth_anything() -> None:
    (term,) = worths_of(Answers((3,), stars={(0, 0): 5, (0, 2): 1}))
    assert term[:, 1].min() < 0.05
    assert term[:, 1].max() > 0.95


def test_equal_stars_everywhere_leave_a_term_open_not_undefined() -> None:
    (term,) = worths_of(Answers((3,), stars={(0, o): 4 for o in range(3)}))
    assert np.isfinite(term).all()
    assert term.mean(axis=0) == pytest.approx(np.full(3, term.mean()), abs=0.05)


def test_a_single_option_is_worth_nothing() -> None:
    single, other = worths_of(Answers((1, 3), matters=(0,), directions={1: 1}))
    assert (single == 0).all()
    assert other.max(axis=1) == pytest.approx(np.ones(len(other)))


def test_the_order_of_terms_tells_nothing() -> None:
    here = worths_of(Answers((3, 2), matters=(1,), directions={0: 1, 1: -1}))
    there = worths_of(Answers((2, 3), matters=(0,), directions={1: 1, 0: -1}))
    assert here[0] == pytest.approx(there[1])
    assert here[1] == pytest.approx(there[0])


def test_weights_by_order_alone_average_between_the_centroid_and_even_ones() -> None:
    """Barron and Barrett (1996): the rank-order centroid of three is 11/18, 5/18 and 2/18."""
    means = weights_of(worths_of(Answers((2, 2, 2), matters=(0, 1, 2)), 4000)).mean(axis=0)
    assert 1 / 3 < means[0] < 11 / 18
    assert 2 / 18 < means[2] < 1 / 3
    assert means.sum() == pytest.approx(1)
