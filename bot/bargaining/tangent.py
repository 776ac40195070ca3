"""Planes that touch the frontier near a fair package, and bound the search for it.

No package is worth more along a plane's direction than its best options term by term; so a plane
bounds a rule's value from above, and a good package, found along it, from below. Only what lies
between has to be searched (Lagrangian relaxation; Geoffrion, 1974). Any direction is valid: a
poor one costs time, never exactness.
"""

from collections.abc import Callable

import numpy as np

from bot.bargaining.dominance import Floats
from bot.bargaining.scale import Scaled

GOLDEN = (5**0.5 - 1) / 2
EVALUATIONS = 36
ROUNDS = 4
FAR = 7.0
"""A direction's parts differ by a factor of e^7 at most, about 1 to 1000."""


def nash_direction(table: Scaled) -> Floats:
    """The direction in which the bound on the product of gains is least, shape (sides,).

    By the inequality of arithmetic and geometric means, prod g <= (d.g / n)^n / prod d for every
    d > 0, with equality where d is 1/g.
    """
    top = _top(table)

    def bound(logs: Floats) -> float:
        direction = np.exp(logs)
        gain = top(direction) - float(direction @ table.nothing)
        return float(table.sides * np.log(max(gain, 1e-12)) - logs.sum())

    return np.asarray(np.exp(_least(bound, np.zeros(table.sides), first=1)))


def even_direction(table: Scaled, units: Floats) -> Floats:
    """The direction in which the bound on the smallest of gains / units is least.

    The smallest of n numbers is at most their weighted mean, for any weights.
    """
    top = _top(table)

    def bound(logs: Floats) -> float:
        direction = np.exp(logs) / units
        gain = top(direction) - float(direction @ table.nothing)
        return gain / float(np.exp(logs).sum())

    return np.asarray(np.exp(_least(bound, np.zeros(table.sides), first=1)) / units)


def even_bound(table: Scaled, direction: Floats) -> float:
    """What no package's smallest gain is above, by the plane of this direction."""
    gain = _top(table)(direction) - float(direction @ table.nothing)
    return gain / float(direction.sum())


def selfish_direction(table: Scaled, side: int) -> Floats:
    """The direction in which the bound on one side's worth, the others at their bars, is least."""
    top = _top(table)
    others = [s for s in range(table.sides) if s != side]

    def direction_of(logs: Floats) -> Floats:
        direction = np.ones(table.sides)
        direction[others] = np.exp(logs)
        return direction

    def bound(logs: Floats) -> float:
        direction = direction_of(logs)
        return top(direction) - float(direction[others] @ table.bars[others])

    return direction_of(_least(bound, np.full(len(others), -FAR), first=0))


def _top(table: Scaled) -> Callable[[Floats], float]:
    """What the best package is worth along a direction, combinations left aside."""
    starts = np.cumsum([0, *(len(a) for a in table.allowed[:-1])])
    rows = np.concatenate([t[a] for t, a in zip(table.terms, table.allowed, strict=True)])

    def top(direction: Floats) -> float:
        return float(np.maximum.reduceat(rows @ direction, starts).sum())

    return top


def _least(value: Callable[[Floats], float], start: Floats, *, first: int) -> Floats:
    """Where a convex function is about least, by golden sections along each axis in turn.

    Axes before `first` stand still: they fix a scale that the function does not depend on.
    """
    point = start.copy()
    rounds = 1 if len(start) - first == 1 else ROUNDS
    for _ in range(rounds):
        for axis in range(first, len(start)):
            low, high = -FAR, FAR

            def along(x: float, axis: int = axis) -> float:
                moved = point.copy()
                moved[axis] = x
                return value(moved)

            left, right = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
            at_left, at_right = along(left), along(right)
            for _ in range(EVALUATIONS):
                if at_left <= at_right:
                    high, right, at_right = right, left, at_left
                    left = high - GOLDEN * (high - low)
                    at_left = along(left)
                else:
                    low, left, at_left = left, right, at_right
                    right = low + GOLDEN * (high - low)
                    at_right = along(right)
            point[axis] = (low + high) / 2
    return point
