"""A problem on scales that compare: every side's worths from 0 to 1, as arrays."""

from dataclasses import dataclass

import numpy as np

from bot.bargaining.coins import coins
from bot.bargaining.dominance import Floats, Ints, efficient
from bot.bargaining.problem import TOLERANCE, Combination, Problem


@dataclass(frozen=True, slots=True)
class Scaled:
    """What merging needs, on no side's own scale.

    terms: per term an array of shape (options, sides); the worst package is worth 0 to a side,
    the best 1, never marks and combinations left aside.
    allowed: per term the options without a `never` mark, and without those that another option
    betters where no combination ties the term.
    coins: per term a number per option, see `coins`.
    bars: shape (sides,), what a package must be worth to each. nothing: what no deal is worth.
    combinations: those forbidden, without the ones that can never hold.
    """

    terms: tuple[Floats, ...]
    allowed: tuple[Ints, ...]
    coins: tuple[Ints, ...]
    bars: Floats
    nothing: Floats
    combinations: tuple[Combination, ...]

    @property
    def sides(self) -> int:
        return len(self.bars)


def scaled(problem: Problem) -> Scaled:
    worths = [np.array([side[t] for side in problem.worths]) for t in range(len(problem.options))]
    lowest = [w.min(axis=1) for w in worths]
    floor = np.sum(lowest, axis=0)
    span = np.sum([w.max(axis=1) - low for w, low in zip(worths, lowest, strict=True)], axis=0)
    # A span lost in rounding is no span: such a side is indifferent between all packages.
    magnitude = np.max([np.abs(w).max(axis=1) for w in worths], axis=0)
    flat = span <= magnitude * 1e-13
    unit = np.where(flat, 1.0, span)
    terms = tuple(
        np.ascontiguousarray(np.where(flat, 0.0, (w.T - low) / unit))
        for w, low in zip(worths, lowest, strict=True)
    )
    drawn = coins(terms)
    return Scaled(
        terms=terms,
        allowed=_allowed(problem, terms, drawn),
        coins=drawn,
        bars=_levels(np.array(problem.bars), floor, unit, flat),
        nothing=_levels(np.array(problem.disagreement), floor, unit, flat),
        combinations=tuple(c for c in problem.forbidden if len({t for t, _ in c}) == len(c)),
    )


def _allowed(
    problem: Problem, terms: tuple[Floats, ...], drawn: tuple[Ints, ...]
) -> tuple[Ints, ...]:
    marked = {(t, o) for _, t, o in problem.never}
    tied = {t for combination in problem.forbidden for t, _ in combination}
    free = [
        np.array([o for o in range(n) if (t, o) not in marked], dtype=np.int64)
        for t, n in enumerate(problem.options)
    ]
    return tuple(
        options if t in tied else np.sort(options[efficient(terms[t][options], drawn[t][options])])
        for t, options in enumerate(free)
    )


def _levels(values: Floats, floor: Floats, unit: Floats, flat: Floats) -> Floats:
    """Worths of whole packages on the common scale; out of reach for the flat is infinite."""
    near = TOLERANCE * np.maximum(1.0, np.abs(floor))
    indifferent = np.where(values <= floor + near, 0.0, np.inf)
    # So far below the worst package, how far makes no difference that a number could hold.
    with np.errstate(over="ignore"):
        levels = np.maximum((values - floor) / unit, -1e12)
    return np.where(flat, indifferent, levels)
