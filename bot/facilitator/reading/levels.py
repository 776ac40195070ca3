"""Which numbers of a sentence are a level that holds: "today it is 2 %", "free time is 1 hour"."""

import re
from collections.abc import Sequence
from enum import IntEnum

from bot.facilitator.library import Entry
from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.phrase import any_of
from bot.facilitator.reading.quantities import Quantity

_FAR = 60


class Level(IntEnum):
    """How a number is said to hold: not, by standing beside its term, in so many words."""

    NONE = 0
    HELD = 1
    TODAYS = 2


class LevelReader:
    """Reads levels in one language; its patterns are compiled once."""

    def __init__(self, lexicon: Lexicon) -> None:
        today, holding = _any_of(lexicon.today), _any_of(lexicon.holding)
        between = rf"(?:[\s,:=(]+(?:{holding}|{today})(?!\w))*[\s,:=(]*"
        self._today_before = re.compile(rf"(?<!\w)(?:{today}){between}$", re.IGNORECASE)
        self._today_after = re.compile(rf"^[\s,(]{{0,3}}(?:{today})(?!\w)", re.IGNORECASE)
        self._holds_before = re.compile(rf"(?<!\w)(?:{holding})\s*$", re.IGNORECASE)
        self._between = re.compile(rf"^{between}$", re.IGNORECASE)

    def read(
        self,
        entry: Entry | None,
        sentence: str,
        quantity: Quantity,
        cues: Sequence[tuple[int, int]],
    ) -> Level:
        """How a number is said to hold; cues: the places of words for its entry.

        Of something that is measured too, a word has to be of the term itself: waiting time is a
        fact, free time is a term. A term that is usually at nothing is as likely proposed.
        """
        own = _own_words(entry) if entry else None
        its = [c for c in cues if own is None or any_of(own, sentence[slice(*c)])]
        if self._is_todays(sentence, quantity):
            return Level.NONE if own is not None and not its else Level.TODAYS
        if entry is None or (entry.today is not None and is_nothing(entry.options[entry.today])):
            return Level.NONE
        is_held = any(self._is_beside(entry, sentence, quantity, cue) for cue in its)
        return Level.HELD if is_held else Level.NONE

    def _is_todays(self, sentence: str, quantity: Quantity) -> bool:
        before = sentence[max(0, quantity.start - _FAR) : quantity.start]
        if self._today_before.search(before):
            return True
        after = sentence[quantity.end :]
        return bool(self._today_after.match(after) and self._holds_before.search(before))

    def _is_beside(
        self, entry: Entry, sentence: str, quantity: Quantity, cue: tuple[int, int]
    ) -> bool:
        """Whether nothing but "is" and the rest of the term's name stands between the two."""
        start, end = cue
        if start <= quantity.end and quantity.start <= end:
            return True
        is_before = end <= quantity.start
        between = sentence[end : quantity.start] if is_before else sentence[quantity.end : start]
        for word in entry.name.split():
            between = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", "", between, flags=re.IGNORECASE)
        return bool(self._between.match(between))


_NOTHING = re.compile(r"(?:none|no|ningun[oa]?|ningún|sin)\b|0(?![\d.,])", re.IGNORECASE)


def is_nothing(option: str) -> bool:
    """Whether an option is to do without: "none", "no cap", "0 %"."""
    return bool(_NOTHING.match(option))


def _own_words(entry: Entry) -> frozenset[str] | None:
    """The words that are the term's and not the measured thing's; None where nobody measures it."""
    if entry.topic == entry.name:
        return None
    own = set(entry.name.casefold().split()) - set(entry.topic.casefold().split())
    return frozenset(own | {f"{word}s" for word in own})


def _any_of(phrases: Sequence[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, p.split())) for p in longest_first)
