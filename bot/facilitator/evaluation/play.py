"""Score a facilitator by its name: the built-in one, or a language model behind an address."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from bot.casework.usage import ModelCall, Outcome, Spent
from bot.facilitator.builtin.facilitator import BuiltinFacilitator
from bot.facilitator.evaluation.run import Evaluation, evaluate
from bot.facilitator.evaluation.suite import KeyedCase
from bot.facilitator.library import load_library
from bot.facilitator.model.caller import Caller
from bot.facilitator.model.facilitator import ModelFacilitator
from bot.facilitator.model.langchain import LangChainClient
from bot.facilitator.model.settings import ModelSettings

BUILTIN = "builtin"
BUDGET = 2_000_000
"""Tokens for one evaluation: a bound, so that a loop in a server costs no fortune."""


class _Tally:
    """Honours `bot.casework.usage.UsageLog` for the length of an evaluation."""

    def __init__(self) -> None:
        self.calls: list[ModelCall] = []

    def record(self, call: ModelCall) -> None:
        self.calls.append(call)

    def spent_on(self, day: date) -> tuple[Spent, ...]:
        return tuple(Spent(c.model, c.prompt_tokens, c.answer_tokens) for c in self.calls)


class _Now:
    def now(self) -> datetime:
        return datetime.now(UTC)


def play(
    name: str, cases: Sequence[KeyedCase], *, base_url: str = "", api_key: str = ""
) -> Evaluation:
    """The evaluation of `builtin`, or of the model of this name, with its calls and tokens."""
    builtin = BuiltinFacilitator(load_library())
    if name == BUILTIN:
        return evaluate(name, builtin, cases)
    tally = _Tally()
    settings = ModelSettings(
        name, base_url=base_url, api_key=api_key, timeout_s=60, daily_tokens=BUDGET
    )
    caller = Caller(LangChainClient(settings), settings, tally, _Now())
    found = evaluate(name, ModelFacilitator(builtin, caller), cases)
    tokens = sum(c.tokens for c in tally.calls)
    used = sum(c.outcome is Outcome.USED for c in tally.calls)
    return replace(found, calls=len(tally.calls), tokens=tokens, used=used)
