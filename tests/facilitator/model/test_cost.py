"""A case with a thread of twenty messages stays within six calls and 12,000 tokens."""

import pytest

from bench.words import THREAD, cost_of, twenty
from bot.facilitator.evaluation import load_cases
from bot.facilitator.evaluation.suite import KeyedCase

CASES = load_cases()[::6]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_a_case_takes_few_calls_and_few_tokens(case: KeyedCase) -> None:
    cost = cost_of(case)
    assert cost.calls == 5, "the form, a look at each side, the statement, the terms"
    assert cost.tokens < 12_000


def test_the_thread_has_twenty_different_messages() -> None:
    thread = twenty(CASES[0].messages)
    assert len({m.text for m in thread}) == THREAD
