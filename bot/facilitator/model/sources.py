"""The texts that a model is given, numbered, and what counts as a quotation of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.facilitator.model.schema import Quote
from bot.facilitator.reading.quantities import number_of
from bot.facilitator.reading.sentences import folded, plain, shortened
from bot.mediation.people import SideId

SHORTEST_QUOTE = 3
_NUMBER = re.compile(r"\d+(?:[.,\u00a0 ]\d+)*")


@dataclass(frozen=True, slots=True)
class Source:
    """One public text. side is None for what was written in the channel."""

    number: int
    text: str
    speaker: str
    part: str = ""
    side: SideId | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """All texts of one call."""

    all: tuple[Source, ...]

    @classmethod
    def of(cls, parts: Iterable[tuple[str, str, str, SideId | None]], limit: int) -> "Sources":
        """From (text, speaker, part, side); each cleaned of Slack's marks and kept to its share."""
        kept = [(folded(plain(t)), speaker, part, side) for t, speaker, part, side in parts]
        kept = [item for item in kept if item[0]]
        share = max(400, limit // max(1, len(kept)))
        return cls(
            tuple(
                Source(number, shortened(text, share), speaker, part, side)
                for number, (text, speaker, part, side) in enumerate(kept, start=1)
            )
        )

    def holds(self, quote: Quote) -> bool:
        """Whether the quotation stands in its text, letter for letter, whitespace folded."""
        words = folded(quote.quote)
        source = self.get(quote.source)
        return source is not None and len(words) >= SHORTEST_QUOTE and words in source.text

    def get(self, number: int) -> Source | None:
        return next((s for s in self.all if s.number == number), None)

    def grounded(self, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        return tuple(q for q in quotes if self.holds(q))

    def sides_of(self, quotes: Iterable[Quote]) -> set[SideId]:
        """The sides whose own texts are quoted."""
        sources = (self.get(q.source) for q in quotes)
        return {s.side for s in sources if s is not None and s.side is not None}

    def by_side(self, quotes: Iterable[Quote]) -> list[list[str]]:
        """The quotations of each side's own texts."""
        said: dict[SideId, list[str]] = {}
        for quote in quotes:
            source = self.get(quote.source)
            if source is not None and source.side is not None:
                said.setdefault(source.side, []).append(quote.quote)
        return list(said.values())

    def texts_of(self, side: SideId) -> tuple[str, ...]:
        return tuple(s.text for s in self.all if s.side == side)


def numbers_in(texts: Sequence[str]) -> set[float]:
    """The values of all numbers that stand in texts."""
    return {number_of(found) for text in texts for found in _NUMBER.findall(text)}
