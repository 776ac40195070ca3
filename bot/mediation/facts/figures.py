"""Figures as people write them: 1,200.5 and 1.200,5 and 1 200,5, by what their column shows."""

import re
from collections.abc import Iterable, Mapping

_EITHER = re.compile(r"[1-9]\d{0,2}([.,])\d{3}", re.A)
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})+", re.A)
_BOTH = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?!\1)([.,])\d+", re.A)
_DECIMAL = re.compile(r"\d+([.,])\d+", re.A)
_MOST = 1e15
_SIGN = re.compile(r"[+-]")
_SPACES = str.maketrans("", "", " \u00a0\u202f'’")


def read_figures(texts: Iterable[str]) -> Mapping[str, float | None]:
    """Every text with its figure, None for one that is none.

    “1.200” and “1,200” are read with the mark as the decimal one where the others show that it
    is, else as a thousand two hundred.
    """
    different = {text for text in texts if text}
    bare = {text: _SIGN.sub("", text.translate(_SPACES), count=1) for text in different}
    decimals = {mark for digits in bare.values() if (mark := _decimal_mark(digits))}
    only = decimals.pop() if len(decimals) == 1 else ""
    return {text: _figure(text, bare[text], only) for text in different}


def figure(text: str) -> float | None:
    """One figure on its own."""
    return read_figures([text.strip()]).get(text.strip())


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
    return -value if text.translate(_SPACES).startswith("-") else value
