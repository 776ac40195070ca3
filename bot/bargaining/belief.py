"""From a few taps to worths: a sample of the worths that fit what a side said.

Weights start uniform over the simplex (a flat Dirichlet) and are bent to what was said: the
order of terms sorts them, an importance of 0 to 10 says their size up to rounding. Options rise
along the direction by steps that are uniform over the simplex too, or sit at their stars up to
rounding. Either/or taps weigh the sample by the chance of the answer (Bradley and Terry, 1952),
so answers that contradict each other blur the picture and break nothing.
"""

from dataclasses import dataclass

import numpy as np

from bot.bargaining.answers import Answers, Compared
from bot.bargaining.frontier import Floats
from bot.bargaining.problem import Package, Worths

SAMPLE = 2_000
SHARPNESS = 25.0
"""Log-odds of a tap per unit of worth: a difference of 0.1 is told right nine times in ten."""

SEED = 20_050


@dataclass(frozen=True, slots=True)
class Belief:
    """Weighted worths of one side.

    draws: shape (sample, columns), one column per option of every term in turn; the best package
    of each draw is worth 1, the worst 0. chances: shape (sample,), summing to 1.
    starts: each term's first column.
    """

    options: tuple[int, ...]
    draws: Floats
    chances: Floats
    starts: tuple[int, ...]

    def worth(self, package: Package) -> Floats:
        """The package's worth in every draw, shape (sample,)."""
        columns = [start + o for start, o in zip(self.starts, package, strict=True)]
        total: Floats = self.draws[:, columns].sum(axis=1)
        return total

    def after(self, tap: Compared) -> "Belief":
        """The belief once a tap is known."""
        gap = self.worth(tap.first) - self.worth(tap.second)
        chance = likelihood(gap, tap.preference) * self.chances
        total = chance.sum()
        if not total > 0:
            return self
        return Belief(self.options, self.draws, chance / total, self.starts)

    def estimate(self) -> Worths:
        """The mean worths: [term][option], the worst option of each term at 0 or above."""
        mean = self.chances @ self.draws
        return tuple(
            tuple(float(u) for u in mean[start : start + n])
            for start, n in zip(self.starts, self.options, strict=True)
        )


def likelihood(gap: Floats, preference: int) -> Floats:
    """The chance of an answer given the difference in worth, shape of `gap`."""
    if preference == 0:
        width = np.exp(-((SHARPNESS * gap / 4) ** 2))
        return np.asarray(width, dtype=np.float64)
    return np.asarray(1 / (1 + np.exp(-SHARPNESS * preference * gap)), dtype=np.float64)


def believe(answers: Answers, *, sample: int = SAMPLE, seed: int = SEED) -> Belief:
    """The belief that fits one side's answers. The same answers give the same belief."""
    rng = np.random.default_rng(seed)
    weights = _weights(answers, sample, rng)
    columns = [
        weights[:, [t]] * _curve(answers, t, sample, rng) for t in range(len(answers.options))
    ]
    starts = tuple(int(s) for s in np.cumsum([0, *answers.options[:-1]]))
    even = np.full(sample, 1 / sample)
    belief = Belief(answers.options, np.concatenate(columns, axis=1), even, starts)
    for tap in answers.compared:
        belief = belief.after(tap)
    return belief


def _weights(answers: Answers, sample: int, rng: np.random.Generator) -> Floats:
    """Weights of the terms, shape (sample, terms), each row summing to 1."""
    terms = len(answers.options)
    flat = rng.dirichlet(np.ones(terms), size=sample)
    if answers.importance:
        middle = float(np.mean(list(answers.importance.values())))
        said = np.array([answers.importance.get(t, middle) for t in range(terms)])
        low, high = np.maximum(said - 0.5, 0.0), np.minimum(said + 0.5, 10.0)
        drawn = rng.uniform(low, high, size=(sample, terms))
        drawn[:, said == 0] *= 0.2
    else:
        drawn = _ordered(flat, answers.matters)
    total = drawn.sum(axis=1, keepdims=True)
    return np.asarray(drawn / np.where(total > 0, total, 1.0), dtype=np.float64)


def _ordered(flat: Floats, matters: tuple[int, ...]) -> Floats:
    """Each row's largest weights put on the named terms in their order."""
    if not matters:
        return flat
    ranked = -np.sort(-flat, axis=1)
    rest = [t for t in range(flat.shape[1]) if t not in matters]
    drawn = np.empty_like(flat)
    drawn[:, list(matters)] = ranked[:, : len(matters)]
    if rest:
        drawn[:, rest] = ranked[:, len(matters) :].mean(axis=1, keepdims=True)
    return drawn


def _curve(answers: Answers, term: int, sample: int, rng: np.random.Generator) -> Floats:
    """Worths of a term's options, 0 to 1, shape (sample, options)."""
    n = answers.options[term]
    if n == 1:
        return np.zeros((sample, 1))
    starred = {o: answers.stars[term, o] for o in range(n) if (term, o) in answers.stars}
    if starred:
        middle = float(np.mean(list(starred.values())))
        said = np.array([starred.get(o, middle) for o in range(n)], dtype=np.float64)
        low, high = np.maximum((said - 1.5) / 4, 0.0), np.minimum((said - 0.5) / 4, 1.0)
        drawn = rng.uniform(low, high, size=(sample, n))
    else:
        direction = answers.directions.get(term, 0)
        if direction == 0:
            return np.full((sample, n), 0.5)
        steps = rng.dirichlet(np.full(n - 1, 2.0), size=sample)
        drawn = np.concatenate([np.zeros((sample, 1)), np.cumsum(steps, axis=1)], axis=1)
        if direction < 0:
            drawn = 1.0 - drawn
    floor = drawn.min(axis=1, keepdims=True)
    span = drawn.max(axis=1, keepdims=True) - floor
    return np.asarray((drawn - floor) / np.where(span > 0, span, 1.0), dtype=np.float64)
