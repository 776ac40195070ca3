"""What calls to a language model cost: a record of every one, never of its text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol


class Outcome(StrEnum):
    """How a call ended. Everything but USED means that its answer was not used."""

    USED = "used"
    SLOW = "slow"
    RATE_LIMITED = "rate_limited"
    UNREACHABLE = "unreachable"
    REJECTED = "rejected"
    REFUSED = "refused"
    CUT_OFF = "cut_off"
    EMPTY = "empty"
    MALFORMED = "malformed"
    UNGROUNDED = "ungrounded"
    WRONG_LANGUAGE = "wrong_language"
    OVER_BUDGET = "over_budget"


@dataclass(frozen=True, slots=True)
class ModelCall:
    """One call. attempt counts from 1; tokens are 0 where the server did not say."""

    at: datetime
    call: str
    model: str
    attempt: int
    outcome: Outcome
    prompt_tokens: int
    answer_tokens: int
    seconds: float

    @property
    def tokens(self) -> int:
        return self.prompt_tokens + self.answer_tokens


@dataclass(frozen=True, slots=True)
class Spent:
    """What one model has taken: tokens that it was given, and tokens of its answers."""

    model: str
    prompt_tokens: int
    answer_tokens: int

    @property
    def tokens(self) -> int:
        return self.prompt_tokens + self.answer_tokens


@dataclass(frozen=True, slots=True)
class Price:
    """Of a million tokens, given and answered, in whatever money the operator counts in."""

    prompt: float
    answer: float

    def of(self, spent: Spent | ModelCall) -> float:
        return (spent.prompt_tokens * self.prompt + spent.answer_tokens * self.answer) / MILLION


MILLION = 1_000_000
Prices = Mapping[str, Price]
"""By the model's name."""


class UsageLog(Protocol):
    """Where model calls are written down."""

    def record(self, call: ModelCall) -> None: ...

    def spent_on(self, day: date) -> tuple[Spent, ...]:
        """What each model took in the calls that began on this day, UTC."""
        ...
