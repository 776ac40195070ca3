"""What is counted of a passage: its words, its pairs of words, and pieces of words.

Amounts, numbers and names are each one sign: the names of the sides another one than anybody
else's, so that what a rival charges can be told from what the partner charges.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.facilitator.watch.parties import named

PARTY, NAME, MONEY, NUMBER = "=party", "=name", "=money", "=number"
PIECES = range(3, 6)
"""Lengths of the pieces of words, which hold what endings have in common."""

_DIGITS = r"\d(?:[\d.,:]*\d)?"
_MONEY = re.compile(
    rf"[€$£]\s?{_DIGITS}|{_DIGITS}\s?(?:[€$£%]|(?:eur|usd|gbp|euros?|dollars?|dolares|pesos)\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(_DIGITS)
_SIGN = re.compile(r"=\w+|[A-Za-z']+|[.!?¿¡,;:]")


def features(passage: str, sides: Sequence[str] = ()) -> frozenset[str]:
    """The signs of a passage, each once. sides: the names of the companies that speak."""
    words = _words(passage, sides)
    pairs = (f"{a} {b}" for a, b in pairwise(words))
    return frozenset([*words, *pairs, *_pieces(words)])


def _pieces(words: Iterable[str]) -> Iterable[str]:
    for word in {w for w in words if w.isalpha()}:
        framed = f"<{word}>"
        for length in PIECES:
            yield from (f"#{framed[i : i + length]}" for i in range(len(framed) - length + 1))


def _words(passage: str, sides: Sequence[str]) -> list[str]:
    text = _parties(_without_accents(passage).replace("’", "'"), sides)
    if not any(c.islower() for c in passage):
        text = text.casefold()  # all in capitals: they say nothing of names
    text = _NUMBER.sub(f" {NUMBER} ", _MONEY.sub(f" {MONEY} ", text))
    found: list[str] = []
    begins = True
    for sign in _SIGN.findall(text):
        if sign in ".!?":
            found.append(".")
            begins = True
        elif sign in ",;:¿¡":
            found.append(",")
            begins = begins or sign in "¿¡"
        else:
            found.append(_as_word(sign, begins))
            begins = False
    return found


def _as_word(sign: str, begins: bool) -> str:
    if sign.startswith("="):
        return sign
    named = sign[0].isupper() and not begins and sign.partition("'")[0] != "I"
    return NAME if named and len(sign) > 1 else sign.casefold()


def _parties(text: str, sides: Sequence[str]) -> str:
    names = named(tuple(_without_accents(side) for side in sides))
    return names.sub(f" {PARTY} ", text) if names else text


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return "".join(c for c in parts if unicodedata.category(c) != "Mn")
