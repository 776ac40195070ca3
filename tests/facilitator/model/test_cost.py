"""A case with a thread of twenty messages stays within six calls and 12,000 tokens."""

from collections.abc import Mapping
from typing import Any

import pytest

from bench.words import THREAD, cost_of, twenty
from bot.casework.look_closely import looked_at
from bot.facilitator.evaluation import load_cases
from bot.facilitator.evaluation.suite import KeyedCase
from bot.facilitator.model.client import Schema
from prompts import Rendered
from tests.facilitator.model.bench import scripted

CASES = load_cases()[::6]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_a_case_takes_few_calls_and_few_tokens(case: KeyedCase) -> None:
    cost = cost_of(case)
    assert cost.calls == 5, "the form, a look at each side, the statement, the terms"
    assert cost.tokens < 12_000


def test_a_model_that_never_answers_well_is_asked_no_more_than_six_times() -> None:
    case = CASES[0]
    asked: list[str] = []

    def nonsense(prompt: Rendered, schema: Schema) -> Mapping[str, Any]:
        asked.append(str(schema["title"]))
        return {"say": "nonsense"}

    facilitator = scripted(nonsense)
    facilitator.intake(twenty(case.messages), raised_from="1.0")
    looked_at(case.brief, facilitator)
    common = facilitator.frame(case.brief).value
    facilitator.suggest_terms(case.brief, common)
    assert sorted(asked) == [
        "FrameReply",
        "FrameReply",
        "IntakeReply",
        "LookReply",
        "LookReply",
        "TermsReply",
    ]


def test_the_thread_has_twenty_different_messages() -> None:
    thread = twenty(CASES[0].messages)
    assert len({m.text for m in thread}) == THREAD
