"""Turns of phrase by which people speak of a term without its name: "dearer", "pay us later"."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

GAP = "…"
_BETWEEN = r"(?:[^.!?\n]|\.(?=\d)){0,40}?"


@cache
def _pattern(turn: str) -> re.Pattern[str]:
    return re.compile(_BETWEEN.join(map(_piece, turn.split(GAP))), re.IGNORECASE)


def _piece(words: str) -> str:
    """Whole words, but for a mark as in "6% more", which may stand right behind a figure."""
    words = words.strip()
    first = r"(?<!\w)" if words[0].isalnum() else ""
    return first + r"\s+".join(map(_word, words.split())) + r"(?!\w)"


def _word(word: str) -> str:
    return re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "")


def spans(turn: str, text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of every occurrence of a turn."""
    return tuple(m.span() for m in _pattern(turn).finditer(text))


def turns_in(text: str, turns: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Key -> how many of its turns stand in the text, for those that have one there.

    `*` at the end of a word stands for any ending, `…` for at most forty characters of the
    same sentence.
    """
    counts = {k: sum(_pattern(t).search(text) is not None for t in ts) for k, ts in turns.items()}
    return {key: count for key, count in counts.items() if count}
