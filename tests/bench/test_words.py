"""A case asks little of a language model: few calls, few tokens, whatever its kind."""

import pytest

from bench.words import THREAD, cost_of, twenty
from bot.facilitator.evaluation import load_cases
from bot.facilitator.evaluation.suite import KeyedCase

CASES = load_cases()
MOST_CALLS = 6
MOST_TOKENS = 12_000


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.id))
def test_a_case_with_a_thread_of_twenty_stays_within_its_calls_and_tokens(case: KeyedCase) -> None:
    cost = cost_of(case)
    assert 1 <= cost.calls <= MOST_CALLS
    assert cost.answered > 0
    assert cost.tokens <= MOST_TOKENS


def test_the_thread_is_as_long_as_it_says_and_holds_every_message_of_the_case() -> None:
    case = max(CASES, key=lambda c: len(c.messages))
    thread = twenty(case.messages)
    assert len(thread) == THREAD == len({m.ts for m in thread})
    assert all(any(m.text in copy.text for copy in thread) for m in case.messages)
