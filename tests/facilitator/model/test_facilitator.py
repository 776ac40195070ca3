"""Whatever happens to the model, the built-in facilitator answers, and says so."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.casework.asking import Inquirer
from bot.casework.usage import Outcome
from bot.casework.words import Facilitator, Worded
from bot.facilitator import ModelSettings, builtin_facilitator, load_library, model_facilitator
from bot.facilitator.model.client import Answer
from bot.mediation.issues import IssueKind
from bot.mediation.people import Side, TradeRole
from tests.facilitator.examples import BRIEFS, CUSTOMER, PROVIDER, message
from tests.facilitator.model.bench import BUILTIN, ModelBench, scripted
from tests.facilitator.model.doubles import SetClock, UsageInMemory
from tests.facilitator.model.server import serving

SAID = BRIEFS["resin"]
THREAD = [message(SAID.sources[0])]
CALLS: dict[str, Callable[[Facilitator], Worded[Any]]] = {
    "intake": lambda f: f.intake(THREAD, raised_from="1.0"),
    "frame": lambda f: f.frame(SAID),
    "terms": lambda f: f.suggest_terms(SAID, None),
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("outcome", [o for o in Outcome if o is not Outcome.USED])
def test_every_failure_of_every_call_ends_in_the_built_in_answer(
    call: str, outcome: Outcome
) -> None:
    facilitator = scripted(lambda *_: Answer(outcome))
    found, own = CALLS[call](facilitator), CALLS[call](BUILTIN)
    assert found.value == own.value
    assert not found.by_model
    assert found.notice.endswith("so the built-in facilitator wrote this.")


@pytest.mark.parametrize(
    ("outcome", "says"),
    [
        (Outcome.SLOW, "did not answer in time"),
        (Outcome.RATE_LIMITED, "did not answer in time"),
        (Outcome.OVER_BUDGET, "allowance for the language model is used up"),
        (Outcome.REFUSED, "could not be used"),
    ],
)
def test_the_notice_says_why_in_words_for_people(outcome: Outcome, says: str) -> None:
    assert says in scripted(lambda *_: Answer(outcome)).frame(SAID).notice


def test_reasons_and_trades_ask_no_model() -> None:
    bench = ModelBench({})
    facilitator = bench.facilitator
    sides = (
        Side(CUSTOMER, "Brightmart", TradeRole.CUSTOMER),
        Side(PROVIDER, "Nordpack", TradeRole.PROVIDER),
    )
    agenda = BUILTIN.suggest_terms(SAID, None).value
    package = tuple(0 for _ in agenda.terms)
    assert facilitator.reasons(agenda, package, sides) == BUILTIN.reasons(agenda, package, sides)
    trades = [
        f.suggest_trades(SAID.sources[0], asker=TradeRole.CUSTOMER, other="Nordpack")
        for f in (facilitator, BUILTIN)
    ]
    assert trades[0] == trades[1]
    assert facilitator.term("moq") == BUILTIN.term("moq")
    unsent = {"happened": "OTIF was 93 %.", "wants": "", "why": ""}
    inquirer: Inquirer = facilitator
    questions = inquirer.follow_ups(kind=IssueKind.LATE_DELIVERY, **unsent)
    assert questions == BUILTIN.follow_ups(kind=IssueKind.LATE_DELIVERY, **unsent)
    assert bench.client.prompts == []


def test_a_whole_case_takes_few_calls_and_few_tokens() -> None:
    with serving() as server:
        server.fails(500)
        usage = UsageInMemory()
        settings = ModelSettings("scripted", base_url=server.url, api_key="made-up")
        facilitator = model_facilitator(
            builtin_facilitator(load_library()), settings, usage, SetClock()
        )
        thread = [message(f"{t} {i}", ts=f"{i}.0") for i in range(20) for t in SAID.sources[:1]]
        assert facilitator.intake(thread, raised_from="1.0").notice
        common = facilitator.frame(SAID)
        facilitator.suggest_terms(SAID, common.value)
        assert usage.outcomes == [Outcome.UNREACHABLE] * 3
        characters = sum(len(m["content"]) for body in server.requests for m in body["messages"])
        assert characters / 4 < 9_000  # four characters a token, with room for the answers


def test_a_good_answer_over_a_real_socket_is_used_and_counted() -> None:
    with serving() as server:
        server.says(
            {
                "title": "Price change of 6 % from 1 January",
                "kind": "price",
                "urgency": "normal",
                "quotes": [{"source": 1, "quote": "price increase of +6 % from 1 January"}],
            }
        )
        usage = UsageInMemory()
        settings = ModelSettings("scripted", base_url=server.url, api_key="made-up")
        facilitator = model_facilitator(
            builtin_facilitator(load_library()), settings, usage, SetClock()
        )
        found = facilitator.intake(THREAD, raised_from="1.0")
    assert found.by_model
    assert found.value.title == "Price change of 6 % from 1 January"
    assert found.value.happened == "Price increase of +6 % from 1 January."
    assert [(c.call, c.outcome, c.tokens) for c in usage.calls] == [("intake", Outcome.USED, 150)]
