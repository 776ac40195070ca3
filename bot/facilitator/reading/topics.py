"""Which term of the library a number in a text is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.facilitator.library import Entry, Library
from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.phrase import any_of, places
from bot.facilitator.reading.quantities import Quantity, QuantityReader
from bot.facilitator.reading.sentences import sentences
from bot.mediation.issues import IssueKind


class Standing(StrEnum):
    """How a number is meant by the sentence it stands in."""

    AGREED = "agreed"
    ASKED = "asked"
    HAPPENED = "happened"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it is about (None where the library knows nothing), how it is meant.

    strong: whether a contract or another signed paper is named beside it.
    polarity: -1 where its clause tells of what fell short, 1 of what held, 0 for neither or both.
    """

    quantity: Quantity
    entry: Entry | None
    standing: Standing
    sentence: str
    strong: bool = False
    polarity: int = 0


class FigureReader:
    """Reads the figures of texts in one language against the library."""

    def __init__(self, library: Library, lexicon: Lexicon) -> None:
        self._library = library
        self._lexicon = lexicon
        self._quantities = QuantityReader(lexicon)

    def read(self, text: str, *, kind: IssueKind | None = None) -> tuple[Figure, ...]:
        """The figures of a plain text, in order; `kind` breaks ties between entries."""
        figures: list[Figure] = []
        before: list[Figure] = []
        for sentence in sentences(text):
            here = [self._figure(q, sentence, kind) for q in self._quantities.read(sentence)]
            here = [_carried_on(figure, before) for figure in here]
            figures += here
            before = here
        return tuple(figures)

    def entries_in(self, text: str) -> dict[str, int]:
        """Entry key -> how often words that point to it stand in the text."""
        found = {
            e.key: sum(len(places(cue, text)) for cue in e.cues)
            for e in self._library.entries.values()
        }
        return {key: count for key, count in found.items() if count}

    def _figure(self, quantity: Quantity, sentence: str, kind: IssueKind | None) -> Figure:
        start, end = _clause(sentence, quantity)
        clause = sentence[start:end]
        entry = self._nearest(quantity, sentence, (start, end), kind)
        near = sentence[max(start, quantity.start - 45) : min(end, quantity.end + 30)]
        if any_of(self._lexicon.agreed, near):
            standing = Standing.AGREED
        elif any_of(self._lexicon.asked, clause):
            standing = Standing.ASKED
        else:
            standing = Standing.HAPPENED
        return Figure(
            quantity,
            entry,
            standing,
            sentence,
            strong=any_of(self._lexicon.strong_agreed, sentence),
            polarity=any_of(self._lexicon.held, clause) - any_of(self._lexicon.fell_short, clause),
        )

    def _nearest(
        self, quantity: Quantity, sentence: str, clause: tuple[int, int], kind: IssueKind | None
    ) -> Entry | None:
        """The entry of a fitting unit whose cue is nearest; in the clause before elsewhere."""
        best: tuple[tuple[bool, int, bool, int], Entry] | None = None
        for entry in self._library.entries.values():
            if not _fits(entry, quantity, self._lexicon):
                continue
            for start, end in _cue_places(entry, sentence):
                away = max(start - quantity.end, quantity.start - end, 0)
                outside = not (clause[0] <= start and end <= clause[1])
                rank = (outside, away, entry.kind is not kind, start - end)
                if best is None or rank < best[0]:
                    best = (rank, entry)
        return best[1] if best else None


def _carried_on(figure: Figure, before: Sequence[Figure]) -> Figure:
    """With the matter of the sentence before, for "… 97 % on time. The contract says 95 %."."""
    if figure.entry is not None or figure.standing is not Standing.AGREED:
        return figure
    same = {f.entry.key: f.entry for f in before if f.entry and _same_unit(f, figure)}
    return replace(figure, entry=next(iter(same.values()))) if len(same) == 1 else figure


def _same_unit(one: Figure, other: Figure) -> bool:
    return one.quantity.unit == other.quantity.unit


def unit_of(entry: Entry, lexicon: Lexicon) -> str:
    """The canonical unit of an entry's options, "" where they are no numbers."""
    if "%" in entry.unit:
        return "percent"
    spelled = {s.casefold(): unit for unit, ss in lexicon.units.items() for s in ss}
    unit = entry.unit.casefold()
    known = next((spelled[u] for u in (unit, *unit.split()[:1]) if u in spelled), "")
    return known or next((spelled[u] for u in unit.split() if u in spelled), "")


def _fits(entry: Entry, quantity: Quantity, lexicon: Lexicon) -> bool:
    return unit_of(entry, lexicon) == quantity.unit


def _cue_places(entry: Entry, sentence: str) -> Iterable[tuple[int, int]]:
    for cue in entry.cues:
        yield from places(cue, sentence)


_BREAKS = (
    *(";", ":", " – ", " — ", ", ", " but ", " while ", " and ", " against ", " versus ", " vs "),
    *(
        " instead of ",
        " pero ",
        " mientras ",
        " y ",
        " frente a ",
        " frente al ",
        " en vez de ",
        " en lugar de ",
    ),
)


def _clause(sentence: str, quantity: Quantity) -> tuple[int, int]:
    """The span of the clause around a quantity."""
    start, end = 0, len(sentence)
    for mark in _BREAKS:
        before = sentence.rfind(mark, 0, quantity.start)
        after = sentence.find(mark, quantity.end)
        start = max(start, before + len(mark)) if before >= 0 else start
        end = min(end, after) if after >= 0 else end
    return start, end
