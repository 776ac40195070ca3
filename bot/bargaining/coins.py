"""The coins that end ties: numbers that no side, no order of terms and no end of a term owns."""

from collections.abc import Iterable
from hashlib import blake2b

import numpy as np

from bot.bargaining.dominance import Floats, Ints

GRID = 1e6
"""Worths are told apart by a millionth; finer than that, what is alike could differ by rounding."""

BESIDE = 0.3183
"""Cells begin beside the round numbers, where people's worths lie."""


def coins(terms: tuple[Floats, ...]) -> tuple[Ints, ...]:
    """Per term a number for each of its options; ties go to the package with the lowest sum.

    terms: scaled worths, per term an array of shape (options, sides).

    An option's coin comes from its place in its term and from what the term is worth to all sides
    together, each side known by its own worths alone. So neither the order of terms nor who is
    called which side enters, and neither end of a term is favoured, as the lowest index would
    favour whoever wants less of it. Two terms have the same coins only where they are worth the
    same, or where one is the other with the sides exchanged and the sides are alike otherwise.
    """
    cells = [np.floor(worths * GRID + BESIDE).astype("<i8") for worths in terms]
    sides = range(terms[0].shape[1])
    known = [_alike(_mark(c[:, s].tobytes()) for c in cells) for s in sides]
    marks = (_alike(_mark(known[s], c[:, s].tobytes()) for s in sides) for c in cells)
    return tuple(_drawn(mark, len(c)) for mark, c in zip(marks, cells, strict=True))


def _alike(marks: Iterable[bytes]) -> bytes:
    """One mark for several, whatever their order."""
    return _mark(*sorted(marks))


def _mark(*parts: bytes) -> bytes:
    return blake2b(b"".join(parts), digest_size=8).digest()


def _drawn(mark: bytes, options: int) -> Ints:
    """The mixing step of SplitMix64 (Steele, Lea and Flood, 2014) from a term's mark on."""
    start = np.uint64(int.from_bytes(mark, "little"))
    z = start + np.arange(1, options + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray((z ^ (z >> np.uint64(31))) >> np.uint64(16), dtype=np.int64)
