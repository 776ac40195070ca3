"""The names of the companies that speak, where they stand in a text."""

import re
from collections.abc import Sequence
from functools import lru_cache

_SHORTEST = 4
"""Letters that a name's first word has at least to stand for the whole."""

_LEGAL_FORM = re.compile(
    r"(?:[\s,]+(?:&|co|kg|gmbh|ag|se|inc|llc|ltd|limited|plc|corp|bv|nv|ab|oy|aps|sas?|sl|srl|spa|"
    r"s\.\s?[al]\.|s\.\s?r\.\s?l\.|s\.\s?p\.\s?a\.|b\.\s?v\.|n\.\s?v\.)\.?)+$",
    re.IGNORECASE,
)
_STANDS_ALONE = r"(?!\s[A-ZÀ-Þ])"
"""“Turrones Bernal” is not Turrones Ibi, though it begins like it."""


@lru_cache(maxsize=256)
def named(sides: Sequence[str]) -> re.Pattern[str] | None:
    """Finds each company by its name in any case, with or without its legal form, and by the
    first word of it where that has a capital and no other name follows. None for no company."""
    ways = [way for side in sides for way in _ways(side.strip())]
    longest_first = sorted(dict.fromkeys(ways), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)") if ways else None


def _ways(name: str) -> list[str]:
    short = _LEGAL_FORM.sub("", name)
    first = short.partition(" ")[0]
    ways = [rf"(?i:{re.escape(whole)})" for whole in (name, short) if whole]
    if len(first) >= _SHORTEST:
        ways.append(re.escape(first[0].upper() + first[1:]) + _STANDS_ALONE)
        ways.append(re.escape(first.upper()))
    return ways
