"""The ledger: over many agreements, each side's share of what it could have had.

A share is a side's gain as a part of the most it could gain (as in `fairness`); what is missing
to 1 is what it conceded. One agreement may favour a side; over the years it should even out.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.bargaining.problem import Malformed

ENOUGH = 3
"""Agreements before anything is said about a tilt."""

MOST = 1.3
"""A side that has carried this many times an even part of the concessions has carried most."""

SLIGHT = 0.1
"""Concessions a side and agreement below which nobody has carried anything worth a word."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """balance: after each agreement, each side's sum of shares less the sides' average so far.

    carried: each side's part of all concessions. heaviest: the side that has carried most of
    them, None where they are about even, small, or too few agreements tell.
    """

    balance: tuple[tuple[float, ...], ...]
    carried: tuple[float, ...]
    heaviest: int | None


def ledger(shares: Sequence[tuple[float, ...]]) -> Ledger:
    """The ledger over agreements, oldest first, each with every side's share from 0 to 1.

    Raises Malformed.
    """
    sides = len(shares[0]) if shares else 0
    for place, row in enumerate(shares):
        if len(row) != sides or len(row) < 2:
            raise Malformed(f"shares[{place}]: the same two sides or more are needed throughout")
        if not all(-1e-9 <= s <= 1 + 1e-9 for s in row):
            raise Malformed(f"shares[{place}]: every share lies from 0 to 1")
    balance, sums = [], [0.0] * sides
    for row in shares:
        mean = math.fsum(row) / sides
        sums = [total + share - mean for total, share in zip(sums, row, strict=True)]
        balance.append(tuple(sums))
    conceded = [math.fsum(1 - row[s] for row in shares) for s in range(sides)]
    total = math.fsum(conceded)
    carried = tuple(c / total if total > 1e-9 else 1 / sides for c in conceded)
    return Ledger(tuple(balance), carried, _heaviest(carried, total, len(shares)))


def _heaviest(carried: tuple[float, ...], total: float, agreements: int) -> int | None:
    if agreements < ENOUGH or total < SLIGHT * agreements * len(carried):
        return None
    side = max(range(len(carried)), key=lambda s: carried[s])
    return side if carried[side] >= MOST / len(carried) else None
