"""Calls are bounded: attempts from 1, one time limit for all of them, a daily budget."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.casework.usage import ModelCall, Outcome, Price, Prices
from bot.facilitator.model.caller import MAX_ATTEMPTS, Caller, NotUsable
from bot.facilitator.model.client import Answer
from bot.facilitator.model.settings import ModelSettings
from prompts import Rendered
from tests.facilitator.model.doubles import NOON, ScriptedClient, SetClock, UsageInMemory

PROMPT = Rendered("a", "b")


class Bench:
    """A caller with its doubles; `answers` are given one after another."""

    def __init__(
        self,
        *answers: Mapping[str, Any] | Answer,
        daily: int = 1000,
        cost: float | None = None,
        prices: Prices = {},  # noqa: B006  nobody changes it
    ) -> None:
        given = list(answers)
        self.usage, self.clock, self.seconds = UsageInMemory(), SetClock(), 0.0
        self.step = 1.0
        self.client = ScriptedClient(lambda *_: given.pop(0) if len(given) > 1 else given[0])
        self.caller = Caller(
            self.client,
            ModelSettings(
                "scripted", timeout_s=10, daily_tokens=daily, daily_cost=cost, prices=prices
            ),
            self.usage,
            self.clock,
            self._tick,
        )

    def _tick(self) -> float:
        self.seconds += self.step
        return self.seconds

    def ask(self) -> object:
        return self.caller.ask("frame", PROMPT, {}, read)


def read(content: object) -> object:
    if content == {"say": "nonsense"}:
        raise NotUsable(Outcome.UNGROUNDED)
    return content


def test_a_good_answer_is_used_and_written_down() -> None:
    bench = Bench({"say": "yes"})
    assert bench.ask() == {"say": "yes"}
    (call,) = bench.usage.calls
    assert (call.call, call.model, call.attempt, call.outcome) == (
        "frame",
        "scripted",
        1,
        Outcome.USED,
    )
    assert (call.tokens, call.seconds) == (120, bench.step)


def test_an_answer_that_does_not_hold_is_asked_for_once_more() -> None:
    bench = Bench({"say": "nonsense"}, {"say": "yes"})
    assert bench.ask() == {"say": "yes"}
    assert bench.usage.outcomes == [Outcome.UNGROUNDED, Outcome.USED]
    assert [c.attempt for c in bench.usage.calls] == [1, 2]


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome.EMPTY,
        Outcome.MALFORMED,
        Outcome.UNGROUNDED,
        Outcome.WRONG_LANGUAGE,
        Outcome.CUT_OFF,
    ],
)
def test_attempts_end_at_their_bound(outcome: Outcome) -> None:
    bench = Bench(Answer(outcome))
    with pytest.raises(NotUsable) as raised:
        bench.ask()
    assert raised.value.outcome is outcome
    assert len(bench.client.prompts) == MAX_ATTEMPTS


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome.SLOW,
        Outcome.RATE_LIMITED,
        Outcome.UNREACHABLE,
        Outcome.REJECTED,
        Outcome.REFUSED,
    ],
)
def test_a_server_in_trouble_is_asked_once(outcome: Outcome) -> None:
    bench = Bench(Answer(outcome))
    with pytest.raises(NotUsable):
        bench.ask()
    assert len(bench.client.prompts) == 1
    assert bench.usage.outcomes == [outcome]


def test_the_second_attempt_has_only_the_time_that_is_left() -> None:
    bench = Bench({"say": "nonsense"}, {"say": "yes"})
    bench.step = 6.0
    with pytest.raises(NotUsable):
        bench.ask()
    assert len(bench.client.prompts) == 1


def test_past_the_days_budget_nothing_is_asked() -> None:
    bench = Bench({"say": "yes"}, daily=200)
    bench.ask()
    bench.ask()
    with pytest.raises(NotUsable) as raised:
        bench.ask()
    assert raised.value.outcome is Outcome.OVER_BUDGET
    assert len(bench.client.prompts) == 2
    assert bench.usage.outcomes[-1] is Outcome.OVER_BUDGET


def test_past_the_days_money_nothing_is_asked() -> None:
    """A call takes 100 tokens and answers with 20: 100 x 10 + 20 x 50 millionths are 0.002."""
    bench = Bench({"say": "yes"}, cost=0.004, prices={"scripted": Price(10, 50)})
    bench.ask()
    bench.ask()
    with pytest.raises(NotUsable) as raised:
        bench.ask()
    assert raised.value.outcome is Outcome.OVER_BUDGET
    assert len(bench.client.prompts) == 2


def test_money_of_another_model_counts_where_its_price_is_known() -> None:
    bench = Bench({"say": "yes"}, cost=0.002, prices={"before": Price(10, 50)})
    bench.usage.record(replace(call_of_another_model(), model="unknown"))
    bench.ask()
    bench.usage.record(call_of_another_model())
    with pytest.raises(NotUsable):
        bench.ask()


def call_of_another_model() -> ModelCall:
    return ModelCall(NOON, "frame", "before", 1, Outcome.USED, 100, 20, 1.0)


def test_a_new_day_has_a_new_budget() -> None:
    bench = Bench({"say": "yes"}, daily=100)
    bench.ask()
    bench.clock.at += timedelta(days=1)
    assert bench.ask() == {"say": "yes"}


def test_a_budget_of_nothing_keeps_the_model_silent() -> None:
    bench = Bench({"say": "yes"}, daily=0)
    with pytest.raises(NotUsable):
        bench.ask()
    assert bench.client.prompts == []


def test_no_text_stands_in_the_record() -> None:
    bench = Bench({"say": "a secret"})
    bench.ask()
    assert "secret" not in repr(bench.usage.calls)
