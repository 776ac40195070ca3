"""The menu: three packages, efficient, near-equally fair, and as different as that allows."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bot.bargaining.fairness import Rule, Scored, best, rules_of, score
from bot.bargaining.frontier import frontier
from bot.bargaining.problem import Package, Problem

TOLERANCES = (0.1, 0.2, 0.3, 1.0)
"""How far each side's share may lie from its share in the fair package: the least that gives a
full menu is used, and stated."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One package of a menu: worths and shares per side, and the rules that it satisfies."""

    package: Package
    worths: tuple[float, ...]
    shares: tuple[float, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Trade:
    """What one package changes against another: (term, option there, option here)."""

    changes: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Menu:
    """The fair package first. tolerance: the share distance that the others keep to it.

    trades: what each package changes against the one before it.
    """

    offers: tuple[Offer, ...]
    tolerance: float
    trades: tuple[Trade, ...]


@dataclass(frozen=True, slots=True)
class NoOverlap:
    """No package meets every bar.

    nearest: the packages that come closest, by the largest lack of a side as a part of what it
    could get above its worst; none where every package is ruled out. lacks: per nearest package,
    how far it lies below each side's bar on that side's own scale. For that side's eyes only.
    """

    nearest: tuple[Package, ...]
    lacks: tuple[tuple[float, ...], ...]


def propose_menu(
    problem: Problem,
    *,
    size: int = 3,
    declined: Collection[Package] = frozenset(),
    rule: Rule = Rule.NASH,
) -> Menu | NoOverlap:
    """The menu of a problem, nothing that was declined in it.

    Fewer than `size` packages only where fewer efficient ones are left.
    """
    scored = score(problem)
    left = np.array([p not in declined for p in scored.front.packages], dtype=bool)
    if not len(scored.front):
        return _no_overlap(problem, size)
    if not left.any():
        return NoOverlap((), ())
    first = _first(scored, left, rule)
    chosen, tolerance = _choose(scored, left, first, size)
    packages = [scored.front.packages[i] for i in chosen]
    return Menu(
        offers=tuple(_offer(scored, i) for i in chosen),
        tolerance=tolerance,
        trades=tuple(trade(a, b) for a, b in pairwise(packages)),
    )


def trade(there: Package, here: Package) -> Trade:
    """What `here` changes against `there`."""
    pairs = enumerate(zip(there, here, strict=True))
    return Trade(tuple((t, a, b) for t, (a, b) in pairs if a != b))


def _first(scored: Scored, left: np.ndarray, rule: Rule) -> int:
    """The fair package, or where it was declined the one whose shares lie nearest to its."""
    fair = best(scored, rule)
    assert fair is not None
    if left[fair]:
        return fair
    distance = np.abs(scored.shares - scored.shares[fair]).max(axis=1)
    candidates = np.flatnonzero(left)
    return int(min(candidates, key=lambda i: (distance[i], scored.front.packages[i])))


def _choose(scored: Scored, left: np.ndarray, first: int, size: int) -> tuple[list[int], float]:
    """The first package and the most different ones within the least sufficient tolerance."""
    options = np.array(scored.front.packages)
    distance = np.abs(scored.shares - scored.shares[first]).max(axis=1)
    for tolerance in TOLERANCES:
        near = np.flatnonzero(left & (distance <= tolerance + 1e-9))
        chosen = [first]
        while len(chosen) < size:
            rest = [int(i) for i in near if i not in chosen]
            if not rest:
                break
            apart = {i: int((options[chosen] != options[i]).sum(axis=1).min()) for i in rest}
            key = {i: (-apart[i], float(distance[i]), scored.front.packages[i]) for i in rest}
            chosen.append(min(rest, key=lambda i: key[i]))
        if len(chosen) == size:
            return chosen, tolerance
    return chosen, tolerance


def _offer(scored: Scored, index: int) -> Offer:
    return Offer(
        package=scored.front.packages[index],
        worths=tuple(float(u) for u in scored.front.worths[index]),
        shares=tuple(float(u) for u in scored.shares[index]),
        rules=rules_of(scored, index),
    )


def _no_overlap(problem: Problem, size: int) -> NoOverlap:
    front = frontier(problem, above_bars=False)
    if not len(front):
        return NoOverlap((), ())
    lacks = np.maximum(np.array(problem.bars) - front.worths, 0.0)
    worst = np.array([sum(min(term) for term in side) for side in problem.worths])
    span = np.maximum(np.maximum(front.worths.max(axis=0), problem.bars) - worst, 1e-12)
    relative = (lacks / span).max(axis=1)
    ranked = sorted(range(len(front)), key=lambda i: (relative[i], front.packages[i]))[:size]
    return NoOverlap(
        nearest=tuple(front.packages[i] for i in ranked),
        lacks=tuple(tuple(float(x) for x in lacks[i]) for i in ranked),
    )
