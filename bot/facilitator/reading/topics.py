"""Which term of the library a number in a text is about."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.facilitator.library import Entry, Library
from bot.facilitator.reading.levels import Level, LevelReader
from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.measures import is_like, is_same, per_of, unit_of
from bot.facilitator.reading.phrase import any_of, found, places
from bot.facilitator.reading.quantities import BARE, Quantity, QuantityReader
from bot.facilitator.reading.sentences import folded, sentences
from bot.mediation.issues import IssueKind

MOST_IN_SENTENCE = 24
"""Figures read from one sentence; more than that is a table, which nobody reads as a sentence."""


STEM = 4
"""Letters by which "leak", "leaks" and "leaking" are the same word."""


class Standing(StrEnum):
    """How a number is meant by the sentence it stands in."""

    AGREED = "agreed"
    ASKED = "asked"
    HAPPENED = "happened"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it is about (None where the library knows nothing), how it is meant.

    applied: whether it was put to use ("we booked the 1 % penalty"), so somebody takes it to hold.
    refused: whether its clause turns it down ("we cannot accept 6 %").
    fault: the beginning of the word for what is wrong with its things ("leak"), "" for none.
    named: whether a word for its matter stands in its clause. level: how it is said to hold.
    polarity: -1 where its clause tells of what fell short, 1 of what held, 0 for neither or both.
    """

    quantity: Quantity
    entry: Entry | None
    standing: Standing
    sentence: str
    applied: bool = False
    refused: bool = False
    fault: str = ""
    polarity: int = 0
    named: bool = False
    level: Level = Level.NONE


@dataclass(frozen=True, slots=True)
class _Cue:
    """A place in a text that points to an entry."""

    start: int
    end: int
    entry: Entry


class FigureReader:
    """Reads the figures of texts in one language against the library."""

    def __init__(self, library: Library, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._quantities = QuantityReader(lexicon)
        entries = library.entries.values()
        self._levels = LevelReader(lexicon)
        self._units = {e.key: unit_of(e, lexicon) for e in entries}
        self._pers = {e.key: per_of(e, lexicon) for e in entries}
        self._rates = {(self._pers[e.key], e.kind): e for e in entries if self._pers[e.key]}
        self._first_of: dict[IssueKind | None, Entry] = {}
        self._pointing: dict[str, list[Entry]] = {}
        for entry in entries:
            if self._units[entry.key]:
                self._first_of.setdefault(entry.kind, entry)
            for cue in entry.cues:
                self._pointing.setdefault(cue.lower(), []).append(entry)

    def read(self, text: str, *, kind: IssueKind | None = None) -> tuple[Figure, ...]:
        """The figures of a plain text, in order; `kind` breaks ties between entries."""
        figures: list[Figure] = []
        before: list[Figure] = []
        for sentence in sentences(text):
            quantities = self._quantities.read(sentence)[:MOST_IN_SENTENCE]
            if quantities and any_of(self._lexicon.to_machine, sentence):
                continue  # an order to software is no account of anything
            cues = self._cues_in(sentence) if quantities else []
            quantities = _with_units(quantities)
            here = [self._figure(q, sentence, cues, kind) for q in quantities]
            here = [self._held(_carried_on(figure, before), kind) for figure in here]
            here = [self._asked_for(_as_before(f, here), here, kind) for f in here]
            figures += here
            before = here
        return tuple(figures)

    def entries_in(self, text: str) -> dict[str, int]:
        """Entry key -> how often words that point to it stand in the text."""
        return Counter(cue.entry.key for cue in self._cues_in(folded(text)))

    def _cues_in(self, text: str) -> list[_Cue]:
        """Every place that points to an entry, of a text with folded whitespace."""
        lowered = text.lower()
        return [
            _Cue(start, end, entry)
            for cue, entries in self._pointing.items()
            if cue in lowered
            for start, end in places(cue, text)
            for entry in entries
        ]

    def _figure(
        self, quantity: Quantity, sentence: str, cues: Sequence[_Cue], kind: IssueKind | None
    ) -> Figure:
        start, end = clause_around(sentence, quantity.start, quantity.end)
        clause = sentence[start:end]
        near = sentence[max(start, quantity.start - 45) : min(end, quantity.end + 30)]
        fault = next((w[:STEM] for w in found(self._lexicon.faulty, clause)), "")
        # Of "12 % of the lids leak, we want a credit", the 12 % are no credit; of "a credit of
        # 10 % because uptime was low", the 10 % are no uptime.
        is_apart = bool(fault) or any_of(self._lexicon.remedies, clause)
        nearby = [c for c in cues if start <= c.start < end] if is_apart else cues
        entry = self._nearest(quantity, nearby, (start, end), kind)
        rated = self._rate(quantity, kind)
        is_rate, entry = rated is not None, rated or entry
        its = [(c.start, c.end) for c in cues if c.entry is entry]
        named = any(start <= a and b <= end for a, b in its)
        if quantity.unit == BARE:
            named = named or entry is None
            entry = entry or self._first_of.get(kind)
            quantity = replace(quantity, unit=self._units[entry.key] if entry else BARE)
        standing = self._standing(quantity, sentence, near, cues)
        is_asked = standing is Standing.ASKED
        refused = any_of(self._lexicon.refused, clause)
        level = Level.NONE if is_asked else self._levels.read(entry, sentence, quantity, its)
        if is_rate and not is_asked:
            level = max(level, Level.HELD)
        return Figure(
            quantity,
            entry,
            standing,
            sentence,
            named=named or is_rate,
            level=Level.NONE if refused and level is Level.HELD else level,
            applied=not is_asked and any_of(self._lexicon.applied, near),
            fault=fault,
            refused=refused,
            polarity=any_of(self._lexicon.held, clause) - any_of(self._lexicon.fell_short, clause),
        )

    def _standing(
        self, quantity: Quantity, sentence: str, near: str, cues: Sequence[_Cue]
    ) -> Standing:
        start, end = clause_around(sentence, quantity.start, quantity.end)
        clause = sentence[start:end]
        if any_of(self._lexicon.agreed, near) or self._is_held_up(quantity, sentence, cues):
            return Standing.AGREED
        if any_of(self._lexicon.asked, clause):
            return Standing.ASKED
        if any_of(self._lexicon.strong_agreed, clause):
            return Standing.AGREED
        return Standing.HAPPENED

    def _rate(self, quantity: Quantity, kind: IssueKind | None) -> Entry | None:
        """The kind's term for so much an hour or an order."""
        if kind is None or not quantity.per:
            return None
        entry = self._rates.get((quantity.per, kind))
        return entry if entry and is_like(self._units[entry.key], quantity) else None

    def _asked_for(self, figure: Figure, here: Sequence[Figure], kind: IssueKind | None) -> Figure:
        """With the kind's main term, for "we need 6 %, as the index rose 14 %": 6 % is no index."""
        main, entry = self._first_of.get(kind), figure.entry
        if main is None or entry is None or figure.standing is not Standing.ASKED:
            return figure
        start, end = clause_around(figure.sentence, figure.quantity.start, figure.quantity.end)
        is_borrowed = any(
            f.entry is entry and f.standing is Standing.HAPPENED for f in here
        ) and not any_of(entry.cues, figure.sentence[start:end])
        fits = self._units[main.key] == figure.quantity.unit
        return replace(figure, entry=main, named=True) if is_borrowed and fits else figure

    def placed(self, figure: Figure, kind: IssueKind | None) -> Figure:
        """With the kind's main term, where no word names another: "payment after 60 days"."""
        main = self._first_of.get(kind)
        if figure.entry or main is None or kind is IssueKind.OTHER:
            return figure
        fits = self._units[main.key] == figure.quantity.unit
        return replace(figure, entry=main, named=True) if fits else figure

    def _held(self, figure: Figure, kind: IssueKind | None) -> Figure:
        """With the kind's main term, for "the contract says 30 days" where no word names it."""
        return self.placed(figure, kind) if figure.standing is Standing.AGREED else figure

    def _is_held_up(self, quantity: Quantity, sentence: str, cues: Sequence[_Cue]) -> bool:
        """Whether a number is what others are held against: "against 98 %", "the 1 % penalty"."""
        before = sentence[: quantity.start].casefold().split()
        last = {" ".join(before[-n:]) for n in (1, 2, 3)}
        if last & set(self._lexicon.reference):
            return True
        adjacent = any(0 <= c.start - quantity.end <= 1 for c in cues)
        return adjacent and bool(self._lexicon.article) and before[-1:] == [self._lexicon.article]

    def _nearest(
        self,
        quantity: Quantity,
        cues: Sequence[_Cue],
        clause: tuple[int, int],
        kind: IssueKind | None,
    ) -> Entry | None:
        """The entry of a fitting unit whose cue is nearest; in the clause before elsewhere.

        One that is counted in a like unit (cartons for pallets) has to be named in the clause.
        """

        def is_inside(cue: _Cue) -> bool:
            return clause[0] <= cue.start and cue.end <= clause[1]

        def fits(cue: _Cue) -> bool:
            unit, per = self._units[cue.entry.key], self._pers[cue.entry.key]
            if per and quantity.per and per != quantity.per:
                return False
            return is_same(unit, quantity) or (is_inside(cue) and is_like(unit, quantity))

        def rank(cue: _Cue) -> tuple[bool, int, bool, int]:
            away = max(cue.start - quantity.end, quantity.start - cue.end, 0)
            return (not is_inside(cue), away, cue.entry.kind is not kind, cue.start - cue.end)

        best = min(filter(fits, cues), key=rank, default=None)
        return best.entry if best else None


def _with_units(quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """With the unit that was said before: "net 45, and they want 90"."""
    unit, found = BARE, list[Quantity]()
    for quantity in quantities:
        unit = quantity.unit or unit
        found.append(replace(quantity, unit=unit))
    return tuple(found)


def _as_before(figure: Figure, here: Sequence[Figure]) -> Figure:
    """With the matter of its own sentence, for "the MOQ is 500 pieces and they want 2,000"."""
    is_asked, is_todays = figure.standing is Standing.ASKED, figure.level is Level.TODAYS
    if figure.named or not (is_asked or is_todays):
        return figure
    same = [f for f in here if f.entry and f.named and _same_unit(f, figure)]
    is_loose = figure.entry is None and figure.quantity.unit != "percent"
    fitting = [f for f in same if is_loose or f.entry is figure.entry]
    return replace(figure, entry=fitting[0].entry, named=True) if fitting else figure


def _carried_on(figure: Figure, before: Sequence[Figure]) -> Figure:
    """With the matter of the sentence before, for "… 97 % on time. The contract says 95 %."."""
    if figure.entry is not None or figure.standing is not Standing.AGREED:
        return figure
    same = {f.entry.key: f.entry for f in before if f.entry and _same_unit(f, figure)}
    if len(same) != 1:
        return figure
    return replace(figure, entry=next(iter(same.values())), named=True)


def _same_unit(one: Figure, other: Figure) -> bool:
    return one.quantity.unit == other.quantity.unit


_BREAKS = (
    *(";", ":", " – ", " — ", ", ", " but ", " while ", " and ", " against ", " versus ", " vs "),
    *(
        " because ",
        " instead of ",
        " pero ",
        " porque ",
        " mientras ",
        " y ",
        " frente a ",
        " frente al ",
        " en vez de ",
        " en lugar de ",
    ),
)


def clause_around(sentence: str, first: int, last: int) -> tuple[int, int]:
    """The span of the clause in which a span stands."""
    start, end = 0, len(sentence)
    for mark in _BREAKS:
        before = sentence.rfind(mark, 0, first)
        after = sentence.find(mark, last)
        start = max(start, before + len(mark)) if before >= 0 else start
        end = min(end, after) if after >= 0 else end
    return start, end
