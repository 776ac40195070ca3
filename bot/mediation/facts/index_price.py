"""A price change that follows an index: share of material, pass-through, dead band, cap, lag."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from bot.mediation.facts import shown
from bot.mediation.facts.sayings import Saying, refuse, say
from bot.mediation.facts.shown import exact

Month = tuple[int, int]
"""(year, month)."""


@dataclass(frozen=True, slots=True)
class IndexClause:
    """How a price follows an index. All shares are 0 to 1.

    share: of the price that is material. pass_through: of the index change that is handed on.
    dead_band: changes of the index up to this (0.05 is 5 %) move nothing. only_beyond: whether
    then the part beyond the band counts, or the whole change. cap, floor: the most that the
    price may rise and fall (0.04 is 4 %), None for no limit. lag: months that the index is
    taken back from the month it is for.
    """

    share: Fraction | float
    pass_through: Fraction | float = 1.0
    dead_band: Fraction | float = 0.0
    only_beyond: bool = False
    cap: Fraction | float | None = None
    floor: Fraction | float | None = None
    lag: int = 0


@dataclass(frozen=True, slots=True)
class PriceChange:
    """change: 7/125 is +5.6 %. index_change: of the index itself. formula: in plain figures."""

    change: Fraction
    index_change: Fraction
    formula: Saying


def change(base: float, current: float, clause: IndexClause) -> PriceChange:
    """The price change that an index from `base` to `current` brings.

    change = (current / base - 1) x share x pass-through, zero inside the dead band, then held
    between floor and cap; in fractions, so that 5 % from 100 to 105 is within a band of 5 %.
    Raises Unclear for an index that is not above zero.
    """
    if base <= 0 or current <= 0:
        raise refuse("index", "index_value")
    for name, value in (("share", clause.share), ("pass_through", clause.pass_through)):
        if not 0 <= value <= 1:
            raise refuse(name, "number", least="0", most="100")
    share, passed, band = map(exact, (clause.share, clause.pass_through, clause.dead_band))
    moved = exact(current) / exact(base) - 1
    counted = _beyond(moved, band, only_beyond=clause.only_beyond)
    result = counted * share * passed
    held = _held(result, clause)
    formula = say(
        "index.change",
        moved=_moved(moved, counted, band),
        share=shown.share_of(share),
        passed=shown.share_of(passed),
        result=shown.change(result),
        held=say("none") if held == result else say("index.held", held=shown.change(held)),
    )
    return PriceChange(held, moved, formula)


def change_for(
    month: Month, base: Month, index: Mapping[Month, float], clause: IndexClause
) -> PriceChange:
    """The change for a month from a published series, `lag` months back; the base is taken as is.

    Raises Unclear for a month that the series does not have.
    """
    taken = back(month, clause.lag)
    for field, wanted in (("then", base), ("now", taken)):
        if wanted not in index:
            first, last = (f"{y}-{m:02}" for y, m in (min(index), max(index)))
            named = f"{wanted[0]}-{wanted[1]:02}"
            raise refuse(field, "no_month", month=named, first=first, last=last)
    return change(index[base], index[taken], clause)


def back(month: Month, months: int) -> Month:
    """The month so many months earlier."""
    since_zero = month[0] * 12 + month[1] - 1 - months
    return since_zero // 12, since_zero % 12 + 1


def _beyond(moved: Fraction, band: Fraction, *, only_beyond: bool) -> Fraction:
    if abs(moved) <= band:
        return Fraction(0)
    if not only_beyond:
        return moved
    return moved - band if moved > 0 else moved + band


def _moved(moved: Fraction, counted: Fraction, band: Fraction) -> Saying:
    """What of the index's change counts."""
    if counted == moved:
        return say("index.moved", change=shown.change(moved))
    if not counted:
        return say("index.within", change=shown.change(moved), band=shown.share_of(band))
    return say("index.past", change=shown.change(counted), band=shown.share_of(band))


def _held(result: Fraction, clause: IndexClause) -> Fraction:
    if clause.cap is not None:
        result = min(result, exact(clause.cap))
    if clause.floor is not None:
        result = max(result, -exact(clause.floor))
    return result
