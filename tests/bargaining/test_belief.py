"""From taps to worths: what fits, how sure it is, and that nothing breaks it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bargaining.answers import Answers, Compared
from bot.bargaining.belief import BLUR, SLIP, Belief, believe, likelihood
from bot.bargaining.dominance import Floats
from bot.bargaining.question import next_question
from tests.bargaining.made import answers

QUICK = Answers((4, 4, 4), matters=(0, 1), directions={0: 1, 1: 1, 2: 1})


def weight(belief: Belief, term: int) -> float:
    return max(belief.estimate()[term])


@given(answers())
@settings(max_examples=25)
def test_any_answers_give_finite_worths_and_chances_that_sum_to_one(said: Answers) -> None:
    belief = believe(said, sample=60)
    assert belief.chances.sum() == pytest.approx(1)
    for term in (*belief.estimate(), *belief.spread()):
        assert np.isfinite(term).all()


def test_the_same_answers_give_the_same_belief() -> None:
    one, other = believe(QUICK), believe(replace(QUICK))
    assert one.estimate() == other.estimate()


def test_by_an_order_alone_options_are_about_a_step_apart() -> None:
    first = believe(QUICK).estimate()[0]
    assert np.diff(first) == pytest.approx(np.full(3, first[3] / 3), abs=0.02)


def test_a_tap_moves_the_estimate_towards_the_answer_and_narrows_it() -> None:
    before = believe(QUICK)
    tap = Compared((3, 0, 0), (0, 3, 3), -1)
    after = believe(replace(QUICK, compared=(tap,)))
    assert weight(after, 0) < weight(before, 0)
    assert after.chances @ after.gap(tap.first, tap.second) < 0.02
    assert np.mean(after.spread()[0]) < np.mean(before.spread()[0])


def test_questions_answered_by_true_worths_lead_to_them() -> None:
    true = ((0.0, 0.26, 0.35, 0.4), (0.0, 0.22, 0.31, 0.35), (0.0, 0.16, 0.22, 0.25))

    def away(belief: Belief) -> float:
        return float(np.abs(np.array(belief.estimate()) - np.array(true)).mean())

    said, belief = QUICK, believe(QUICK)
    start = away(belief)
    for _ in range(12):
        question = next_question(belief, today=(0, 0, 0), asked=said.compared)
        if question is None:
            break
        second = question.second or (0, 0, 0)
        gap = sum(true[t][question.first[t]] - true[t][second[t]] for t in range(3))
        tap = Compared(question.first, question.second, int(np.sign(round(gap, 9))))
        said = replace(said, compared=(*said.compared, tap))
        belief = believe(said)
    assert len(said.compared) > 3
    assert away(belief) < start * 0.6


def test_answers_that_contradict_each_other_blur_and_break_nothing() -> None:
    one = Compared((3, 0, 0), (0, 3, 0), 1)
    contrary = replace(QUICK, compared=(one, replace(one, preference=-1)) * 4)
    belief = believe(contrary)
    assert np.isfinite(belief.draws).all()
    assert abs(float(belief.chances @ belief.gap((3, 0, 0), (0, 3, 0)))) < 0.1


def test_taps_against_all_that_was_said_leave_what_was_said() -> None:
    against = Compared((0, 0, 0), (3, 3, 3), 1)
    belief = believe(replace(QUICK, compared=(against,) * 6))
    best = belief.estimate()
    assert best[0][3] >= best[0][0]
    assert sum(max(term) for term in best) == pytest.approx(1, abs=1e-6)


def test_no_deal_is_the_reference_of_a_tap_against_none() -> None:
    some = replace(QUICK, no_deal=0.5)
    yes = believe(replace(some, compared=(Compared((1, 1, 1), None, 1),)))
    no = believe(replace(some, compared=(Compared((1, 1, 1), None, -1),)))
    assert yes.chances @ yes.worth((1, 1, 1)) > no.chances @ no.worth((1, 1, 1))


def test_either_is_an_answer_too() -> None:
    tap = Compared((3, 0, 0), (0, 3, 0), 0)
    belief = believe(replace(QUICK, compared=(tap,)))
    before = believe(QUICK)
    gap = float(belief.chances @ belief.gap(tap.first, tap.second))
    assert abs(gap) < abs(float(before.chances @ before.gap(tap.first, tap.second))) / 2


@given(st.floats(-1, 1))
def test_the_chances_of_the_two_answers_sum_to_one_and_neither_is_ever_nought(gap: float) -> None:
    at: Floats = np.array([gap])
    both = likelihood(at, 1) + likelihood(at, -1)
    assert both == pytest.approx(np.ones(1))
    assert SLIP <= likelihood(at, 1)[0] <= 1 - SLIP
    assert SLIP <= likelihood(at, 0)[0] <= 1


def test_a_difference_as_small_as_the_blur_is_told_wrong_one_time_in_seven() -> None:
    """A logistic variable lies within one standard deviation above nought or below: 0.8598."""
    right = likelihood(np.array([BLUR]), 1)[0]
    assert right == pytest.approx(SLIP + (1 - 2 * SLIP) * 0.8598, abs=1e-3)


def test_thinned_draws_keep_the_estimate() -> None:
    belief = believe(replace(QUICK, compared=(Compared((3, 0, 0), (0, 3, 3), -1),)))
    few = belief.thinned(500)
    assert len(few.draws) == 500
    assert np.array(few.estimate()) == pytest.approx(np.array(belief.estimate()), abs=0.02)
    assert belief.thinned(10**6) is belief
