"""What happened on the days and at the hours that a text names: "arrived on 3 May"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.moments import Moment, MomentReader, clocks_in
from bot.facilitator.reading.sentences import sentences
from bot.facilitator.reading.topics import clause_around
from bot.facilitator.reading.turns import spans

_SPANS = re.compile(r"\s*(?:to|till|until|-|–|a|hasta)\s*(?:las?\s+)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or an hour, and what the text says of it.

    event: key of the event whose words stand nearest in its clause, "" for none. words: the
    other words beside it, by which two texts without a known event may speak of the same.
    """

    moment: Moment
    event: str
    words: frozenset[str]


class EventReader:
    """Reads one language's texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._moments = MomentReader(lexicon)
        self._common = {*lexicon.stop_words, *lexicon.months, *lexicon.weekdays, *lexicon.no_nouns}

    def read(self, text: str) -> tuple[Dated, ...]:
        """Every day and every hour, in order."""
        return tuple(d for s in sentences(text) for d in self._in_sentence(s))

    def _in_sentence(self, sentence: str) -> tuple[Dated, ...]:
        days = tuple(m for m in self._moments.read(sentence) if m.is_day)
        dated = tuple(
            self._dated(moment, sentence, is_alone=len(alike) == 1)
            for alike in (days, clocks_in(sentence))
            for moment in alike
        )
        return tuple(self._in_span(dated, n, sentence) for n in range(len(dated)))

    def _in_span(self, dated: Sequence[Dated], n: int, sentence: str) -> Dated:
        """Of "from 13:10 to 15:00" the first is a start and the second an end."""
        here = dated[n]
        before, after = dated[max(n - 1, 0) : n], dated[n + 1 : n + 2]
        if any(_reaches(d, here, sentence) for d in before):
            return replace(here, event="end")
        return (
            replace(here, event="start")
            if any(_reaches(here, d, sentence) for d in after)
            else here
        )

    def _dated(self, moment: Moment, sentence: str, *, is_alone: bool) -> Dated:
        start, end = (0, len(sentence)) if is_alone else clause_around(sentence, *moment.span)
        clause = sentence[start:end]
        at = moment.start - start
        near = [
            (max(first - at, at - last, 0), first - last, event)
            for event, turns in self._lexicon.events.items()
            for turn in turns
            for first, last in spans(turn, clause)
        ]
        words = {w.casefold() for w in _WORD.findall(clause)} - self._common
        return Dated(moment, min(near, default=(0, 0, ""))[2], frozenset(words))


def _reaches(first: Dated, last: Dated, sentence: str) -> bool:
    """Whether one hour is said to last to the other."""
    between = sentence[first.moment.end : last.moment.start]
    return first.moment.is_clock and last.moment.is_clock and bool(_SPANS.fullmatch(between))
