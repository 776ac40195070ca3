"""Play all cases through a facilitator and add the scores up."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.casework.words import Facilitator
from bot.facilitator.evaluation.score import NOTHING, Hits, Score, score
from bot.facilitator.evaluation.suite import KeyedCase


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All scores of one facilitator. calls, tokens: of a language model, 0 without one.

    used: how many of the calls brought an answer that could be used.
    """

    name: str
    scores: tuple[Score, ...]
    calls: int = 0
    tokens: int = 0
    used: int = 0

    def share(self, what: str) -> float:
        """The share of cases in which a yes-or-no measure holds."""
        return sum(bool(getattr(s, what)) for s in self.scores) / len(self.scores)

    def total(self, what: str) -> Hits:
        return sum((getattr(s, what) for s in self.scores), NOTHING)

    def measures(self) -> dict[str, float]:
        """Every measure between 0 and 1, more is better, in the order they are shown."""
        found = {
            "kind of issue": self.share("kind"),
            "kind of gap": self.share("gap"),
            "agreed facts, recall": self.total("agreed").recall,
            "agreed facts, precision": self.total("agreed").precision,
            "disputed facts, recall": self.total("disputed").recall,
            "disputed facts, precision": self.total("disputed").precision,
            "understood differently, recall": self.total("understood").recall,
            "understood differently, precision": self.total("understood").precision,
            "terms, recall": self.total("terms").recall,
            "numbers grounded": self.share("grounded"),
            "quotations grounded": self.share("quoted"),
            "symmetric": self.share("symmetric"),
            "title within bounds": self.share("title"),
            "free of blame": sum(s.blame == 0 for s in self.scores) / len(self.scores),
            "free of verdicts": sum(s.affirmed == 0 for s in self.scores) / len(self.scores),
        }
        return {name: value for name, value in found.items() if value is not None}


def evaluate(name: str, facilitator: Facilitator, cases: Sequence[KeyedCase]) -> Evaluation:
    return Evaluation(name, tuple(score(c, facilitator) for c in cases))
