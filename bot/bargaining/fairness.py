"""Fair packages, each by a named rule.

Nash: the largest product of gains over no deal (Nash, 1950). Kalai-Smorodinsky: the largest
smallest share, a share being a gain as a part of the most that the side could gain (Kalai and
Smorodinsky, 1975; on a finite set by leximin of the shares, as Imai, 1983). Egalitarian: leximin
of the gains themselves (Kalai, 1977), each on the scale from the side's worst package, 0, to its
best, 1. So no rule depends on the numbers that a side happens to use.

Ties: equal by the rule means the larger smallest share, then the larger sum of shares, then the
lowest sum of coins (`coins`). None of them knows a side or an order. Packages that still tie are
worth the same, or are each other with two mirrored terms exchanged; then the lowest option indexes
decide.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bot.bargaining.dominance import Floats, Ints
from bot.bargaining.frontier import Frontier
from bot.bargaining.problem import Package, Problem
from bot.bargaining.scale import Scaled, scaled
from bot.bargaining.vicinity import SMALL, Aim, Vicinity, vicinity


class Rule(StrEnum):
    NASH = "Nash bargaining solution"
    KALAI_SMORODINSKY = "Kalai-Smorodinsky solution"
    EGALITARIAN = "egalitarian solution"


@dataclass(frozen=True, slots=True)
class Scored:
    """Efficient packages above every bar, with gains and shares, shape (packages, sides) both.

    gains: worth above no deal, on the scale from the side's worst package, 0, to its best, 1.
    shares: gains over the most that the side could gain with nobody below no deal; a side that can
    gain nothing has a share of 1 everywhere.
    complete: whether `front` is the whole frontier, or the part of it around the fair package.
    """

    front: Frontier
    gains: Floats
    shares: Floats
    coins: Ints
    complete: bool


@dataclass(frozen=True, slots=True)
class Solution:
    """A fair package: worths and shares per side, and every rule that it is known to satisfy."""

    package: Package
    worths: tuple[float, ...]
    shares: tuple[float, ...]
    rules: tuple[Rule, ...]


def score(
    problem: Problem, *, rule: Rule = Rule.NASH, around: float = 0.0, small: int = SMALL
) -> Scored:
    """The frontier, or where it is too long to list the part of it around the fair package.

    around: how far below the fair package's Nash product or smallest share, as a part of it, the
    part reaches at least where that can be listed. small: with at most so many packages the
    frontier is listed in full.
    Raises FrontierTooLarge where not even the fair package can be told.
    """
    table = scaled(problem)
    near = vicinity(problem, table, _SEARCHES[rule], around=around, small=small)
    return _scored(table, near)


def best(scored: Scored, rule: Rule = Rule.NASH) -> int | None:
    """The index of the fair package, None on an empty frontier."""
    return foremost(scored, _keys(scored, rule)) if len(scored.front) else None


def foremost(scored: Scored, keys: Sequence[Floats]) -> int:
    """The index that is largest by these keys, one after another, ties ended as everywhere.

    keys: shape (packages,) each; at least one package is needed.
    """
    ties = [scored.shares.min(axis=1), scored.shares.sum(axis=1), -scored.coins.astype(float)]
    candidates = np.arange(len(scored.front))
    for key in [*keys, *ties]:
        top = key[candidates].max()
        candidates = candidates[key[candidates] >= top - 1e-9 * max(1.0, abs(top))]
    return int(min(candidates, key=lambda i: scored.front.packages[i]))


def fair(problem: Problem, rule: Rule = Rule.NASH) -> Solution | None:
    """The fair package of a problem by this rule, None where no package meets every bar.

    Raises FrontierTooLarge.
    """
    scored = score(problem, rule=rule)
    index = best(scored, rule)
    return None if index is None else solution(scored, index, rule)


def solution(scored: Scored, index: int, rule: Rule) -> Solution:
    return Solution(
        package=scored.front.packages[index],
        worths=tuple(float(u) for u in scored.front.worths[index]),
        shares=tuple(float(u) for u in scored.shares[index]),
        rules=rules_of(scored, index, rule),
    )


def rules_of(scored: Scored, index: int, searched: Rule = Rule.NASH) -> tuple[Rule, ...]:
    """The rules that a package satisfies; on a part of the frontier only the one searched for."""
    known = tuple(Rule) if scored.complete else (searched,)
    return tuple(rule for rule in known if best(scored, rule) == index)


def _scored(table: Scaled, near: Vicinity) -> Scored:
    gains = np.maximum(near.points.worths - table.nothing, 0.0)
    most = np.maximum(near.most, 0.0)
    movable = most > 1e-12
    shares = np.where(movable, np.minimum(gains / np.where(movable, most, 1.0), 1.0), 1.0)
    return Scored(near.front, gains, shares, near.points.coins, near.complete)


def _keys(scored: Scored, rule: Rule) -> list[Floats]:
    """What the rule makes large, first things first, shape (packages,) each."""
    if rule is Rule.NASH:
        # The product of shares ranks as that of gains does; who can gain nothing is left out.
        return [np.prod(scored.shares, axis=1)]
    values = scored.shares if rule is Rule.KALAI_SMORODINSKY else scored.gains
    ordered = np.sort(values, axis=1)
    return [ordered[:, c] for c in range(ordered.shape[1])]


_SEARCHES: Mapping[Rule, Aim] = {
    Rule.NASH: "product",
    Rule.KALAI_SMORODINSKY: "share",
    Rule.EGALITARIAN: "gain",
}
