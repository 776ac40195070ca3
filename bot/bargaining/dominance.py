"""Which points nobody can better: the efficient ones among many."""

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from bot.bargaining.problem import TOLERANCE

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CHUNK = 256


def efficient(worths: Floats, coins: Ints) -> Ints:
    """Indexes of the points that no other point betters; of equal points the lowest coin stays.

    worths: shape (points, sides), on scales where TOLERANCE counts as equal. coins: shape
    (points,), the tie rule's number (see `coins`). The order of the indexes is by worth.
    """
    if len(worths) <= 1:
        return np.arange(len(worths))
    order = _order(worths, coins)
    ranked = worths[order]
    if worths.shape[1] == 2:
        kept = _of_two(ranked)
    elif worths.shape[1] == 3:
        kept = _of_three(ranked)
    else:
        kept = _of_many(ranked)
    return order[kept]


def _order(worths: Floats, coins: Ints) -> Ints:
    """Best for the first side first, then for the next; equal points by their coins."""
    cells = np.round(worths / TOLERANCE)
    return np.lexsort((coins, *(-cells[:, c] for c in range(worths.shape[1] - 1, -1, -1))))


def _of_two(ranked: Floats) -> Ints:
    second = ranked[:, 1]
    before = np.empty_like(second)
    before[0] = -np.inf
    np.maximum.accumulate(second[:-1], out=before[1:])
    return np.flatnonzero(second > before + TOLERANCE)


def _of_three(ranked: Floats) -> Ints:
    """A sweep with a staircase of the second and third worths (Kung, Luccio, Preparata, 1975)."""
    kept: list[int] = []
    seconds: list[float] = []
    thirds: list[float] = []
    rows = np.round(ranked[:, 1:] / TOLERANCE).tolist()
    for index, (second, third) in enumerate(rows):
        # Kept as (-third) rising with second falling: the first step at least as high decides.
        place = bisect_left(seconds, second)
        if place < len(seconds) and thirds[place] >= third:
            continue
        end = place
        if end < len(seconds) and seconds[end] == second:
            end += 1
        start = place
        while start > 0 and thirds[start - 1] <= third:
            start -= 1
        seconds[start:end] = [second]
        thirds[start:end] = [third]
        kept.append(index)
    return np.array(kept, dtype=np.int64)


def _of_many(ranked: Floats) -> Ints:
    """Compared in chunks, by falling sum, against what is kept so far and among themselves."""
    by_sum = np.argsort(-ranked.sum(axis=1), kind="stable")
    kept = np.empty(0, dtype=np.int64)
    for start in range(0, len(by_sum), CHUNK):
        chunk = by_sum[start : start + CHUNK]
        chunk = chunk[~_bettered(ranked[chunk], ranked[kept])]
        points = ranked[chunk]
        at_least = (points[None, :, :] >= points[:, None, :] - TOLERANCE).all(axis=2)
        earlier = np.tri(len(chunk), k=-1, dtype=bool)
        kept = np.concatenate([kept, chunk[~(at_least & earlier).any(axis=1)]])
    return np.sort(kept)


def _bettered(points: Floats, kept: Floats) -> NDArray[np.bool_]:
    if not len(kept):
        return np.zeros(len(points), dtype=bool)
    result = np.zeros(len(points), dtype=bool)
    step = max(1, 2_000_000 // (len(kept) * kept.shape[1]))
    for start in range(0, len(points), step):
        part = points[start : start + step]
        held = kept[None, :, 0] >= part[:, None, 0] - TOLERANCE
        for c in range(1, kept.shape[1]):
            held &= kept[None, :, c] >= part[:, None, c] - TOLERANCE
        result[start : start + step] = held.any(axis=1)
    return result
