"""Find words and phrases in a text, as whole words and whatever their case."""

import re
from collections.abc import Iterable
from functools import cache


@cache  # as many as the lexicons and the library have phrases
def _pattern(phrase: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def places(phrase: str, text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of every occurrence."""
    return tuple(m.span() for m in _pattern(phrase).finditer(text))


def any_of(phrases: Iterable[str], text: str) -> bool:
    lowered = text.lower()
    return any(_may_stand(p, lowered) and _pattern(p).search(text) for p in phrases)


def found(phrases: Iterable[str], text: str) -> tuple[str, ...]:
    """Those that stand in the text, in the order given."""
    lowered = text.lower()
    return tuple(p for p in phrases if _may_stand(p, lowered) and _pattern(p).search(text))


def _may_stand(phrase: str, lowered: str) -> bool:
    """A quick look for the first word, since nearly all phrases stand in no text."""
    return phrase.partition(" ")[0] in lowered
