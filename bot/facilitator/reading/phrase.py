"""Find words and phrases in a text, as whole words and whatever their case."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache


@cache  # as many as the lexicons and the library have phrases
def _pattern(phrase: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def places(phrase: str, text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of every occurrence."""
    if phrase.partition(" ")[0].lower() not in text.lower():
        return ()
    return tuple(m.span() for m in _pattern(phrase).finditer(text))


def any_of(phrases: Iterable[str], text: str) -> bool:
    lowered = text.lower()
    return any(
        _pattern(phrase).search(text)
        for first, phrase in _with_first_words(tuple(phrases))
        if first in lowered
    )


def found(phrases: Iterable[str], text: str) -> tuple[str, ...]:
    """Those that stand in the text, in the order given."""
    lowered = text.lower()
    return tuple(
        phrase
        for first, phrase in _with_first_words(tuple(phrases))
        if first in lowered and _pattern(phrase).search(text)
    )


@lru_cache(maxsize=1024)
def _with_first_words(phrases: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    # Nearly all phrases stand in no text: looking for the first word is fifty times quicker.
    return tuple((phrase.partition(" ")[0].lower(), phrase) for phrase in phrases)
