"""Cutting text that stands ready for Slack: the last resort, where escaping has been done."""

import re
import unicodedata

ELLIPSIS = "…"

_WHOLE = re.compile(r"<(?:[@#!]|[a-z]+:)[^<>\n]{1,3000}>|&(?:amp|lt|gt);")
_JOINER = "\u200d"
_CLUSTER = 24
"""No emoji that people use has more code points than this; longer piles of marks are cut."""


def length(text: str) -> int:
    """UTF-16 units: the larger of the ways in which Slack could be counting characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, most: int) -> str:
    """At most `most` UTF-16 units, with an ellipsis where something went.

    Never inside an entity (`&amp;`), a mention, link or date (`<…>`), or a joined emoji.
    """
    if length(text) <= most:
        return text
    end = _before_whole(text, _fitting(text, most - len(ELLIPSIS)))
    return text[: _before_cluster(text, end)].rstrip() + ELLIPSIS


def _fitting(text: str, room: int) -> int:
    """How many characters fit; half of one is none."""
    units = text.encode("utf-16-le", "surrogatepass")[: room * 2]
    return len(units.decode("utf-16-le", "ignore"))


def _before_whole(text: str, end: int) -> int:
    for found in _WHOLE.finditer(text):
        if found.start() >= end:
            break
        if end < found.end():
            return found.start()
    return end


def _before_cluster(text: str, end: int) -> int:
    start = end
    while start > 0 and end - start < _CLUSTER and _belongs_to_previous(text, start):
        start -= 1
    return start if end - start < _CLUSTER else end


def _belongs_to_previous(text: str, index: int) -> bool:
    character = text[index]
    return (
        character == _JOINER
        or text[index - 1] == _JOINER
        or unicodedata.category(character).startswith("M")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )
