"""Doubles for the model facilitator: a usage log in memory, a clock that is set, a client."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from bot.casework.usage import ModelCall, Outcome, Spent
from bot.facilitator.model.client import Answer, Schema
from prompts import Rendered

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


class UsageInMemory:
    """Honours `bot.casework.usage.UsageLog`."""

    def __init__(self) -> None:
        self.calls: list[ModelCall] = []

    def record(self, call: ModelCall) -> None:
        self.calls.append(call)

    def spent_on(self, day: date) -> tuple[Spent, ...]:
        today = (c for c in self.calls if c.at.date() == day)
        return tuple(Spent(c.model, c.prompt_tokens, c.answer_tokens) for c in today)

    @property
    def outcomes(self) -> list[Outcome]:
        return [c.outcome for c in self.calls]


class SetClock:
    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


class ScriptedClient:
    """Honours `ModelClient`: `script` makes the content of every answer."""

    def __init__(self, script: Callable[[Rendered, Schema], Mapping[str, Any] | Answer]) -> None:
        self._script = script
        self.prompts: list[Rendered] = []

    def ask(self, prompt: Rendered, schema: Schema, *, timeout_s: float) -> Answer:
        self.prompts.append(prompt)
        made = self._script(prompt, schema)
        return made if isinstance(made, Answer) else Answer(Outcome.USED, made, 100, 20)
