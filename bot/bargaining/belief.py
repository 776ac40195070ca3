"""From a few taps to worths: a sample of the worths that fit what a side said.

Each draw is one way in which the side might value the terms, equally likely before any tap:

- A term's weight, as a part of the weightiest, lies where its importance rounds to what was said.
  Where only an order is known, weights are a draw from a Dirichlet distribution put in that order
  (the flat one gives the rank-order centroid; Barron and Barrett, 1996). Its concentration is
  unknown and drawn too, from even to steep: people's weights are rarely as uneven as flat ones.
- An option's worth in its term lies where its stars round to, or, by an order alone, is a
  uniform draw put in that order, so that neighbours are a step apart on average.
- Either/or taps weigh the draws by the chance of the answer (Thurstone, 1927), slips included, so
  answers that contradict each other blur the picture and break nothing.

The same answers give the same belief, whichever side gives them and however terms are ordered.
"""

from dataclasses import dataclass, replace
from math import erf

import numpy as np

from bot.bargaining.answers import Answers, Compared, Groups
from bot.bargaining.dominance import Floats
from bot.bargaining.problem import Package, Worths

SAMPLE = 2_000
SEED = 20_050

BLUR = 0.02
"""Standard deviation of what a person feels about the difference of two packages, in worth."""

SLIP = 0.02
"""The chance of tapping the wrong answer by mistake."""

CONCENTRATIONS = (1.0, 4.0)
"""From the flat Dirichlet to one that makes weights about equal; log-uniform between."""

_erf = np.frompyfunc(erf, 1, 1)


@dataclass(frozen=True, slots=True)
class Belief:
    """Weighted worths of one side.

    draws: shape (sample, columns), one column per option of every term in turn; the best package
    of each draw is worth 1, the worst 0. chances: shape (sample,), summing to 1.
    starts: each term's first column. no_deal: as in Answers.
    """

    options: tuple[int, ...]
    draws: Floats
    chances: Floats
    starts: tuple[int, ...]
    never: frozenset[tuple[int, int]] = frozenset()
    no_deal: float | None = None

    def worth(self, package: Package) -> Floats:
        """The package's worth in every draw, shape (sample,)."""
        columns = [start + o for start, o in zip(self.starts, package, strict=True)]
        total: Floats = self.draws[:, columns].sum(axis=1)
        return total

    def gap(self, first: Package, second: Package | None) -> Floats:
        """How much more the first is worth than the second, or than no deal, in every draw."""
        other = (self.no_deal or 0.0) if second is None else self.worth(second)
        return np.asarray(self.worth(first) - other)

    def after(self, tap: Compared) -> "Belief":
        """The belief once a tap is known."""
        chance = likelihood(self.gap(tap.first, tap.second), tap.preference) * self.chances
        return replace(self, chances=chance / chance.sum())

    def estimate(self) -> Worths:
        """The mean worths: [term][option]."""
        mean = self.chances @ self.draws
        return tuple(
            tuple(float(u) for u in mean[start : start + n])
            for start, n in zip(self.starts, self.options, strict=True)
        )

    def spread(self) -> Worths:
        """The standard deviation of each worth: what is still uncertain, [term][option]."""
        mean = self.chances @ self.draws
        deviation = np.sqrt(self.chances @ (self.draws - mean) ** 2)
        return tuple(
            tuple(float(u) for u in deviation[start : start + n])
            for start, n in zip(self.starts, self.options, strict=True)
        )


def likelihood(gap: Floats, preference: int) -> Floats:
    """The chance of an answer given the difference in worth, shape of `gap`, never 0."""
    if preference == 0:
        return np.asarray(SLIP + (1 - SLIP) * np.exp(-((gap / (3 * BLUR)) ** 2)))
    tail = np.asarray(_erf(preference * gap / (BLUR * 2**0.5)), dtype=np.float64)
    normal = (1 + tail) / 2
    return np.asarray(SLIP + (1 - 2 * SLIP) * normal)


def believe(answers: Answers, *, sample: int = SAMPLE, seed: int = SEED) -> Belief:
    """The belief that fits one side's answers. The same answers give the same belief."""
    rng = np.random.default_rng(seed)
    terms = _canonical(answers)
    weights = _weights(answers, terms, sample, rng)
    columns = {t: weights[:, [t]] * _curve(answers, t, sample, rng) for t in terms}
    starts = tuple(int(s) for s in np.cumsum([0, *answers.options[:-1]]))
    draws = np.concatenate([columns[t] for t in range(len(answers.options))], axis=1)
    even = np.full(sample, 1 / sample)
    belief = Belief(answers.options, draws, even, starts, answers.never, answers.no_deal)
    for tap in answers.compared:
        belief = belief.after(tap)
    return belief


def _canonical(answers: Answers) -> list[int]:
    """The terms in an order of what was said about them, so that their own order tells nothing."""
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

    return sorted(range(len(answers.options)), key=said)


def _weights(answers: Answers, terms: list[int], sample: int, rng: np.random.Generator) -> Floats:
    """Weights of the terms, shape (sample, terms), each row summing to 1."""
    drawn = _ranked(answers, terms, sample, rng)
    rated = [t for t in terms if t in answers.importance]
    if rated:
        top = max(answers.importance[t] for t in rated) or 1
        said = np.array([answers.importance[t] for t in rated], dtype=np.float64)
        low, high = np.maximum(said - 0.5, 0.0) / top, np.minimum(said + 0.5, top) / top
        # An importance of 1 stands for anything small that is not nothing.
        low = np.where(said == 1, 0.0, low)
        parts = rng.uniform(low, high, size=(sample, len(rated)))
        parts[:, said == 0] = 0.0
        tops = np.flatnonzero(said == top)
        parts[np.arange(sample), rng.choice(tops, size=sample)] = 1.0
        rest = [t for t in terms if t not in answers.importance]
        drawn[:, rest] = rng.uniform(0.0, 1.0, size=(sample, len(rest)))
        drawn[:, rated] = parts
    single = [t for t in terms if answers.options[t] == 1]
    drawn[:, single] = 0.0
    total = drawn.sum(axis=1, keepdims=True)
    return np.asarray(drawn / np.where(total > 0, total, 1.0), dtype=np.float64)


def _ranked(answers: Answers, terms: list[int], sample: int, rng: np.random.Generator) -> Floats:
    """Weights by the order of terms alone, ties alike and the unnamed at random below."""
    groups: list[tuple[int, ...]] = [g for g in answers.ranking if g]
    named = {t for g in groups for t in g}
    rest = [t for t in terms if t not in named]
    low, high = np.log(CONCENTRATIONS)
    concentration = np.exp(rng.uniform(low, high, size=(sample, 1)))
    sizes = rng.standard_gamma(np.repeat(concentration, len(groups) + len(rest), axis=1))
    sizes = -np.sort(-sizes, axis=1)
    drawn = np.zeros((sample, len(answers.options)))
    for place, group in enumerate(groups):
        drawn[:, list(group)] = sizes[:, [place]]
    if rest:
        drawn[:, rest] = rng.permuted(sizes[:, len(groups) :], axis=1)
    return drawn


def _curve(answers: Answers, term: int, sample: int, rng: np.random.Generator) -> Floats:
    """Worths of a term's options, 0 to 1, shape (sample, options)."""
    n = answers.options[term]
    starred = {o: answers.stars[term, o] for o in range(n) if (term, o) in answers.stars}
    order = answers.order_of(term)
    if n == 1:
        return np.zeros((sample, 1))
    if starred:
        return _starred(starred, n, sample, rng)
    if order is None:
        return np.sort(rng.uniform(size=(sample, n)), axis=1).mean(axis=1, keepdims=True) * np.ones(
            (1, n)
        )
    return _in_order(order, n, sample, rng)


def _starred(starred: dict[int, int], n: int, sample: int, rng: np.random.Generator) -> Floats:
    """One of those with the most stars is worth 1, one of those with the fewest 0."""
    options = sorted(range(n), key=lambda o: (starred.get(o, 3), o))
    said = np.array([starred.get(o, 3) for o in options], dtype=np.float64)
    known = np.array([o in starred for o in options])
    low = np.where(known, np.maximum((said - 1.5) / 4, 0.0), 0.0)
    high = np.where(known, np.minimum((said - 0.5) / 4, 1.0), 1.0)
    drawn = rng.uniform(low, high, size=(sample, n))
    rows = np.arange(sample)
    tops, lows = np.flatnonzero(said == said.max()), np.flatnonzero(said == said.min())
    if len(tops) < n:
        drawn[rows, rng.choice(tops, size=sample)] = 1.0 if said.max() == 5 else high[tops[0]]
        drawn[rows, rng.choice(lows, size=sample)] = 0.0 if said.min() == 1 else low[lows[0]]
    floor = drawn.min(axis=1, keepdims=True)
    span = drawn.max(axis=1, keepdims=True) - floor
    curve = np.empty_like(drawn)
    curve[:, options] = (drawn - floor) / np.where(span > 0, span, 1.0)
    return curve


def _in_order(order: Groups, n: int, sample: int, rng: np.random.Generator) -> Floats:
    """Uniform draws put in order from 1 down to 0; the unnamed at random below the named."""
    groups: list[tuple[int, ...]] = [g for g in order if g]
    named = {o for g in groups for o in g}
    rest = [o for o in range(n) if o not in named]
    levels = len(groups) + len(rest)
    curve = np.zeros((sample, n))
    if levels == 1:
        return curve
    inner = -np.sort(-rng.uniform(size=(sample, levels - 2)), axis=1)
    values = np.concatenate([np.ones((sample, 1)), inner, np.zeros((sample, 1))], axis=1)
    for place, group in enumerate(groups):
        curve[:, list(group)] = values[:, [place]]
    if rest:
        curve[:, rest] = rng.permuted(values[:, len(groups) :], axis=1)
    return curve
