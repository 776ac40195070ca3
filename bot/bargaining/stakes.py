"""What a side's uncertain worths could cost: the packages they decide between.

Seen from one side alone, so that nothing asked of it can tell it anything about another: the other
side is imagined, wanting the opposite of what this side wants, each term in turn weighing more. Of
more than two sides all others are imagined alike, so that this side's part is as small as it may
become, and what lies near its no deal is at stake as well.

What no deal is worth to another side is not known either. Between two sides it is imagined as
nothing, as half of what it is worth to this side, and as all of it: the more it is, the less a
package counts that leaves the other side hardly better off. Several others, all of a mind, draw
the packages near enough to this side's no deal as it is.
"""

from dataclasses import dataclass
from itertools import product
from math import prod

import numpy as np

from bot.bargaining.belief import Belief
from bot.bargaining.dominance import Floats, Ints

HEAVY = 4.0
"""How much more than the others its weightiest term weighs to an imagined other side."""

LOSES = (0.0, 0.5, 1.0)
"""What no deal is worth to an imagined other side, as parts of what it is worth to this side."""

FEW = 256
"""Up to so many packages all of them are looked at."""

PICTURES = 12
"""Ways of seeing this side's worths that candidates are looked for under."""

LEANINGS = (0.3, 0.42, 0.5, 0.58, 0.7)
"""How much of the weight this side has in a candidate: enough to reach around a fair package."""


@dataclass(frozen=True, slots=True)
class Stakes:
    """Packages that a fair proposal might be, seen by this side and by imagined other sides.

    packages: option indexes, shape (packages, terms). above: worth to this side above no deal in
    every draw, shape (sample, packages); gains: the same, never below 0. theirs: the product of
    gains of the imagined other sides, a row for each way of imagining, shape (ways, packages).
    """

    packages: Ints
    above: Floats
    gains: Floats
    theirs: Floats

    def expected(self, chances: Floats) -> Floats:
        """The best expected Nash product against each way of imagining, shape (rows, ways).

        chances: shape (rows, sample); a row that sums to p counts with the weight p.
        """
        mean = chances @ self.gains
        return np.stack([(mean * theirs).max(axis=1) for theirs in self.theirs], axis=1)


def stakes(belief: Belief, *, nothing: Floats | float, others: int = 1) -> Stakes:
    """The packages at stake for a side. nothing: what no deal is worth to it, in every draw.

    others: how many other sides there are.
    """
    imagined = _imagined(belief)
    packages = _candidates(belief, imagined, others)
    columns = packages + np.array(belief.starts)
    above = belief.draws[:, columns].sum(axis=2) - np.reshape(nothing, (-1, 1))
    lost = np.array(LOSES if others == 1 else LOSES[:1]) * float((belief.chances * nothing).sum())
    gained = imagined[:, columns].sum(axis=2) - lost[:, None, None]
    theirs = np.maximum(gained, 0.0).reshape(-1, len(packages)) ** others
    return Stakes(packages, above, np.maximum(above, 0.0), theirs)


def _imagined(belief: Belief) -> Floats:
    """Worths of other sides, shape (others, columns): this side's mean curves upside down."""
    mean = belief.chances @ belief.draws
    upside_down = []
    for start, n in zip(belief.starts, belief.options, strict=True):
        curve = mean[start : start + n]
        span = float(curve.max() - curve.min())
        upside_down.append((curve.max() - curve) / span if span > 0 else np.zeros(n))
    terms = len(belief.options)
    weights = np.ones((terms + 1, terms))
    weights[np.arange(1, terms + 1), np.arange(terms)] = HEAVY
    weights /= weights.sum(axis=1, keepdims=True)
    return np.concatenate([weights[:, [t]] * c for t, c in enumerate(upside_down)], axis=1)


def _candidates(belief: Belief, imagined: Floats, others: int) -> Ints:
    """Every package if there are few, else the best along some directions, each term by itself.

    Shape (packages, terms).
    """
    if prod(belief.options) <= FEW:
        every = product(*(range(n) for n in belief.options))
        free = [p for p in every if not belief.never & set(enumerate(p))]
        return np.array(free, dtype=np.int64).reshape(-1, len(belief.options))
    places = (np.arange(PICTURES) + 0.5) / PICTURES
    rows = np.searchsorted(np.cumsum(belief.chances), places).clip(max=len(belief.draws) - 1)
    own = np.concatenate([belief.draws[rows], (belief.chances @ belief.draws)[None]])
    barred = np.zeros(own.shape[1])
    barred[[belief.starts[t] + o for t, o in belief.never]] = -np.inf
    found = []
    for leaning in LEANINGS:
        theirs = others * (1 - leaning)
        value = leaning * own[:, None] + theirs * imagined[None] + barred
        ends = zip(belief.starts, belief.options, strict=True)
        best = [value[:, :, s : s + n].argmax(axis=2).ravel() for s, n in ends]
        found.append(np.stack(best, axis=1))
    return np.asarray(np.unique(np.concatenate(found), axis=0), dtype=np.int64)
