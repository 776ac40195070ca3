"""What each side gains, as both may read it: in tens, never against the order of the packages."""

from collections.abc import Iterator, Sequence
from itertools import product
from math import ceil, floor, prod

Tens = tuple[int, ...]


def in_tens(packages: Sequence[Sequence[float]], *, first_has_most: bool) -> tuple[Tens, ...]:
    """Each package's shares, a side after the other, in per cent rounded to tens.

    Enough to see that it is even, too little to read ratings from. first_has_most: that the first
    package has the largest product of shares is said beside them. Rounded one by one, another one
    might seem to have a larger product; then as few as can be are rounded the other way. Equal
    shares of a package stay equal.
    """
    if not first_has_most:
        return tuple(min(_ways(shares))[1] for shares in packages)
    first, *others = packages

    def best(tens: Tens, error: float) -> tuple[float, float, tuple[Tens, ...]]:
        found = [min(_beside(shares, prod(tens))) for shares in others]
        over, off = sum(f[0] for f in found), error + sum(f[1] for f in found)
        return over, off, (tens, *(f[2] for f in found))

    return min(best(tens, error) for error, tens in _ways(first))[2]


def _beside(shares: Sequence[float], most: int) -> Iterator[tuple[int, float, Tens]]:
    """Ways to round: by how much the product is over `most`, how far off they are, the tens."""
    return ((max(0, prod(tens) - most), error, tens) for error, tens in _ways(shares))


def _ways(shares: Sequence[float]) -> Iterator[tuple[float, Tens]]:
    """Every share up or down to tens, equal ones together: how far off that is, and the tens."""
    at = [min(10.0, max(0.0, round(10 * share, 6))) for share in shares]
    levels = sorted(set(at))
    for chosen in product(*(sorted({floor(level), ceil(level)}) for level in levels)):
        tens = dict(zip(levels, chosen, strict=True))
        yield round(sum((tens[x] - x) ** 2 for x in at), 6), tuple(10 * tens[x] for x in at)
