"""The whole frontier where it can be listed; else the part of it around the fair package."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from bot.bargaining.dominance import Floats
from bot.bargaining.frontier import MAX_POINTS, Frontier, Points, Window, listed, merged, none
from bot.bargaining.problem import TOLERANCE, FrontierTooLarge, Problem
from bot.bargaining.scale import Scaled, scaled
from bot.bargaining.tangent import even_bound, even_direction, nash_direction, selfish_direction

SMALL = 2_000_000
"""Up to so many packages the frontier is listed in full without looking for a short cut."""

LISTED = 20_000
"""A part of the frontier is widened for the menu's sake up to so many points."""

BEAM = 16
WIDE = 64
"""Packages kept at a time where the nearest ones cannot be told exactly."""

Aim = Literal["product", "share", "gain"]
"""What the fair package makes large: the product of gains, or the smallest share or gain."""


@dataclass(frozen=True, slots=True)
class Vicinity:
    """Efficient packages above every bar.

    most: the largest gain of each side with nobody below no deal. Walk-aways do not enter, so that
    one which rules out nothing of interest changes nothing, not even how a tie ends.
    """

    front: Frontier
    points: Points
    most: Floats
    complete: bool
    within: float = 0.0


def vicinity(
    problem: Problem, table: Scaled, aim: Aim, *, around: float = 0.0, small: int = SMALL
) -> Vicinity:
    """All efficient packages above the bars, or those at most `around` below the aim's best.

    small: with at most so many packages the frontier is listed in full at once.

    Raises FrontierTooLarge where even the aim's best alone cannot be told.
    """
    packages = float(np.prod([float(len(a)) for a in table.allowed]))
    if packages <= small:
        return _whole(problem, table)
    if _out_of_reach(table):
        return _complete(problem, table, none(table))
    unlimited = replace(table, bars=table.nothing)
    most = np.array([_most(unlimited, side) for side in range(table.sides)]) - table.nothing
    if not (most > 0).all():
        # A side that can gain nothing has no plane of its own to search by.
        return _whole(problem, table)
    return _part(problem, table, aim, most, around)


def _out_of_reach(table: Scaled) -> bool:
    """Whether a plane shows, without a search, that no package meets every bar."""
    if not np.isfinite(table.bars).all():
        return True
    to_bars = replace(table, nothing=table.bars)
    direction = even_direction(to_bars, np.ones(table.sides))
    return even_bound(to_bars, direction) < -TOLERANCE


def nearest(problem: Problem, *, small: int = SMALL) -> Vicinity:
    """The efficient packages that come nearest to the bars, nearest first.

    Near is a small largest lack, each side's lack as a part of what its packages range over. Where
    a frontier is too long to tell, good ones come instead, and `within` says how good at least.
    """
    table = scaled(problem)
    # A side that values all packages alike can only be met by chance; it steers nothing.
    bars = np.where(np.isfinite(table.bars), table.bars, 0.0)
    open_table = replace(table, bars=np.full(table.sides, -np.inf), nothing=bars)
    packages = float(np.prod([float(len(a)) for a in table.allowed]))
    within = 0.0
    if packages <= small:
        points = merged(table, Window(open_table.bars, np.ones(table.sides)))
    else:
        points, within = _nearest_of_many(open_table)
    # Bars out of all measure would overflow when rounded; so far off, all are equally far.
    lacks = np.clip(np.sort(bars - points.worths, axis=1)[:, ::-1], -1e9, 1e9)
    order = np.lexsort(
        (points.coins, *(np.round(lacks[:, c], 9) for c in range(table.sides)[::-1]))
    )
    return replace(_complete(problem, open_table, points.at(order)), within=within)


def _nearest_of_many(table: Scaled) -> tuple[Points, float]:
    even = np.ones(table.sides)
    try:
        return _search(table, "gain", even, 0.0, max_points=LISTED), 0.0
    except FrontierTooLarge:
        direction = even_direction(table, even)
        points = merged(table, Window(table.bars, direction, width=WIDE))
        smallest = (points.worths - table.nothing).min(axis=1, initial=np.inf).max(initial=-np.inf)
        return points, max(0.0, even_bound(table, direction) - float(smallest))


def _whole(problem: Problem, table: Scaled) -> Vicinity:
    points = merged(table, Window(table.nothing, np.ones(table.sides)))
    most = points.worths.max(axis=0, initial=-np.inf) - table.nothing
    points = points.at(np.flatnonzero((points.worths >= table.bars - TOLERANCE).all(axis=1)))
    return Vicinity(listed(problem, points), points, most, complete=True)


def _complete(problem: Problem, table: Scaled, points: Points) -> Vicinity:
    most = points.worths.max(axis=0, initial=-np.inf) - table.nothing
    return Vicinity(listed(problem, points), points, most, complete=True)


def _part(problem: Problem, table: Scaled, aim: Aim, most: Floats, around: float) -> Vicinity:
    points = _search(table, aim, most, 0.0)
    for reach in (1e-3, 1e-2, 3e-2, 0.1):
        if reach > around or len(points.worths) > LISTED // 4:
            break
        try:
            points = _search(table, aim, most, reach, max_points=LISTED)
        except FrontierTooLarge:
            break
    return Vicinity(listed(problem, points), points, most, complete=False)


def _search(
    table: Scaled, aim: Aim, most: Floats, below: float, *, max_points: int = MAX_POINTS
) -> Points:
    """The efficient packages whose aim is at most `below`, as a part, under the best one's."""
    units = most if aim == "share" else np.ones(table.sides)
    direction = nash_direction(table) if aim == "product" else even_direction(table, units)
    found = merged(table, Window(table.bars, direction, width=BEAM))
    if not len(found.worths):
        return merged(table, Window(table.bars, direction), max_points=max_points)
    gains = np.maximum(found.worths - table.nothing, 0.0)
    zero = float(direction @ table.nothing)
    floors = table.bars
    if aim == "product":
        product = gains.prod(axis=1).max() * (1 - below)
        mean = (product * direction.prod()) ** (1 / table.sides)
        least = zero + table.sides * mean
    else:
        lowest = float(((found.worths - table.nothing) / units).min(axis=1).max())
        smallest = lowest - below * abs(lowest)
        floors = np.maximum(floors, table.nothing + smallest * units)
        least = zero + smallest * float(direction @ units)
    window = Window(floors, direction, least)
    return merged(table, window, max_points=max_points)


def _most(table: Scaled, side: int) -> float:
    """The largest worth of one side with every bar met. Raises FrontierTooLarge."""
    chosen = [
        t[a][np.argmax(t[a][:, side])] for t, a in zip(table.terms, table.allowed, strict=True)
    ]
    alone = np.sum(chosen, axis=0)
    if not table.combinations and (alone >= table.bars).all():
        return float(alone[side])
    direction = selfish_direction(table, side)
    found = merged(table, Window(table.bars, direction, width=BEAM))
    if not len(found.worths):
        every = merged(table, Window(table.bars, direction))
        return float(every.worths[:, side].max(initial=-np.inf))
    others = np.arange(table.sides) != side
    least = float(found.worths[:, side].max() + direction[others] @ table.bars[others])
    points = merged(table, Window(table.bars, direction, least))
    return float(max(found.worths[:, side].max(), points.worths[:, side].max(initial=-np.inf)))
