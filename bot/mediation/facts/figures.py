"""Figures as people write them: 1,200.5 and 1.200,5 and 1 200,5, by what their column shows."""

import re
from collections.abc import Iterable, Mapping

_EITHER = re.compile(r"[1-9]\d{0,2}([.,])\d{3}", re.A)
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})+", re.A)
_BOTH = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?!\1)([.,])\d+", re.A)
_DECIMAL = re.compile(r"\d+([.,])\d+", re.A)
_MOST = 1e15
_SIGN = re.compile(r"^[+-] ?")
_GAP = r"[ \u00a0\u2009\u202f'’]"
_SPACED = re.compile(rf"\d{{1,3}}(?:{_GAP}\d{{3}})+(?:[.,]\d+)?", re.A)
"""Thousands apart; “10 20” are two figures and none."""
_BEHIND = re.compile(r"(.+)-|\((.+)\)")
"""How accounts write what is below zero: 10- and (10)."""
_SPACES = str.maketrans("", "", " \u00a0\u2009\u202f'’")


def read_figures(texts: Iterable[str]) -> Mapping[str, float | None]:
    """Every text with its figure, None for one that is none.

    “1.200” and “1,200” are read with the mark as the decimal one where the others show that it
    is, else as a thousand two hundred.
    """
    bare = _bare(texts)
    only = _shown_mark(bare)
    return {text: _figure(text, bare[text], only) for text in bare}


def taken_for_thousands(texts: Iterable[str]) -> str:
    """A text such as “1.200” that could also be one and a fifth, "" where the others show."""
    bare = _bare(texts)
    if _shown_mark(bare) or any(_GROUPS.fullmatch(digits) for digits in bare.values()):
        return ""
    return min((text for text, digits in bare.items() if _EITHER.fullmatch(digits)), default="")


def figure(text: str) -> float | None:
    """One figure on its own."""
    return read_figures([text.strip()]).get(text.strip())


def _bare(texts: Iterable[str]) -> Mapping[str, str]:
    """Every text without spaces and its sign."""
    bare = {}
    for text in {text for text in texts if text}:
        found = _BEHIND.fullmatch(text)
        digits = _SIGN.sub("", (found[1] or found[2]).strip() if found else text)
        bare[text] = digits.translate(_SPACES) if _SPACED.fullmatch(digits) else digits
    return bare


def _shown_mark(bare: Mapping[str, str]) -> str:
    """The decimal mark, where these show one alone."""
    decimals = {mark for digits in bare.values() if (mark := _decimal_mark(digits))}
    return decimals.pop() if len(decimals) == 1 else ""


def _decimal_mark(digits: str) -> str:
    if _EITHER.fullmatch(digits) or _GROUPS.fullmatch(digits):
        return ""
    if found := _BOTH.fullmatch(digits):
        return found[2]
    found = _DECIMAL.fullmatch(digits)
    return found[1] if found else ""


def _figure(text: str, digits: str, decimal: str) -> float | None:
    if digits.isascii() and digits.isdigit():
        value = float(digits)
    elif _GROUPS.fullmatch(digits) or (
        (found := _EITHER.fullmatch(digits)) and found[1] != decimal
    ):
        value = float(digits.replace(",", "").replace(".", ""))
    elif found := _BOTH.fullmatch(digits):
        value = float(digits.replace(found[1], "").replace(",", "."))
    elif _DECIMAL.fullmatch(digits):
        value = float(digits.replace(",", "."))
    else:
        return None
    if value >= _MOST:
        return None
    return -value if text.startswith("-") or _BEHIND.fullmatch(text) else value
