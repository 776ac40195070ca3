"""Simulated people answer from their true worths, by the stated rounding."""

import pytest

from bench.people import person
from bot.bargaining.problem import Worths

WORTHS: Worths = ((0.0, 0.25, 0.5), (0.04, 0.0), (0.1, 0.1), (0.0, 0.46, 0.4))
ONE = person(WORTHS, 0.3, noise=0, seed=1)


def test_importance_is_ten_times_the_span_as_a_part_of_the_largest_and_at_least_one() -> None:
    assert ONE.importance() == {0: 10, 1: 1, 2: 0, 3: 9}


def test_stars_are_one_and_four_times_the_worth_as_a_part_of_the_best() -> None:
    stars = ONE.stars()
    assert [stars[0, o] for o in range(3)] == [1, 3, 5]
    assert [stars[1, o] for o in range(2)] == [5, 1]
    assert [stars[2, o] for o in range(2)] == [1, 1]
    assert stars[3, 2] == 1 + round(4 * 0.4 / 0.46)


def test_orders_have_ties_as_ties() -> None:
    assert ONE.term_order() == ((0,), (3,), (1,), (2,))
    assert ONE.option_orders()[2] == ((0, 1),)
    assert ONE.option_orders()[3] == ((1,), (2,), (0,))
    assert person(((0.0, 0.5), (0.5, 0.0)), 0, noise=0, seed=1).term_order() == ((0, 1),)


def test_comparisons_are_by_true_worth() -> None:
    assert ONE.compare((2, 0, 0, 0), (0, 0, 0, 1)).preference == 1
    assert ONE.compare((0, 0, 0, 0), (0, 0, 1, 1)).preference == -1
    assert ONE.compare((0, 0, 0, 0), (0, 0, 1, 0)).preference == 0
    assert ONE.compare((0, 1, 0, 1), None).preference == 1
    assert ONE.compare((0, 0, 0, 0), None).preference == -1


def test_who_values_all_alike_has_no_importance_to_give() -> None:
    flat = person(((0.2, 0.2),), 0, noise=0, seed=1)
    assert flat.importance() == {0: 0}
    assert set(flat.stars().values()) == {1}


def test_noise_is_seeded_and_felt_once_for_all_ratings_and_anew_in_each_comparison() -> None:
    def noisy(seed: int) -> list[object]:
        someone = person(WORTHS, 0.3, noise=0.2, seed=seed)
        taps = [someone.compare((0, 0, 0, 1), (2, 0, 0, 0)).preference for _ in range(30)]
        return [someone.importance(), someone.stars(), someone.stars(), taps]

    assert noisy(1) == noisy(1)
    assert noisy(1) != noisy(2)
    _, first, again, taps = noisy(3)
    assert first == again
    assert isinstance(taps, list)
    assert len(set(taps)) == 2


def test_noise_is_as_large_as_stated() -> None:
    felt = [float(person(((0.5, 0.5),), 0, noise=0.1, seed=seed).felt[0][0]) for seed in range(400)]
    mean = sum(felt) / len(felt)
    spread = (sum((f - mean) ** 2 for f in felt) / len(felt)) ** 0.5
    assert mean == pytest.approx(0.5, abs=0.02)
    assert spread == pytest.approx(0.1, abs=0.015)
