"""The frontier: all packages that nobody can better without hurting somebody, exactly.

Additive worth makes the frontier of a whole a part of the sum of its parts' frontiers: a package
that holds a dominated part is dominated itself. So the terms are merged one by one, and what is
dominated, or can no longer reach a bar, is pruned on the way (Nemhauser and Ullmann, 1969, for
the knapsack problem). Terms tied by forbidden combinations are first made into one.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from bot.bargaining.problem import TOLERANCE, FrontierTooLarge, Package, Problem

MAX_POINTS = 200_000

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Frontier:
    """The efficient packages that meet every bar, and what they are worth.

    packages: one option index per term each. worths: shape (packages, sides). Packages of equal
    worth to everybody stand in it once, by the tie rule of `_order`.
    """

    packages: tuple[Package, ...]
    worths: Floats

    def __len__(self) -> int:
        return len(self.packages)


@dataclass(frozen=True, slots=True)
class _Block:
    """Terms taken as one: its points (points, sides) and the options behind each point."""

    terms: tuple[int, ...]
    worths: Floats
    options: Ints


def frontier(
    problem: Problem, *, above_bars: bool = True, max_points: int = MAX_POINTS
) -> Frontier:
    """All efficient packages; with `above_bars` only those that meet every side's bar.

    Raises FrontierTooLarge where more than `max_points` would have to be held at a time.
    """
    blocks = sorted((_block(problem, terms) for terms in _tied(problem)), key=lambda b: b.terms)
    if any(len(block.worths) == 0 for block in blocks):
        return Frontier((), np.empty((0, problem.sides)))
    bars = np.array(problem.bars) if above_bars else np.full(problem.sides, -np.inf)
    best_rest = np.cumsum([b.worths.max(axis=0) for b in blocks[::-1]], axis=0)[::-1]
    merged = blocks[0]
    for step, block in enumerate(blocks[1:], start=1):
        rest = best_rest[step + 1] if step + 1 < len(blocks) else np.zeros(problem.sides)
        merged = _merge(merged, block, bars - rest, max_points)
    keep = (merged.worths >= bars - TOLERANCE).all(axis=1)
    order = np.argsort(np.array(merged.terms))
    packages = tuple(tuple(int(o) for o in row[order]) for row in merged.options[keep])
    return Frontier(packages, merged.worths[keep])


def _tied(problem: Problem) -> list[tuple[int, ...]]:
    """The terms in groups: those that stand together in a forbidden combination are one group."""
    group = {t: {t} for t in range(len(problem.options))}
    for pair in problem.forbidden:
        joined = set().union(*(group[t] for t, _ in pair))
        for t in joined:
            group[t] = joined
    return [tuple(sorted(g)) for g in {frozenset(g) for g in group.values()}]


def _block(problem: Problem, terms: tuple[int, ...]) -> _Block:
    """A group's own frontier, never marks and forbidden combinations left out."""
    inside = [pair for pair in problem.forbidden if all(t in terms for t, _ in pair)]
    rows = [
        row
        for row in product(*(range(problem.options[t]) for t in terms))
        if not any(
            (s, t, o) in problem.never
            for s in range(problem.sides)
            for t, o in zip(terms, row, strict=True)
        )
        and not any(pair <= set(zip(terms, row, strict=True)) for pair in inside)
    ]
    options = np.array(rows, dtype=np.int64).reshape(len(rows), len(terms))
    worths = np.array(
        [
            [
                sum(problem.worths[s][t][o] for t, o in zip(terms, row, strict=True))
                for s in range(problem.sides)
            ]
            for row in rows
        ],
        dtype=np.float64,
    ).reshape(len(rows), problem.sides)
    keep = efficient(worths, options)
    return _Block(terms, worths[keep], options[keep])


def _merge(left: _Block, right: _Block, least: Floats, max_points: int) -> _Block:
    """Both blocks as one; `least` is what a point must reach now to meet its bar in the end."""
    size = len(left.worths) * len(right.worths)
    if size > 50 * max_points:
        raise FrontierTooLarge(f"{size} packages would have to be compared at a time")
    worths = (left.worths[:, None, :] + right.worths[None, :, :]).reshape(
        size, left.worths.shape[1]
    )
    reach = np.flatnonzero((worths >= least - TOLERANCE).all(axis=1))
    i, j = np.divmod(reach, len(right.worths))
    options = np.concatenate([left.options[i], right.options[j]], axis=1)
    worths = worths[reach]
    keep = efficient(worths, options)
    if len(keep) > max_points:
        raise FrontierTooLarge(f"the frontier holds more than {max_points} packages")
    return _Block((*left.terms, *right.terms), worths[keep], options[keep])


def efficient(worths: Floats, options: Ints) -> Ints:
    """Indexes of the points that no other point betters; equal points stand once.

    The tie rule between equal points favours no side: the smallest option indexes stay.
    """
    if len(worths) == 0:
        return np.empty(0, dtype=np.int64)
    order = _order(worths, options)
    sorted_worths = worths[order]
    if worths.shape[1] == 2:
        second = sorted_worths[:, 1]
        before = np.maximum.accumulate(np.concatenate([[-np.inf], second[:-1]]))
        return order[second > before + TOLERANCE]
    kept: list[int] = []
    front = np.empty_like(sorted_worths)
    for index, point in enumerate(sorted_worths):
        held = front[: len(kept)]
        if not (held >= point - TOLERANCE).all(axis=1).any():
            front[len(kept)] = point
            kept.append(index)
    return order[np.array(kept, dtype=np.int64)]


def _order(worths: Floats, options: Ints) -> Ints:
    """Best for the first side first, then the next sides; equal points by option indexes."""
    keys: list[NDArray[np.generic]] = [options[:, c] for c in range(options.shape[1] - 1, -1, -1)]
    keys += [-np.round(worths[:, c] / TOLERANCE) for c in range(worths.shape[1] - 1, -1, -1)]
    return np.lexsort(keys)
