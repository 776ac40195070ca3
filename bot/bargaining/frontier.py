"""The frontier: all packages that nobody can better without hurting somebody, exactly.

Additive worth makes the frontier of a whole a part of the sum of its parts' frontiers: a package
that holds a dominated part is dominated itself. So the terms are merged one by one, and what is
dominated, or can no longer reach a bar, is pruned on the way (Nemhauser and Ullmann, 1969, for
the knapsack problem). While a forbidden combination is open, only packages that stand alike
towards it are compared, which treats the tied terms as one without listing their product.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.bargaining.dominance import Floats, Ints, efficient
from bot.bargaining.problem import TOLERANCE, FrontierTooLarge, Package, Problem
from bot.bargaining.scale import Scaled, scaled

MAX_POINTS = 100_000
"""Points held at a time; from four sides on a tenth of it, since comparing costs more there."""


MANIFOLD = 20
"""So many times the points that may be held are compared with each other at a time."""


@dataclass(frozen=True, slots=True)
class Frontier:
    """Efficient packages and what they are worth, shape (packages, sides), on the sides' scales.

    Packages of equal worth to everybody stand in it once, by the lowest sum of coins.
    """

    packages: tuple[Package, ...]
    worths: Floats

    def __len__(self) -> int:
        return len(self.packages)


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a frontier to look at: floors a side, and a plane that bounds it from below.

    floors: the least scaled worth per side. direction, least: what a package's scaled worths
    weighted by `direction` must reach. With floors and a direction of no negative numbers the
    window holds whatever betters a package in it, so its efficient packages are efficient.
    width: points kept at each step, the best along `direction`; None keeps all and is exact.
    """

    floors: Floats
    direction: Floats
    least: float = -np.inf
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Points:
    """Partly or wholly merged packages: scaled worths (points, sides), options (points, terms)."""

    worths: Floats
    options: Ints
    coins: Ints

    def at(self, index: NDArray[np.int64] | NDArray[np.bool_]) -> "Points":
        return Points(self.worths[index], self.options[index], self.coins[index])


def frontier(
    problem: Problem, *, above_bars: bool = True, max_points: int = MAX_POINTS
) -> Frontier:
    """All efficient packages; with `above_bars` only those that meet every side's bar.

    Raises FrontierTooLarge where more than `max_points` would have to be held at a time.
    """
    table = scaled(problem)
    floors = table.bars if above_bars else np.full(table.sides, -np.inf)
    window = Window(floors, np.ones(table.sides))
    return listed(problem, merged(table, window, max_points=max_points))


def listed(problem: Problem, points: Points) -> Frontier:
    """Merged points as packages, with their worths on the sides' own scales."""
    total = np.zeros((len(points.options), problem.sides))
    for t in range(points.options.shape[1]):
        worths = np.array([side[t] for side in problem.worths])
        total += worths.T[points.options[:, t]]
    packages = tuple(tuple(row) for row in points.options.tolist())
    return Frontier(packages, total)


def merged(table: Scaled, window: Window, *, max_points: int = MAX_POINTS) -> Points:
    """The efficient packages inside a window, in the terms' own order of columns.

    Raises FrontierTooLarge where more than `max_points` would have to be held at a time.
    """
    limit = max_points if table.sides < 4 else max(1, max_points // 10)
    steps = list(_steps(table))
    usable = [table.terms[t][table.allowed[t]] for t in steps]
    if any(not len(worths) for worths in usable):
        return none(table)
    along = _rest([(worths @ window.direction).max() for worths in usable])
    reach = _rest([worths.max(axis=0) for worths in usable])
    points = Points(np.zeros((1, table.sides)), np.zeros((1, 0), np.int64), np.zeros(1, np.int64))
    for at, term in enumerate(steps):
        rest = Window(window.floors - reach[at], window.direction, window.least - along[at])
        points = _joined(points, table, term, rest, MANIFOLD * limit)
        points = _efficient(points, table, steps[: at + 1])
        if window.width is not None and len(points.worths) > window.width:
            points = points.at(np.argsort(-(points.worths @ window.direction))[: window.width])
        if len(points.worths) > limit:
            raise FrontierTooLarge(
                f"the frontier holds more than {limit} packages after {at + 1} terms"
            )
    return Points(points.worths, points.options[:, np.argsort(steps)], points.coins)


def _rest(values: list[Floats]) -> Floats:
    """What can still be added after each step: the sums of all later values."""
    return np.asarray(np.sum(values, axis=0) - np.cumsum(values, axis=0))


def none(table: Scaled) -> Points:
    """No package at all."""
    terms = len(table.terms)
    return Points(np.empty((0, table.sides)), np.empty((0, terms), np.int64), np.empty(0, np.int64))


def _steps(table: Scaled) -> Iterator[int]:
    """The terms in the order of merging: tied ones one after another, small groups first."""
    group = {t: frozenset({t}) for t in range(len(table.terms))}
    for combination in table.combinations:
        joined = frozenset().union(*(group[t] for t, _ in combination))
        group.update(dict.fromkeys(joined, joined))
    for tied in sorted(set(group.values()), key=lambda g: (len(g), min(g))):
        yield from sorted(tied)


def _joined(points: Points, table: Scaled, term: int, rest: Window, limit: int) -> Points:
    """Every point with every option of one more term that can still reach what `rest` asks."""
    options = table.allowed[term]
    size = len(points.worths) * len(options)
    if size > limit:
        raise FrontierTooLarge(f"{size} packages would have to be compared at a time")
    worths = points.worths[:, None, :] + table.terms[term][options][None, :, :]
    worths = worths.reshape(size, table.sides)
    keep = (worths >= rest.floors - TOLERANCE).all(axis=1)
    if np.isfinite(rest.least):
        slack = TOLERANCE * rest.direction.sum()
        keep &= worths @ rest.direction >= rest.least - slack
    before, added = np.divmod(np.flatnonzero(keep), len(options))
    column = options[added]
    coins = points.coins[before] + table.coins[term][column]
    chosen = np.concatenate([points.options[before], column[:, None]], axis=1)
    return Points(worths[keep], chosen, coins)


def _efficient(points: Points, table: Scaled, terms: list[int]) -> Points:
    """The efficient points among those that stand alike towards each open combination."""
    place = {t: c for c, t in enumerate(terms)}
    open_marks: list[NDArray[np.bool_]] = []
    closed = np.zeros(len(points.worths), dtype=bool)
    for combination in table.combinations:
        inside = [(place[t], o) for t, o in combination if t in place]
        if not inside:
            continue
        holds = np.all([points.options[:, c] == o for c, o in inside], axis=0)
        if len(inside) == len(combination):
            closed |= holds
        else:
            open_marks.append(holds)
    if closed.any():
        points = points.at(~closed)
        open_marks = [marks[~closed] for marks in open_marks]
    if not open_marks:
        return points.at(efficient(points.worths, points.coins))
    alike = np.unique(np.packbits(np.array(open_marks), axis=0), axis=1, return_inverse=True)[1]
    alike = alike.reshape(-1)
    kept = [np.flatnonzero(alike == a) for a in range(int(alike.max(initial=-1)) + 1)]
    chosen = [k[efficient(points.worths[k], points.coins[k])] for k in kept]
    return points.at(np.concatenate(chosen) if chosen else np.empty(0, np.int64))
