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


def stands_in(phrase: str, text: str) -> bool:
    return phrase.partition(" ")[0] in text.lower() and _pattern(phrase).search(text) is not None


def any_of(phrases: Iterable[str], text: str) -> bool:
    return any(stands_in(phrase, text) for phrase in phrases)


def found(phrases: Iterable[str], text: str) -> tuple[str, ...]:
    """Those that stand in the text, in the order given."""
    return tuple(phrase for phrase in phrases if stands_in(phrase, text))
