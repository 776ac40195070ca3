"""Walk-aways: asked late, tested by a tap, and worth no more than they have to be.

A limit rules out packages below it; it never moves the point from which gains are counted (see
`problem.Problem`). So naming a higher one than is true wins nothing while it binds nothing, and
risks the deal where it does. A tap tests it: "would you rather sign this than keep today's terms?"
about a package between today's terms and the limit. Who says yes has a lower limit than it named.
"""

import math
from collections.abc import Set as AbstractSet
from itertools import product

from bot.bargaining.answers import Compared
from bot.bargaining.problem import TOLERANCE, Malformed, Package, Worths, check_side

LOOKED_AT = 4_000
"""Packages looked at for a test; where there are more, those that change few terms."""


def worth(worths: Worths, package: Package) -> float:
    return sum(worths[t][o] for t, o in enumerate(package))


def probe(
    worths: Worths,
    today: Package,
    limit: float,
    *,
    never: AbstractSet[tuple[int, int]] = frozenset(),
) -> Package | None:
    """The package nearest to half way between today's terms and a limit, None if none lies there.

    worths: the side's own estimate. never: (term, option) that it cannot do, and is not asked for.
    Of equally near ones the one with the fewest changes. Raises Malformed.
    """
    _check(worths, today, limit)
    floor = worth(worths, today)
    between = [
        p
        for p in _around(worths, today)
        if floor + TOLERANCE < worth(worths, p) < limit - TOLERANCE
        and never.isdisjoint(enumerate(p))
    ]
    middle = (floor + limit) / 2
    return min(
        between,
        key=lambda p: (
            round(abs(worth(worths, p) - middle), 9),
            sum(a != b for a, b in zip(p, today, strict=True)),
            p,
        ),
        default=None,
    )


def held(worths: Worths, limit: float, taps: tuple[Compared, ...], today: Package) -> float:
    """The limit after what its side would sign rather than keep today's terms.

    Never below today's terms, and never above what was named. Raises Malformed.
    """
    _check(worths, today, limit)
    signed = [
        worth(worths, tap.first)
        for tap in taps
        if tap.preference > 0 and tap.second in (None, today)
    ] + [
        worth(worths, tap.second)
        for tap in taps
        if tap.preference < 0 and tap.first == today and tap.second is not None
    ]
    return max(min([limit, *signed]), worth(worths, today))


def _check(worths: Worths, today: Package, limit: float) -> None:
    check_side(worths, today)
    if not math.isfinite(limit):
        raise Malformed("limit: a number is needed")


def _around(worths: Worths, today: Package) -> list[Package]:
    """Packages that change at most so many terms that there are not too many of them."""
    found = {today}
    for _ in today:
        grown = found | {
            (*p[:t], o, *p[t + 1 :])
            for p, t in product(found, range(len(today)))
            for o in range(len(worths[t]))
        }
        if len(grown) > LOOKED_AT or len(grown) == len(found):
            break
        found = grown
    return sorted(found)
