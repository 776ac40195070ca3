"""Numbers as they are shown: rounded as one does by hand, and never to a whole that is not one."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from bot.mediation.facts.sayings import Number

_MOST_DIGITS = 6


def percent(part: int | Fraction, of: int | Fraction) -> Number:
    """A share in per cent with one digit: 93.8 %; with more where it would show 0 or 100."""
    share = Fraction(part) / Fraction(of) * 100
    for digits in range(1, _MOST_DIGITS):
        shown = _rounded(share, digits)
        if shown not in {0, 100} or shown == share:
            break
    return Number(f"{shown} %")


def change(share: Fraction) -> Number:
    """A change in per cent with its sign: +4.80 %, 0.00 %."""
    shown = _rounded(share * 100, 2)
    return Number(f"{shown:+} %" if shown else "0.00 %")


def share_of(share: Fraction) -> Number:
    """A share as somebody typed it: 60 %, 2.5 %."""
    return Number(f"{figure(share * 100)} %")


def figure(value: Fraction | float) -> Number:
    """A figure with the digits that it has, at most six behind the point: 104.2, 1234567."""
    text = f"{_rounded(exact(value), _MOST_DIGITS):f}"
    return Number(text.rstrip("0").rstrip(".") if "." in text else text)


def money(value: Fraction | float) -> Number:
    """1,234.50."""
    return Number(f"{_rounded(exact(value), 2):,}")


def hours(value: Fraction | float) -> Number:
    """With two digits: 4.17."""
    return Number(f"{_rounded(exact(value), 2)}")


def two_ways(thousands: float) -> dict[str, Number]:
    """How “61.450”, read as thousands, is written so that it can be read one way only."""
    fraction = Number(f"{_rounded(exact(thousands) / 1_000, 4)}")
    return {"thousands": figure(thousands), "fraction": fraction}


def exact(value: Fraction | float) -> Fraction:
    """A figure as it was typed, not as binary holds it: 0.07 is 7/100."""
    return value if isinstance(value, Fraction) else Fraction(repr(value))


def _rounded(value: Fraction, digits: int) -> Decimal:
    step = Decimal(1).scaleb(-digits)
    scaled = Fraction(value) * 10**digits
    whole = Decimal((2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator))
    signed = whole.copy_sign(-1) if scaled < 0 and whole else whole
    return (signed * step).quantize(step, rounding=ROUND_HALF_UP)
