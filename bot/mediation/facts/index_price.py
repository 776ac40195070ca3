"""A price change that follows an index: share of material, pass-through, dead band, cap, lag."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.mediation.refusals import Unclear

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

    share: float
    pass_through: float = 1.0
    dead_band: float = 0.0
    only_beyond: bool = False
    cap: float | None = None
    floor: float | None = None
    lag: int = 0


@dataclass(frozen=True, slots=True)
class PriceChange:
    """change: 0.056 is +5.6 %. index_change: of the index itself. formula: in plain figures."""

    change: float
    index_change: float
    formula: str


def change(base: float, current: float, clause: IndexClause) -> PriceChange:
    """The price change that an index from `base` to `current` brings.

    change = (current / base - 1) x share x pass-through, zero inside the dead band, then held
    between floor and cap. Raises Unclear for an index that is not above zero.
    """
    if base <= 0 or current <= 0:
        raise Unclear("index", "An index value is above zero. Please check both values.")
    for name, value in (("share", clause.share), ("pass_through", clause.pass_through)):
        if not 0 <= value <= 1:
            raise Unclear(name, "Please give a share between 0 and 100 %.")
    moved = current / base - 1
    counted = _beyond(moved, clause)
    result = counted * clause.share * clause.pass_through
    held = _held(result, clause)
    steps = [f"{_percent(moved)} index"]
    if clause.dead_band and counted != moved:
        steps = [f"{_percent(counted)} of the index beyond ± {_unsigned(clause.dead_band)}"]
    steps += [f"{_unsigned(clause.share)} material", f"{_unsigned(clause.pass_through)} passed on"]
    formula = f"{' × '.join(steps)} = {_percent(result)}"
    if held != result:
        formula += f", held at {_percent(held)}"
    return PriceChange(held, moved, formula)


def change_for(
    month: Month, base: Month, index: Mapping[Month, float], clause: IndexClause
) -> PriceChange:
    """The change for a month from a published series, `lag` months back; the base is taken as is.

    Raises Unclear for a month that the series does not have.
    """
    taken = back(month, clause.lag)
    for wanted in (base, taken):
        if wanted not in index:
            raise Unclear("index", f"The index has no value for {wanted[0]}-{wanted[1]:02}.")
    return change(index[base], index[taken], clause)


def back(month: Month, months: int) -> Month:
    """The month so many months earlier."""
    since_zero = month[0] * 12 + month[1] - 1 - months
    return since_zero // 12, since_zero % 12 + 1


def _beyond(moved: float, clause: IndexClause) -> float:
    if abs(moved) <= clause.dead_band:
        return 0.0
    if not clause.only_beyond:
        return moved
    return moved - clause.dead_band if moved > 0 else moved + clause.dead_band


def _held(result: float, clause: IndexClause) -> float:
    if clause.cap is not None:
        result = min(result, clause.cap)
    if clause.floor is not None:
        result = max(result, -clause.floor)
    return result


def _percent(value: float) -> str:
    return f"{100 * value:+.2f} %"


def _unsigned(value: float) -> str:
    return f"{100 * value:g} %"
