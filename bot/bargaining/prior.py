"""What a side's worths may be, from its order, importance and stars: uniform numbers made worths.

Every row of uniform numbers is one way in which the side might value the terms:

- A term's weight, as a part of the weightiest, lies where its importance rounds to what was said.
  Where only an order is known, weights are drawn and put in that order: with shape 1 from the flat
  Dirichlet distribution, whose means are the rank-order centroid (Barron and Barrett, 1996), as
  normalised exponentials; with larger shapes more even ones, since people's weights are rarely as
  uneven as flat ones. Tied terms share the places that they would take one by one.
- An option's worth in its term lies where its stars round to. By an order alone, neighbours are
  about a step apart on average: the steps are drawn like weights, and one bend, the same for all
  terms of a side, makes the first or the last steps count for more, as many people feel them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.bargaining.answers import Answers, Groups
from bot.bargaining.dominance import Floats, Ints

Bools = NDArray[np.bool_]

STEEPNESS = (1.0, 2.1)
"""Weibull shapes of the weights before they are normalised, log-uniform between: from the flat
Dirichlet distribution to weights about as even as one of concentration 4."""

BEND = 4.0
"""A bend of b takes worth x to b x / (1 + (b - 1) x), at most 0.5 to 0.8, at least to 0.2."""

STEP = 2.0
"""Weibull shape of the steps between neighbouring options."""

UNSAID = 3
"""Stars of an option that was given none where others were."""


@dataclass(frozen=True, slots=True)
class Prior:
    """The map from uniform numbers to one side's worths.

    A row's first number tells, by half, whether its curves are mirrored: worst steps for best
    ones. Its twin, with the other half, has the same weights; together they lean neither way.
    terms: the terms in an order of what was said about them, so that their own order tells
    nothing. starts: each term's first column.
    """

    answers: Answers
    terms: tuple[int, ...]
    starts: tuple[int, ...]

    @property
    def numbers(self) -> int:
        """How many uniform numbers a row has: mirror, bend, steepness, two a term and option."""
        return 3 + 2 * len(self.terms) + 2 * sum(self.answers.options)

    @staticmethod
    def twins(numbers: Floats) -> Floats:
        """The same rows, their curves mirrored."""
        twins = numbers.copy()
        twins[:, 0] = 1 - twins[:, 0]
        return twins

    def worths(self, numbers: Floats, *, even: bool) -> Floats:
        """One column per option of every term in turn, shape (rows, columns).

        The best package of each row is worth 1, the worst 0. even: what was said alike is worth
        alike on average over the rows, so that no accident of a sample tells terms apart.
        """
        place = 3 + 2 * len(self.terms)
        weights = self._weights(numbers[:, 2:place], even=even)
        mirrored, bend = numbers[:, 0] < 0.5, BEND ** (2 * numbers[:, 1:2] - 1)
        result = np.empty((len(numbers), sum(self.answers.options)))
        for t in self.terms:
            n = self.answers.options[t]
            own = numbers[:, place : place + 2 * n]
            curve = self._curve(t, own, mirrored, bend, even=even)
            result[:, self.starts[t] : self.starts[t] + n] = weights[:, [t]] * curve
            place += 2 * n
        return result

    def _weights(self, numbers: Floats, *, even: bool) -> Floats:
        answers, count = self.answers, len(self.terms)
        if answers.importance:
            drawn = _rated(answers, self.terms, numbers)
        else:
            drawn = _ranked(answers, self.terms, numbers, even=even)
        drawn[:, [t for t in range(count) if answers.options[t] == 1]] = 0.0
        total = drawn.sum(axis=1, keepdims=True)
        return np.asarray(drawn / np.where(total > 0, total, 1.0), dtype=np.float64)

    def _curve(
        self, term: int, numbers: Floats, mirrored: Bools, bend: Floats, *, even: bool
    ) -> Floats:
        """Worths of a term's options, 0 to 1, shape (rows, options)."""
        n = self.answers.options[term]
        starred = {o: s for (t, o), s in self.answers.stars.items() if t == term}
        if n == 1:
            return np.zeros((len(numbers), 1))
        if starred:
            return _starred(starred, numbers, mirrored)
        groups = tuple(g for g in self.answers.order_of(term) or () if g)
        levels = len(groups) + n - sum(len(g) for g in groups)
        ladder = _ladder(levels, numbers[:, :n], mirrored, bend)
        return _in_order(groups, n, ladder, numbers[:, n:], even=even)


def prior(answers: Answers) -> Prior:
    starts = tuple(int(s) for s in np.cumsum([0, *answers.options[:-1]]))
    return Prior(answers, _canonical(answers), starts)


def _canonical(answers: Answers) -> tuple[int, ...]:
    place = {t: i for i, group in enumerate(answers.ranking) for t in group}

    def said(term: int) -> tuple[object, ...]:
        stars = sorted(answers.stars.get((term, o), 0) for o in range(answers.options[term]))
        order = answers.order_of(term) or ()
        return (
            place.get(term, len(place)),
            -answers.importance.get(term, -1),
            answers.options[term],
            tuple(stars),
            tuple(len(group) for group in order),
            term,
        )

    return tuple(sorted(range(len(answers.options)), key=said))


def _rated(answers: Answers, terms: tuple[int, ...], numbers: Floats) -> Floats:
    """Weights by importance, one of the weightiest being 1; anything for the unrated."""
    rated = [t for t in terms if t in answers.importance]
    top = max(answers.importance.values()) or 1
    said = np.array([answers.importance[t] for t in rated], dtype=np.float64)
    # An importance of 1 stands for anything small that is not nothing.
    low = np.where(said <= 1, 0.0, said - 0.5) / top
    high = np.where(said == 0, 0.0, np.minimum(said + 0.5, top)) / top
    parts = low + (high - low) * numbers[:, 1 : 1 + len(rated)]
    tops = np.flatnonzero(said == top)
    if len(tops):
        parts[np.arange(len(parts)), tops[_pick(numbers[:, 0], len(tops))]] = 1.0
    drawn = np.empty((len(numbers), len(terms)))
    drawn[:, rated] = parts
    rest = [t for t in terms if t not in answers.importance]
    drawn[:, rest] = numbers[:, 1 + len(rated) : 1 + len(terms)]
    return drawn


def _ranked(answers: Answers, terms: tuple[int, ...], numbers: Floats, *, even: bool) -> Floats:
    """Weights by the order of terms alone, ties alike and the unnamed at random below."""
    low, high = np.log(STEEPNESS)
    steepness = np.exp(low + (high - low) * numbers[:, :1])
    sizes = -np.sort(-_weibull(numbers[:, 1 : 1 + len(terms)], steepness), axis=1)
    sizes = sizes / sizes.sum(axis=1, keepdims=True)
    drawn = np.zeros((len(numbers), len(terms)))
    place = 0
    for group in answers.ranking:
        shared = sizes[:, place : place + len(group)].mean(axis=1, keepdims=True)
        drawn[:, list(group)] = shared
        place += len(group)
    named = {t for group in answers.ranking for t in group}
    rest = [t for t in terms if t not in named]
    keys = numbers[:, 1 + len(terms) : 1 + len(terms) + len(rest)]
    drawn[:, rest] = _shuffled(sizes[:, place:], keys, even=even)
    return drawn


def _starred(starred: dict[int, int], numbers: Floats, mirrored: Bools) -> Floats:
    """One of those with the most stars is worth 1, one of those with the fewest 0."""
    n = numbers.shape[1] // 2
    said = np.array([starred.get(o, UNSAID) for o in range(n)], dtype=np.float64)
    known = np.array([o in starred for o in range(n)])
    low = np.where(known, np.maximum((said - 1.5) / 4, 0.0), 0.0)
    high = np.where(known, np.minimum((said - 0.5) / 4, 1.0), 1.0)
    drawn = np.where(mirrored[:, None], 1 - numbers[:, :n], numbers[:, :n])
    curve = low + (high - low) * drawn
    tops, lows = np.flatnonzero(said == said.max()), np.flatnonzero(said == said.min())
    if len(tops) < n:
        rows = np.arange(len(numbers))
        top, bottom = _pick(numbers[:, n], len(tops)), _pick(numbers[:, n + 1], len(lows))
        curve[rows, tops[top]] = 1.0 if said.max() == 5 else high[tops[0]]
        curve[rows, lows[bottom]] = 0.0 if said.min() == 1 else low[lows[0]]
    floor = curve.min(axis=1, keepdims=True)
    span = curve.max(axis=1, keepdims=True) - floor
    return np.asarray((curve - floor) / np.where(span > 0, span, 1.0), dtype=np.float64)


def _ladder(levels: int, numbers: Floats, mirrored: Bools, bend: Floats) -> Floats:
    """Worths of so many levels from 1 down to 0, shape (rows, levels)."""
    if levels == 1:
        return np.zeros((len(numbers), 1))
    steps = _weibull(numbers[:, : levels - 1], STEP)
    below = np.cumsum(steps, axis=1) / steps.sum(axis=1, keepdims=True)
    ladder = np.concatenate([np.ones((len(numbers), 1)), 1 - below], axis=1)
    ladder[:, -1] = 0.0
    ladder = np.minimum(bend * ladder / (1 + (bend - 1) * ladder), 1.0)
    return np.asarray(np.where(mirrored[:, None], 1 - ladder[:, ::-1], ladder), dtype=np.float64)


def _in_order(groups: Groups, n: int, ladder: Floats, keys: Floats, *, even: bool) -> Floats:
    """Options on the levels of a ladder by their order, the unnamed at random below the named."""
    named = {o for group in groups for o in group}
    rest = [o for o in range(n) if o not in named]
    curve = np.zeros((len(ladder), n))
    for place, group in enumerate(groups):
        curve[:, list(group)] = ladder[:, [place]]
    curve[:, rest] = _shuffled(ladder[:, len(groups) :], keys[:, : len(rest)], even=even)
    return curve


def _weibull(numbers: Floats, shape: Floats | float) -> Floats:
    """Weibull variables of scale 1 from uniform ones; with shape 1 exponentials."""
    return np.asarray((-np.log1p(-numbers * (1 - 1e-12))) ** (1 / shape), dtype=np.float64)


def _pick(numbers: Floats, count: int) -> Ints:
    """A place from 0 to count - 1 for each uniform number."""
    return np.minimum((numbers * count).astype(np.int64), count - 1)


def _shuffled(values: Floats, keys: Floats, *, even: bool) -> Floats:
    """Every row's values in the order of its keys."""
    if values.shape[1] < 2:
        return values
    shuffled = np.take_along_axis(values, np.argsort(keys, axis=1), axis=1)
    return _even(shuffled) if even else shuffled


def _even(columns: Floats) -> Floats:
    """Columns scaled to equal means, rows to their own sums (Deming and Stephan, 1940)."""
    rows = columns.sum(axis=1, keepdims=True)
    for _ in range(8):
        means = columns.mean(axis=0)
        columns = columns * (means.mean() / np.where(means > 0, means, 1.0))
        sums = columns.sum(axis=1, keepdims=True)
        columns = columns * (rows / np.where(sums > 0, sums, 1.0))
    return columns
