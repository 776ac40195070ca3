"""One question at a time, from one side's own answers, while a tap pays."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from bot.bargaining.answers import Answers, Compared
from bot.bargaining.belief import believe
from bot.bargaining.problem import Package
from bot.bargaining.question import WORTH_A_TAP, Question, next_question
from bot.bargaining.stakes import stakes
from tests.bargaining.made import answers

QUICK = Answers((4, 3, 4), matters=(0, 1), directions={0: 1, 1: -1, 2: 1})
TODAY = (0, 2, 0)


def asked_of(said: Answers, today: Package = TODAY) -> Question | None:
    return next_question(believe(said), today=today, asked=said.compared)


def test_a_question_is_a_trade_of_two_terms_or_a_package_against_no_deal() -> None:
    said = QUICK
    kinds = set()
    for _ in range(6):
        question = asked_of(said)
        if question is None:
            break
        second = TODAY if question.second is None else question.second
        differ = [t for t, (a, b) in enumerate(zip(question.first, second, strict=True)) if a != b]
        if second != TODAY:
            assert len(differ) == 2
            rest = set(range(3)) - set(differ)
            assert all(question.first[t] == TODAY[t] for t in rest)
            kinds.add("trade")
        else:
            assert differ
            kinds.add("sign")
        said = replace(said, compared=(*said.compared, Compared(question.first, second, 1)))
    assert "trade" in kinds


def test_neither_side_of_a_trade_is_better_in_everything() -> None:
    question = asked_of(QUICK)
    assert question is not None
    assert question.second is not None
    mean = believe(QUICK).estimate()
    gains = [
        mean[t][a] - mean[t][b]
        for t, (a, b) in enumerate(zip(question.first, question.second, strict=True))
    ]
    assert min(gains) < 0 < max(gains)


def test_the_answer_is_open_as_far_as_is_known() -> None:
    question = asked_of(QUICK)
    assert question is not None
    belief = believe(QUICK)
    first_wins = float(belief.chances @ (belief.gap(question.first, question.second) > 0))
    assert 0.15 < first_wins < 0.85


def test_nothing_is_asked_twice() -> None:
    said, seen = QUICK, set()
    for _ in range(5):
        question = asked_of(said)
        assert question is not None
        pair = frozenset((question.first, question.second))
        assert pair not in seen
        seen.add(pair)
        tap = Compared(question.first, question.second, 0)
        said = replace(said, compared=(*said.compared, tap))


def test_what_can_never_be_is_in_no_question() -> None:
    never = frozenset({(0, 3), (1, 0)})
    said = replace(QUICK, never=never)
    for _ in range(4):
        question = asked_of(said)
        assert question is not None
        for package in (question.first, question.second):
            assert package is None or not never & set(enumerate(package))
        tap = Compared(question.first, question.second, 1)
        said = replace(said, compared=(*said.compared, tap))


def test_a_question_is_worth_a_tap_and_says_what_it_teaches() -> None:
    question = asked_of(QUICK)
    assert question is not None
    assert question.teaches >= WORTH_A_TAP


def test_taps_teach_less_and_less_until_none_pays() -> None:
    true = ((0.0, 0.2, 0.3, 0.4), (0.3, 0.2, 0.0), (0.0, 0.15, 0.25, 0.3))
    said = QUICK
    taught: list[float] = []
    while (question := asked_of(said)) is not None and len(taught) < 20:
        taught.append(question.teaches)
        second = question.second or TODAY
        gap = sum(true[t][question.first[t]] - true[t][second[t]] for t in range(3))
        tap = Compared(question.first, question.second, int(np.sign(round(gap, 9))))
        said = replace(said, compared=(*said.compared, tap))
    assert len(taught) > 3
    assert np.mean(taught[-2:]) < taught[0]


@pytest.mark.parametrize(
    "settled",
    [
        Answers((1, 1), matters=(0,)),
        Answers((2,), directions={0: 1}),
        Answers((2, 2), importance={0: 10, 1: 0}, directions={0: 1}),
    ],
)
def test_where_nothing_is_open_nothing_is_asked(settled: Answers) -> None:
    assert next_question(believe(settled), today=(0,) * len(settled.options)) is None


def test_a_known_no_deal_is_what_signing_is_asked_against() -> None:
    said = Answers((5,), directions={0: 1}, no_deal=0.5)
    question = next_question(believe(said), today=(0,))
    assert question is not None
    assert question.second is None


@given(answers())
@settings(max_examples=25)
def test_any_answers_get_a_question_or_none(said: Answers) -> None:
    today = tuple(0 for _ in said.options)
    question = next_question(believe(said, sample=80), today=today)
    if question is not None:
        assert len(question.first) == len(said.options)
        assert np.isfinite(question.teaches)


def test_the_packages_at_stake_lie_between_what_each_side_wants() -> None:
    belief = believe(QUICK)
    at_stake = stakes(belief, nothing=0.0)
    assert len(at_stake.packages) > 5
    assert (at_stake.gains >= 0).all()
    before = at_stake.expected(belief.chances[None])
    halves = np.stack([belief.chances, belief.chances]) / 2
    assert at_stake.expected(halves).sum(axis=0) == pytest.approx(before[0])


def test_who_is_imagined_across_the_table_wants_the_opposite() -> None:
    belief = believe(QUICK)
    at_stake = stakes(belief, nothing=0.0)
    own = belief.chances @ at_stake.gains
    assert all(np.corrcoef(own, theirs)[0, 1] < -0.3 for theirs in at_stake.theirs)


def test_among_more_sides_what_lies_nearer_to_no_deal_is_at_stake_too() -> None:
    belief = believe(Answers((5,) * 5, matters=(0, 1, 2), directions=dict.fromkeys(range(5), 1)))
    least = [
        float((belief.chances @ stakes(belief, nothing=0.0, others=n).above).mean())
        for n in (1, 2, 3)
    ]
    assert least[0] > least[1] > least[2]


def test_all_other_sides_are_imagined_alike() -> None:
    belief = believe(QUICK)
    one, three = (stakes(belief, nothing=0.0, others=n) for n in (1, 3))
    assert (one.packages == three.packages).all(), "few packages are looked at one and all"
    assert three.theirs == pytest.approx(one.theirs[: len(three.theirs)] ** 3)


def test_the_one_other_side_loses_nothing_half_as_much_or_as_much_as_this_one() -> None:
    belief = believe(QUICK)
    free, bound = (stakes(belief, nothing=d).theirs for d in (0.0, 0.4))
    ways = len(free) // 3
    free = free[:ways]
    for part, gained in enumerate(np.split(bound, 3)):
        assert gained == pytest.approx(np.maximum(free - 0.2 * part, 0.0))
    assert (bound[-ways:] == 0).any()
    assert (bound[-ways:] > 0).any()
