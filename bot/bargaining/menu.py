"""The menu: three packages, efficient, near-equally fair, and as different as that allows."""

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.bargaining.dominance import Floats, Ints
from bot.bargaining.fairness import Rule, Scored, best, foremost, rules_of, score
from bot.bargaining.frontier import Frontier
from bot.bargaining.problem import Package, Problem
from bot.bargaining.vicinity import nearest

TOLERANCES = (0.1, 0.2, 0.3, 1.0)
"""How far each side's share may lie from its share in the fair package: the least that gives a
full menu is used, and stated."""

AROUND = 0.1
"""Where the frontier is too long to list, how far below the fair package's product to look."""

VISIBLE = 1e-6
"""The least share that counts as a gain, and not as nothing."""

COMPARED = 400
"""Packages compared with each other for difference: the first in the order that ends ties."""

Weigh = Callable[[Frontier], Floats]
"""A number per package of a frontier, shape (packages,), the largest to be put first."""


class Lead(StrEnum):
    """Why a menu's first package stands first."""

    FAIR = "the rule's own"
    EXPECTED = "the largest expected product of gains"
    NEAREST = "of those left, the nearest in shares to the one that would stand first"


@dataclass(frozen=True, slots=True)
class Offer:
    """One package of a menu: worths and shares per side, and the rules that it satisfies.

    gains: worth above no deal per side, as a part of what its packages range over.
    """

    package: Package
    worths: tuple[float, ...]
    shares: tuple[float, ...]
    gains: tuple[float, ...]
    rules: tuple[Rule, ...]

    @property
    def betters_all(self) -> bool:
        """Whether every side gains by it, and none is merely no worse off."""
        return min(self.gains) > VISIBLE


@dataclass(frozen=True, slots=True)
class Trade:
    """What one package changes against another: (term, option there, option here)."""

    changes: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Menu:
    """The fair package first. tolerance: the share distance that the others keep to it.

    trades: what each package changes against the one before it. lead: why the first is first.
    """

    offers: tuple[Offer, ...]
    tolerance: float
    trades: tuple[Trade, ...]
    lead: Lead


@dataclass(frozen=True, slots=True)
class NoOverlap:
    """No package meets every bar, or with `exhausted` all that do were declined.

    nearest: the packages not declined that come closest, by the largest lack of a side as a part
    of what its packages range over; none where every package is ruled out, or every one that can
    be told was declined. lacks: per nearest package, how far it lies below each side's bar on that
    side's own scale; parts: the same as a part of what its packages range over. For that side's
    eyes only.
    within: where the frontier is too long to tell the nearest exactly, by how much less at most
    another package's largest lack might be; else 0.
    """

    nearest: tuple[Package, ...]
    lacks: tuple[tuple[float, ...], ...]
    parts: tuple[tuple[float, ...], ...]
    exhausted: bool = False
    within: float = 0.0

    def who_moves(self, index: int) -> tuple[int, ...]:
        """The sides that would have to move for a nearest package."""
        return tuple(s for s, lack in enumerate(self.lacks[index]) if lack > 0)


def propose_menu(
    problem: Problem,
    *,
    size: int = 3,
    declined: Collection[Package] = frozenset(),
    rule: Rule = Rule.NASH,
    weigh: Weigh | None = None,
) -> Menu | NoOverlap:
    """The menu of a problem, nothing that was declined in it.

    Fewer than `size` packages only where fewer efficient ones are left that every side gains by;
    one that leaves a side where it is comes only where there is no other. A side that can gain
    nothing does not count here. weigh: what to put first instead of the rule's own package, where
    worths are uncertain (see `proposal`).
    Raises FrontierTooLarge.
    """
    scored = score(problem, rule=rule, around=AROUND)
    if not len(scored.front):
        return _no_overlap(problem, size, declined)
    left = np.array([p not in declined for p in scored.front.packages], dtype=bool)
    if not left.any():
        return replace(_no_overlap(problem, size, declined), exhausted=True)
    gaining = left & (scored.shares.min(axis=1) > VISIBLE)
    left = gaining if gaining.any() else left
    values = None if weigh is None else weigh(scored.front)
    first, lead = _first(scored, left, rule, values)
    chosen, tolerance = _choose(scored, left, first, size, values)
    packages = [scored.front.packages[i] for i in chosen]
    return Menu(
        offers=tuple(_offer(scored, i, rule) for i in chosen),
        tolerance=tolerance,
        trades=tuple(trade(a, b) for a, b in pairwise(packages)),
        lead=lead,
    )


def trade(there: Package, here: Package) -> Trade:
    """What `here` changes against `there`."""
    pairs = enumerate(zip(there, here, strict=True))
    return Trade(tuple((t, a, b) for t, (a, b) in pairs if a != b))


def _first(
    scored: Scored, left: NDArray[np.bool_], rule: Rule, values: Floats | None
) -> tuple[int, Lead]:
    """The fair package, or where it was declined the one whose shares lie nearest to its."""
    fair, lead = best(scored, rule), Lead.FAIR
    assert fair is not None
    if values is not None:
        top = values.max()
        # Equal expectations leave the choice to the rule and its own way with ties.
        if top > 0 and values[fair] < top * (1 - 1e-9):
            fair, lead = foremost(scored, [values]), Lead.EXPECTED
    if left[fair]:
        return fair, lead
    distance = np.abs(scored.shares - scored.shares[fair]).max(axis=1)
    candidates = np.flatnonzero(left)
    nearest_left = min(candidates, key=lambda i: (round(distance[i], 9), scored.coins[i]))
    return int(nearest_left), Lead.NEAREST


def _choose(
    scored: Scored, left: NDArray[np.bool_], first: int, size: int, values: Floats | None
) -> tuple[list[int], float]:
    """The first package and the most different ones within the least sufficient tolerance.

    Of equally different ones those expected to be best, as in the first, or without expectations
    the nearest to it.
    """
    options = np.array(scored.front.packages)
    distance = np.abs(scored.shares - scored.shares[first]).max(axis=1)
    left = left.copy()
    left[first] = False
    order = np.lexsort((scored.coins, np.round(distance, 9)))
    if values is not None:
        order = order[np.argsort(-np.round(values[order], 9), kind="stable")]
    for tolerance in TOLERANCES:
        near = [int(i) for i in order if left[i] and distance[i] <= tolerance + 1e-9]
        if len(near) >= size - 1:
            break
    chosen = _most_different(options, first, np.array(near[:COMPARED], dtype=np.int64), size)
    return chosen, tolerance


def _most_different(options: Ints, first: int, near: Ints, size: int) -> list[int]:
    """Packages whose least difference is largest, the first of `near` on ties.

    For menus of three every pair is compared; larger menus grow one package at a time.
    """
    chosen = [first]
    if size >= 3 and len(near) >= 2:
        apart = (options[near][:, None, :] != options[near][None, :, :]).sum(axis=2)
        to_first = (options[near] != options[first]).sum(axis=1)
        least = np.minimum(apart, np.minimum(to_first[:, None], to_first[None, :]))
        total = apart + to_first[:, None] + to_first[None, :]
        value = np.triu(least * 1000 + total + 1, k=1)
        i, j = np.unravel_index(int(np.argmax(value)), value.shape)
        chosen += [int(near[i]), int(near[j])]
    while len(chosen) < size:
        rest = [int(i) for i in near if i not in chosen]
        if not rest:
            break
        chosen.append(
            max(rest, key=lambda i: int((options[chosen] != options[i]).sum(axis=1).min()))
        )
    return chosen


def _offer(scored: Scored, index: int, rule: Rule) -> Offer:
    return Offer(
        package=scored.front.packages[index],
        worths=tuple(float(u) for u in scored.front.worths[index]),
        shares=tuple(float(u) for u in scored.shares[index]),
        gains=tuple(float(u) for u in scored.gains[index]),
        rules=rules_of(scored, index, rule),
    )


def _no_overlap(problem: Problem, size: int, declined: Collection[Package]) -> NoOverlap:
    found = nearest(problem)
    lacks = np.maximum(np.array(problem.bars) - found.front.worths, 0.0)
    ranges = [math.fsum(max(term) - min(term) for term in side) for side in problem.worths]
    spans = np.array([r if r > 0 else 1.0 for r in ranges])
    left = [i for i, p in enumerate(found.front.packages) if p not in declined][:size]
    return NoOverlap(
        nearest=tuple(found.front.packages[i] for i in left),
        lacks=tuple(tuple(float(x) for x in lacks[i]) for i in left),
        parts=tuple(tuple(float(x) for x in lacks[i] / spans) for i in left),
        within=found.within,
    )
