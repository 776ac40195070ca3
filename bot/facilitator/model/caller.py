"""Ask the model within its bounds: attempts counted from 1, a time limit, a daily budget."""

import time
from collections.abc import Callable
from typing import TypeVar

from bot.casework.ports import Clock
from bot.casework.usage import ModelCall, Outcome, UsageLog
from bot.facilitator.model.client import Answer, ModelClient, Schema
from bot.facilitator.model.settings import ModelSettings
from prompts import Rendered

T = TypeVar("T")

MAX_ATTEMPTS = 2
WORTH_ANOTHER = frozenset(
    {Outcome.EMPTY, Outcome.MALFORMED, Outcome.UNGROUNDED, Outcome.WRONG_LANGUAGE, Outcome.CUT_OFF}
)
"""A second answer may be better. A server that is slow, full or away is left in peace."""


class NotUsable(Exception):
    """The model's answer cannot be used. `outcome` says why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


class Caller:
    """Calls one model for the model facilitator, and writes down every attempt."""

    def __init__(
        self,
        client: ModelClient,
        settings: ModelSettings,
        usage: UsageLog,
        clock: Clock,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._settings = settings
        self._usage = usage
        self._clock = clock
        self._seconds = seconds

    def ask(
        self,
        call: str,
        prompt: Rendered,
        schema: Schema,
        read: Callable[[object], T],
        *,
        attempts: int = MAX_ATTEMPTS,
    ) -> T:
        """What `read` makes of the model's answer.

        `read` raises NotUsable for an answer that does not hold. Raises NotUsable when the last
        attempt, the time or the day's budget is used up.
        """
        deadline = self._seconds() + self._settings.timeout_s
        outcome = Outcome.SLOW
        for attempt in range(1, attempts + 1):
            left = deadline - self._seconds()
            if left <= 0:
                break
            if self._is_used_up():
                self._note(call, attempt, Answer(Outcome.OVER_BUDGET), Outcome.OVER_BUDGET, 0.0)
                raise NotUsable(Outcome.OVER_BUDGET)
            began = self._seconds()
            answer = self._client.ask(prompt, schema, timeout_s=left)
            took = self._seconds() - began
            try:
                value = _read(answer, read)
            except NotUsable as fault:
                outcome = fault.outcome
                self._note(call, attempt, answer, outcome, took)
                if outcome not in WORTH_ANOTHER:
                    break
            else:
                self._note(call, attempt, answer, Outcome.USED, took)
                return value
        raise NotUsable(outcome)

    def _is_used_up(self) -> bool:
        """Whether the day's tokens, or its money, are spent."""
        spent = self._usage.spent_on(self._clock.now().date())
        if sum(s.tokens for s in spent) >= self._settings.daily_tokens:
            return True
        if self._settings.daily_cost is None:
            return False
        prices = self._settings.prices
        cost = sum(prices[s.model].of(s) for s in spent if s.model in prices)
        return cost >= self._settings.daily_cost

    def _note(
        self, call: str, attempt: int, answer: Answer, outcome: Outcome, seconds: float
    ) -> None:
        self._usage.record(
            ModelCall(
                at=self._clock.now(),
                call=call,
                model=self._settings.model,
                attempt=attempt,
                outcome=outcome,
                prompt_tokens=answer.prompt_tokens,
                answer_tokens=answer.answer_tokens,
                seconds=seconds,
            )
        )


def _read(answer: Answer, read: Callable[[object], T]) -> T:
    if answer.outcome is not Outcome.USED:
        raise NotUsable(answer.outcome)
    return read(answer.content)
