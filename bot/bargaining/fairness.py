"""Fair packages, each by a named rule.

Nash: the largest product of gains over no deal (Nash, 1950). Kalai-Smorodinsky: the largest
smallest share, a share being a gain as a part of the most that the side could gain (Kalai and
Smorodinsky, 1975, on a finite set by leximin of the shares). Egalitarian: leximin of the gains
themselves (Kalai, 1977). Nash and Kalai-Smorodinsky do not depend on a side's scale.

Ties: equal by the rule means the larger smallest share, then the larger sum of shares, then
the smaller option indexes, which know no side.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bot.bargaining.frontier import Floats, Frontier, frontier
from bot.bargaining.problem import Package, Problem


class Rule(StrEnum):
    NASH = "Nash bargaining solution"
    KALAI_SMORODINSKY = "Kalai-Smorodinsky solution"
    EGALITARIAN = "egalitarian solution"


@dataclass(frozen=True, slots=True)
class Scored:
    """A frontier with each package's gains and shares, shape (packages, sides) both.

    A gain is worth above the bar. A share is a gain over the most that the side could gain on
    the frontier; a side that can gain nothing has a share of 1 everywhere.
    """

    front: Frontier
    gains: Floats
    shares: Floats


def score(problem: Problem, front: Frontier | None = None) -> Scored:
    held = frontier(problem) if front is None else front
    gains = np.maximum(held.worths - np.array(problem.bars), 0.0)
    most = gains.max(axis=0, initial=0.0)
    shares = np.where(most > 0, gains / np.where(most > 0, most, 1.0), 1.0)
    return Scored(held, gains, shares)


def best(scored: Scored, rule: Rule = Rule.NASH) -> int | None:
    """The index of the fair package, None on an empty frontier."""
    if not len(scored.front):
        return None
    keys = _RULES[rule](scored)
    ties = [*keys, scored.shares.min(axis=1), scored.shares.sum(axis=1)]
    candidates = np.arange(len(scored.front))
    for key in ties:
        top = key[candidates].max()
        candidates = candidates[key[candidates] >= top - 1e-9 * max(1.0, abs(top))]
    return int(min(candidates, key=lambda i: scored.front.packages[i]))


def fair(problem: Problem, rule: Rule = Rule.NASH) -> Package | None:
    """The fair package of a problem by this rule, None where no package meets every bar."""
    scored = score(problem)
    index = best(scored, rule)
    return None if index is None else scored.front.packages[index]


def rules_of(scored: Scored, index: int) -> tuple[Rule, ...]:
    """The rules that a package of the frontier satisfies."""
    return tuple(rule for rule in Rule if best(scored, rule) == index)


def _nash(scored: Scored) -> list[Floats]:
    """The product of shares ranks as the product of gains does, on no side's scale."""
    movable = scored.gains.max(axis=0) > 0
    return [np.prod(scored.shares[:, movable], axis=1)]


def _leximin(values: Floats) -> list[Floats]:
    ordered = np.sort(values, axis=1)
    return [ordered[:, c] for c in range(ordered.shape[1])]


_RULES: Mapping[Rule, Callable[[Scored], list[Floats]]] = {
    Rule.NASH: _nash,
    Rule.KALAI_SMORODINSKY: lambda scored: _leximin(scored.shares),
    Rule.EGALITARIAN: lambda scored: _leximin(scored.gains),
}
