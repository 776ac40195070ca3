"""Papers that a text names by a number, and amounts: "invoice 4711 is 3,900.00 EUR"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.measures import MONEY
from bot.facilitator.reading.quantities import BARE, Quantity, QuantityReader, number_of
from bot.facilitator.reading.sentences import folded, sentences
from bot.facilitator.reading.topics import clause_around

_AMOUNT = re.compile(
    r"(?<![\w.,:/#-])(?:\d{1,3}(?:[,.\u00a0 ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)"
    r"(?![\w%/:-]|[.,]\d|\s?%)"
)
FEWEST_DIGITS = 3
_NUMBER_OF_PAPER = r"(?P<number>[A-Za-z]{0,4}[-/]?\d[\w/-]*)"


@dataclass(frozen=True, slots=True)
class PaperAmount:
    """An amount of money under a paper. key: the paper's number; label: as the text names it."""

    key: str
    label: str
    amount: Quantity


class PaperReader:
    """Reads one language's texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._quantities = QuantityReader(lexicon)
        words = "|".join(
            re.escape(w) for w in sorted(lexicon.numbered, key=len, reverse=True) if w[-1] != "."
        )
        amounts = "|".join(re.escape(w) for w in sorted(lexicon.amounts_to, key=len, reverse=True))
        self._paper = re.compile(
            rf"(?<!\w)(?P<word>{words})\s*(?:no\.?|n\.?º|#)?\s*{_NUMBER_OF_PAPER}(?!\w)(?![.,]\d)",
            re.IGNORECASE,
        )
        labels = "|".join(re.escape(w) for w in sorted(lexicon.labels, key=len, reverse=True))
        self._labelled = re.compile(
            rf"(?<!\w)(?:{words}|{labels})\s*(?:no\.?|n\.?º|#)?\s*{_NUMBER_OF_PAPER}(?!\w)(?![.,]\d)",
            re.IGNORECASE,
        )
        self._says = re.compile(rf"\W*(?:{amounts})\W*", re.IGNORECASE)

    def read(self, text: str) -> tuple[PaperAmount, ...]:
        """The amount that stands behind each numbered paper, in its clause."""
        return tuple(amount for s in sentences(text) for amount in self._in_sentence(s))

    def numbers(self, text: str) -> tuple[str, ...]:
        """By what papers, lots and the like are told apart, of three digits or more, each once."""
        found = (m["number"] for m in self._labelled.finditer(text))
        return tuple(
            dict.fromkeys(n for n in found if sum(c.isdigit() for c in n) >= FEWEST_DIGITS)
        )

    def _in_sentence(self, sentence: str) -> Iterator[PaperAmount]:
        quantities = self._quantities.read(sentence)
        for paper in self._paper.finditer(sentence):
            _, end = clause_around(sentence, *paper.span())
            after = (q for q in quantities if paper.end() <= q.start < end and q.unit in MONEY)
            amount = next(after, None) or self._bare(sentence, paper.end(), end, quantities)
            if amount:
                label = folded(f"{paper['word']} {paper['number']}")
                yield PaperAmount(paper["number"].casefold(), label, amount)

    def _bare(
        self, sentence: str, start: int, end: int, quantities: tuple[Quantity, ...]
    ) -> Quantity | None:
        """A number without a currency, where nothing but "says" or "comes to" stands before it."""
        found = _AMOUNT.search(sentence, start, end)
        if found is None or not self._says.fullmatch(sentence[start : found.start()]):
            return None
        counts = any(q.start <= found.start() < q.end and q.unit != BARE for q in quantities)
        if counts:
            return None
        return Quantity(number_of(found[0]), BARE, found[0].strip(), *found.span())
