"""One side's public account, read: its figures, days, readings and interests."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.facilitator.reading.events import Dated, EventReader
from bot.facilitator.reading.lexicon import Contrast, Lexicon
from bot.facilitator.reading.moments import Moment, MomentReader
from bot.facilitator.reading.papers import PaperAmount, PaperReader
from bot.facilitator.reading.phrase import any_of
from bot.facilitator.reading.quantities import Quantity, large_numbers
from bot.facilitator.reading.sentences import plain, sentences
from bot.facilitator.reading.topics import Figure, FigureReader
from bot.facilitator.reading.turns import GAP, spans
from bot.mediation.facts.lateness import days_late
from bot.mediation.issues import IssueKind
from bot.mediation.people import SideId
from bot.mediation.statements import Brief, Statement


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and the beginnings of the words in it that name things."""

    sentence: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Account:
    """What one side said for everyone to read, taken apart.

    told: plain text of what happened. figures: of that; asked: of what it wants.
    interests: keys of the interests it names. meaning: sentences on what words meant to it.
    dated: its days and hours with what happened then. late_by: by how long something was late.
    is_on_time: whether it says on time, and never late.
    faulty: how many of a whole had a fault. is_sound: whether it says that its check found none.
    counts: numbers from a hundred up, with their noun or without.
    papers: the amounts that it names under numbered papers. numbers: of papers, lots and the like.
    rules: sentences on how something is counted, or what it covers.
    """

    side: SideId
    name: str
    told: str
    wants: str
    why: str
    figures: tuple[Figure, ...]
    asked: tuple[Figure, ...]
    moments: tuple[Moment, ...]
    interests: tuple[str, ...]
    meaning: tuple[str, ...]
    late_by: tuple[Quantity, ...] = ()
    is_on_time: bool = False
    dated: tuple[Dated, ...] = ()
    faulty: tuple[Quantity, ...] = ()
    is_sound: bool = False
    counts: frozenset[float] = frozenset()
    papers: tuple[PaperAmount, ...] = ()
    numbers: tuple[str, ...] = ()
    rules: tuple[Told, ...] = ()


class AccountReader:
    """Reads accounts in one language."""

    def __init__(self, figures: FigureReader, lexicon: Lexicon) -> None:
        self._figures = figures
        self._moments = MomentReader(lexicon)
        self._events = EventReader(lexicon)
        self._papers = PaperReader(lexicon)
        self._lexicon = lexicon
        self._common = {*lexicon.stop_words, *lexicon.months, *lexicon.weekdays, *lexicon.no_nouns}
        instead = "|".join(re.escape(w) for w in lexicon.reference)
        self._instead = re.compile(rf"\W*(?:{instead})l?\W*(?:on|the|el)?\W*", re.IGNORECASE)

    def read(self, brief: Brief, kind: IssueKind) -> tuple[Account, ...]:
        """One account a side, in the brief's order; an empty one for a side that was silent."""
        said: Mapping[SideId, Statement] = {s.side: s for s in brief.statements}
        return tuple(
            self._account(side, name, said.get(side), kind) for side, name, _ in brief.sides
        )

    def _account(
        self, side: SideId, name: str, statement: Statement | None, kind: IssueKind
    ) -> Account:
        told = plain(statement.happened) if statement else ""
        wants = plain(statement.wants) if statement else ""
        why = plain(statement.why) if statement else ""
        lexicon = self._lexicon
        told_figures = self._figures.read(told, kind=kind)
        return Account(
            side=side,
            name=name,
            told=told,
            wants=wants,
            why=why,
            figures=told_figures,
            asked=self._figures.read(wants, kind=kind),
            moments=self._moments.read(told),
            dated=self._events.read(told),
            interests=tuple(k for k, cues in lexicon.interests.items() if _shows(why, cues)),
            meaning=tuple(
                s for s in (*sentences(told), *sentences(wants)) if any_of(lexicon.meant, s)
            ),
            faulty=_faulty(told_figures, kind),
            is_sound=_shows(told, lexicon.sound) and not _faulty(told_figures, kind),
            counts=large_numbers(told),
            papers=self._papers.read(told),
            numbers=self._papers.numbers(told),
            rules=tuple(self._rules_in(told)),
            late_by=(*self._late_by(told_figures), *self._days_between(told)),
            is_on_time=_shows(told, lexicon.on_time) and not any_of(lexicon.late, told),
        )

    def _rules_in(self, told: str) -> Iterator[Told]:
        for sentence in sentences(told):
            if found := [s for cue in self._lexicon.rules for s in spans(cue, sentence)]:
                words = (m for m in _WORD.finditer(sentence.casefold()) if m[0] not in self._common)
                apart = (m for m in words if not any(a <= m.start() < b for a, b in found))
                yield Told(sentence, frozenset(m[0][:STEM] for m in apart))

    def _days_between(self, told: str) -> tuple[Quantity, ...]:
        """How late something was by two days: "arrived on 14 March instead of 12 March"."""
        return tuple(
            Quantity(days, "day", self._in_days(days), came.start, due.end)
            for sentence in sentences(told)
            for came, due in pairwise(m for m in self._moments.read(sentence) if m.is_day)
            if self._instead.fullmatch(sentence[came.end : due.start])
            and (days := _days_late(due, came)) > 0
        )

    def _in_days(self, days: int) -> str:
        *_, several, one = self._lexicon.units["day"]
        return f"{days} {one if days == 1 else several}"

    def _late_by(self, figures: Sequence[Figure]) -> tuple[Quantity, ...]:
        """The times that a word for late stands right after."""
        return tuple(
            f.quantity
            for f in figures
            if f.quantity.unit in _TIMES
            and any_of(self._lexicon.late, f.sentence[f.quantity.end :][:_BESIDE])
        )


def _faulty(figures: Sequence[Figure], kind: IssueKind) -> tuple[Quantity, ...]:
    """The parts of a whole that fell short; where quality is at issue, any part does."""
    return tuple(
        f.quantity
        for f in figures
        if f.quantity.part and (f.fault or f.polarity < 0 or kind is IssueKind.QUALITY)
    )


def _days_late(due: Moment, came: Moment) -> int:
    """Calendar days between two days of one year, 0 where a leap day may lie between them."""
    first, last = (tuple(map(int, m.key.split("-"))) for m in (due, came))
    if first < (3, 1) <= last:
        return 0
    return days_late(date(_LEAP_YEAR, *first), date(_LEAP_YEAR, *last)).calendar


STEM = 5
"""Letters by which "measured" and "measures" are the same word."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_LEAP_YEAR = 2000
_TIMES = frozenset({"minute", "hour", "day", "week"})
_BESIDE = 18
"""Characters after a time in which a word for late belongs to it."""


def reading_of(account: Account, contrast: Contrast) -> str:
    """The one reading that the account shows, "" where it shows none or several.

    A reading that the account puts aside ("not by calendar days") does not count, nor one that
    stands in a wish: what is proposed was not understood so before.
    """
    found = {r.name: _spans(account.told, r.cues) for r in contrast.readings}
    shown = [
        name
        for name, own in found.items()
        if not all(_is_part(span, _others(found, name)) for span in own)
    ]
    if len(shown) > 1:  # "gate times on the invoice", beside "counted from the appointment"
        told = account.told
        shown = [n for n in shown if any(_COUNTED.search(told[:at]) for at, _ in found[n])]
    return shown[0] if len(shown) == 1 else ""


_COUNTED = re.compile(
    r"(?<!\w)(?:from|since|by|desde|a partir de|según)(?:\s+(?:the|our|your|el|la|los|las))?\s+$",
    re.IGNORECASE,
)
"""What stands before the thing that something is counted from."""

_Span = tuple[int, int]


def _others(found: Mapping[str, Sequence[_Span]], name: str) -> tuple[_Span, ...]:
    return tuple(span for other, there in found.items() if other != name for span in there)


def _is_part(span: _Span, others: Iterable[_Span]) -> bool:
    """Whether a longer cue of another reading covers it: "receipt" in "receipt of the goods"."""
    start, end = span
    return any(s < end and start < e and e - s > end - start for s, e in others)


_PUT_ASIDE = (
    "not",
    "no",
    "non",
    "instead of",
    "rather than",
    "never",
    "sin",
    "en vez de",
    "en lugar de",
)


def _shows(text: str, cues: Sequence[str]) -> bool:
    return bool(_spans(text, cues))


def _spans(text: str, cues: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where a text shows a cue and does not put it aside; a cue may be a turn of phrase."""
    return tuple(
        (start, end)
        for cue in cues
        for start, end in spans(cue, text)
        if not any_of(_PUT_ASIDE, text[max(0, start - 16) : end if GAP in cue else start])
    )
