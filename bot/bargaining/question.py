"""The next either/or question: the one whose answer is expected to teach most.

Asked of one side from that side's own answers alone, so that no question can tell one side
anything about another. A question sets a gain on one term against a gain on another, today's
value everywhere else; what it is worth is how far its answer is expected to move the estimate of
the terms' weights (the drop in expected squared error, as in Chajewska, Koller and Parr, 2000).
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from bot.bargaining.answers import Compared
from bot.bargaining.belief import Belief, likelihood
from bot.bargaining.frontier import Floats
from bot.bargaining.problem import Package

WORTH_A_TAP = 0.0015
"""The least expected drop in squared error, summed over the terms' weights, that pays a tap."""


@dataclass(frozen=True, slots=True)
class Question:
    """Two packages that differ in two terms. `teaches` is the expected drop in squared error."""

    first: Package
    second: Package
    teaches: float


def next_question(
    belief: Belief,
    *,
    today: Package,
    asked: tuple[Compared, ...] = (),
    never: frozenset[tuple[int, int]] = frozenset(),
) -> Question | None:
    """The question most worth asking, None where no tap pays any more."""
    best_moves = _improvements(belief, today, never)
    spans = _spans(belief)
    seen = {frozenset((tap.first, tap.second)) for tap in asked}
    found: Question | None = None
    for (s, a), (t, b) in combinations(best_moves, 2):
        if s == t:
            continue
        first, second = _with(today, s, a), _with(today, t, b)
        if frozenset((first, second)) in seen:
            continue
        gap = belief.worth(first) - belief.worth(second)
        teaches = _expected_drop(belief.chances, spans, gap)
        if teaches > WORTH_A_TAP and (found is None or teaches > found.teaches + 1e-12):
            found = Question(first, second, teaches)
    return found


def _improvements(
    belief: Belief, today: Package, never: frozenset[tuple[int, int]]
) -> list[tuple[int, int]]:
    """(term, option) that are better for this side than today's value, as far as is known."""
    mean = belief.estimate()
    return [
        (t, o)
        for t, options in enumerate(mean)
        for o, worth in enumerate(options)
        if worth > options[today[t]] + 1e-9 and (t, o) not in never
    ]


def _spans(belief: Belief) -> Floats:
    """Each term's weight in every draw, shape (sample, terms)."""
    columns = [
        belief.draws[:, start : start + n].max(axis=1)
        for start, n in zip(belief.starts, belief.options, strict=True)
    ]
    return np.stack(columns, axis=1)


def _expected_drop(chances: Floats, spans: Floats, gap: Floats) -> float:
    """How much smaller the variance of the weights is expected to be after the answer."""
    mean = chances @ spans
    drop = 0.0
    for preference in (1, -1):
        told = chances * likelihood(gap, preference)
        total = float(told.sum())
        if total > 1e-12:
            moved = (told @ spans) / total - mean
            drop += total * float(moved @ moved)
    return drop


def _with(package: Package, term: int, option: int) -> Package:
    return (*package[:term], option, *package[term + 1 :])
