"""From what every side said to a menu: the solver's whole way, as the bot and the bench take it.

What is believed about a side is a sample, not a number. The packages on the table are efficient
for the mean worths, and the first is the one whose expected Nash product is largest: with a bar
close by, being sure to clear it counts for more than the last bit of balance. For the same reason
"no overlap" is said only where an overlap is unlikely, not where the means alone miss it.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from bot.bargaining.belief import Belief
from bot.bargaining.dominance import Floats
from bot.bargaining.fairness import Rule
from bot.bargaining.frontier import Frontier
from bot.bargaining.menu import Menu, NoOverlap, Offer, propose_menu, trade
from bot.bargaining.problem import (
    TOLERANCE,
    Combination,
    Malformed,
    Package,
    Problem,
    is_package,
)

HOPE = 0.1
"""The least chance of clearing every bar at which a package is put forward, not "no overlap"."""

WEIGHED = 3_000
"""Packages whose expected product is worked out: those with the largest product of means."""


def propose(
    beliefs: tuple[Belief, ...],
    references: tuple[Package | None, ...] = (),
    *,
    limits: tuple[float | None, ...] = (),
    forbidden: tuple[Combination, ...] = (),
    declined: Collection[Package] = frozenset(),
    size: int = 3,
    rule: Rule = Rule.NASH,
) -> Menu | NoOverlap:
    """A menu for what is believed about every side.

    references: per side the package that holds without a deal; where it is None, or none are
    given, the belief's own `no_deal`, a number, holds.
    limits: per side the least worth, as the belief estimates it, that it would sign; they rule out
    and move no reference.
    Where one option of a term holds for all sides, it stays unless another is worth more to one.
    Raises Malformed, FrontierTooLarge.
    """
    held = references or (None,) * len(beliefs)
    _check(beliefs, held)
    problem = problem_of(beliefs, held, limits=limits, forbidden=forbidden)
    wish = _Expected(beliefs, held) if rule is Rule.NASH else None
    menu = propose_menu(problem, size=size, declined=declined, rule=rule, weigh=wish)
    if isinstance(menu, NoOverlap) and not menu.exhausted:
        likely = [p for p in menu.nearest if _chance(beliefs, held, problem, p) >= HOPE]
        if likely:
            near = _lowered(problem, likely[0])
            menu = propose_menu(near, size=size, declined=declined, rule=rule, weigh=wish)
            menu = menu if isinstance(menu, NoOverlap) else _seen_from(problem, menu)
    packages = [package for package in held if package is not None]
    if isinstance(menu, NoOverlap) or len(packages) < len(held):
        return menu
    return _kept(problem, menu, packages, declined)


def _check(beliefs: tuple[Belief, ...], references: tuple[Package | None, ...]) -> None:
    if len(references) != len(beliefs):
        raise Malformed("references: one a side is needed, or none at all")
    for side, (belief, held) in enumerate(zip(beliefs, references, strict=True)):
        if held is not None and not is_package(held, belief.options):
            raise Malformed(f"references[{side}]: is not a package on the table")


def _kept(
    problem: Problem,
    menu: Menu,
    references: Sequence[Package],
    declined: Collection[Package],
) -> Menu:
    """The menu, changing no term against today where the change is worth nothing to anybody."""
    today = [
        held.pop() if len(held) == 1 else None for held in map(set, zip(*references, strict=True))
    ]
    spans = [sum(max(term) - min(term) for term in side) for side in problem.worths]

    def idle(term: int, here: int, there: int) -> bool:
        sides = zip(problem.worths, spans, strict=True)
        return all(abs(u[term][here] - u[term][there]) <= TOLERANCE * span for u, span in sides)

    def kept(offer: Offer) -> Offer:
        pairs = enumerate(zip(offer.package, today, strict=True))
        package = tuple(
            o if held is None or not idle(t, o, held) else held for t, (o, held) in pairs
        )
        free = problem.allows(package) and package not in declined
        return replace(offer, package=package) if free else offer

    offers = tuple(kept(o) for o in menu.offers)
    trades = tuple(trade(a.package, b.package) for a, b in pairwise(offers))
    return replace(menu, offers=offers, trades=trades)


def _seen_from(problem: Problem, menu: Menu) -> Menu:
    """A menu found below the bars, its gains counted from them; no rule speaks for it there."""
    spans = [sum(max(term) - min(term) for term in side) for side in problem.worths]

    def seen(offer: Offer) -> Offer:
        over = zip(offer.worths, problem.disagreement, spans, strict=True)
        gains = tuple((u - d) / span if span > 0 else 0.0 for u, d, span in over)
        return replace(offer, gains=gains, rules=())

    return replace(menu, offers=tuple(seen(o) for o in menu.offers))


def _chance(
    beliefs: tuple[Belief, ...],
    references: tuple[Package | None, ...],
    problem: Problem,
    package: Package,
) -> float:
    """How likely a package meets every side's bar."""
    chance = 1.0
    for belief, reference, limit in zip(beliefs, references, problem.walk_aways, strict=True):
        nothing = _nothing(belief, reference)
        bar = nothing if limit is None else np.maximum(nothing, limit)
        cleared = belief.worth(package) >= bar - TOLERANCE
        chance *= float(belief.chances @ cleared)
    return chance


def _lowered(problem: Problem, package: Package) -> Problem:
    """The problem with every bar lowered alike, as parts of what sides' packages range over, until
    a package meets them all."""
    spans = [sum(max(term) - min(term) for term in side) for side in problem.worths]
    worths = problem.worths_of(package)
    lacks = [
        (bar - worth) / span if span > 0 else 0.0
        for bar, worth, span in zip(problem.bars, worths, spans, strict=True)
    ]
    least = max(*lacks, 0.0) + TOLERANCE
    lowered = tuple(b - least * span for b, span in zip(problem.bars, spans, strict=True))
    return replace(problem, disagreement=lowered, walk_aways=())


def _nothing(belief: Belief, reference: Package | None) -> Floats | float:
    """What no deal is worth to a side, as a number or in every draw."""
    return belief.no_deal or 0.0 if reference is None else belief.worth(reference)


def problem_of(
    beliefs: tuple[Belief, ...],
    references: tuple[Package | None, ...],
    *,
    limits: tuple[float | None, ...] = (),
    forbidden: tuple[Combination, ...] = (),
) -> Problem:
    """The problem of the mean worths."""
    worths = tuple(b.estimate() for b in beliefs)
    nothing = tuple(
        (b.no_deal or 0.0) if r is None else sum(side[t][o] for t, o in enumerate(r))
        for b, r, side in zip(beliefs, references, worths, strict=True)
    )
    never = frozenset((s, t, o) for s, b in enumerate(beliefs) for t, o in b.never)
    return Problem(worths, nothing, walk_aways=limits, never=never, forbidden=forbidden)


class _Expected:
    """The expected Nash product of packages, each side's draws being independent of the others'."""

    def __init__(self, beliefs: tuple[Belief, ...], references: tuple[Package | None, ...]) -> None:
        self._beliefs = beliefs
        self._references = references

    def __call__(self, front: Frontier) -> Floats:
        """Shape (packages,); packages far from the best product of means count as 0."""
        result = np.zeros(len(front))
        chosen = self._likely(front)
        result[chosen] = 1.0
        for belief, reference in zip(self._beliefs, self._references, strict=True):
            nothing = _nothing(belief, reference)
            for i in chosen:
                gain = np.maximum(belief.worth(front.packages[i]) - nothing, 0.0)
                result[i] *= float(belief.chances @ gain)
        return result

    def _likely(self, front: Frontier) -> list[int]:
        if len(front) <= WEIGHED:
            return list(range(len(front)))
        nothing = problem_of(self._beliefs, self._references).disagreement
        product = np.maximum(front.worths - np.array(nothing), 0.0).prod(axis=1)
        return [int(i) for i in np.argsort(-product, kind="stable")[:WEIGHED]]
