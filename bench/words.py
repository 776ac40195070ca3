"""`python -m bench.words`: what a case asks of a language model, in calls and tokens.

Every case of the evaluation is played with a thread of twenty messages, from its form to its
terms, through the real prompts. No model is asked: a token is taken as four characters, and an
answer as long as the built-in facilitator's own.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from statistics import median

from bot.casework.look_closely import looked_at
from bot.casework.usage import ModelCall, Outcome, Spent
from bot.facilitator import ModelSettings, builtin_facilitator, load_library
from bot.facilitator.evaluation import load_cases
from bot.facilitator.evaluation.suite import KeyedCase
from bot.facilitator.model.caller import Caller
from bot.facilitator.model.client import Answer, Schema
from bot.facilitator.model.facilitator import ModelFacilitator
from bot.mediation.issues import Message
from prompts import Rendered

CHARACTERS_A_TOKEN = 4
THREAD = 20


@dataclass(frozen=True, slots=True)
class Cost:
    """One case: calls, and tokens of prompts and answers."""

    case: str
    calls: int
    asked: int
    answered: int

    @property
    def tokens(self) -> int:
        return self.asked + self.answered


class _Counting:
    """A model that counts what it is given and says nothing."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def ask(self, prompt: Rendered, schema: Schema, *, timeout_s: float) -> Answer:
        text = prompt.instructions + prompt.texts + json.dumps(schema)
        self.sizes.append(len(text) // CHARACTERS_A_TOKEN)
        return Answer(Outcome.REFUSED)


class _NoLog:
    def record(self, call: ModelCall) -> None:
        """The sizes are enough here."""

    def spent_on(self, day: date) -> tuple[Spent, ...]:
        return ()


class _Today:
    def now(self) -> datetime:
        return datetime(2026, 11, 24, tzinfo=UTC)


def cost_of(case: KeyedCase) -> Cost:
    """The calls of a case whose thread has twenty messages, and about how many tokens they take."""
    counting = _Counting()
    caller = Caller(counting, ModelSettings("counted"), _NoLog(), _Today())
    facilitator = ModelFacilitator(builtin_facilitator(load_library()), caller)
    thread = twenty(case.messages)
    brief = replace(case.brief, sources=tuple(m.text for m in thread))
    intake = facilitator.intake(thread, raised_from=thread[0].ts).value
    looked_at(brief, facilitator)
    common = facilitator.frame(brief).value
    terms = facilitator.suggest_terms(brief, common).value
    said = sum(len(repr(part)) for part in (intake, common, [t.key for t in terms.terms]))
    return Cost(case.id, len(counting.sizes), sum(counting.sizes), said // CHARACTERS_A_TOKEN)


def twenty(messages: Sequence[Message]) -> tuple[Message, ...]:
    """A thread of twenty messages: the case's own, again and again."""
    again = (messages[i % len(messages)] for i in range(THREAD))
    return tuple(
        replace(m, ts=f"{number}.0", text=f"{m.text} ({number})")
        for number, m in enumerate(again, start=1)
    )


def main() -> None:
    costs = [cost_of(case) for case in load_cases()]
    most = max(costs, key=lambda c: c.tokens)
    print(f"{len(costs)} cases, a thread of {THREAD} messages each")
    print(f"calls a case: {max(c.calls for c in costs)} at most")
    print(f"tokens a case: {median(c.tokens for c in costs):.0f} in the median")
    print(f"at most {most.tokens} ({most.case}: {most.asked} asked, {most.answered} answered)")


if __name__ == "__main__":
    main()
