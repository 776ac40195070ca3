"""What happened on the days and at the hours that a text names: "arrived on 3 May"."""

import re
from dataclasses import dataclass

from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.moments import Moment, MomentReader, clocks_in
from bot.facilitator.reading.sentences import sentences
from bot.facilitator.reading.topics import clause_around
from bot.facilitator.reading.turns import spans

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
        return tuple(
            self._dated(moment, sentence, is_alone=len(alike) == 1)
            for alike in (days, clocks_in(sentence))
            for moment in alike
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
