"""From a few taps to worths: a sample of the worths that fit what a side said.

Each draw is one way in which the side might value the terms (see `prior`). Either/or taps weigh
the draws by the chance of the answer (a logistic one; Luce, 1959), slips included, so answers that
contradict each other blur the picture and break nothing. Where few draws are left that matter,
they are drawn again and moved, keeping to all that was said (resample-move; Gilks and Berzuini,
2001).

Every first draw has a twin with the same weights and its curves mirrored (antithetic variates;
Hammersley and Morton, 1956). The same answers give the same belief, whichever side gives them and
however terms are ordered.
"""

from dataclasses import dataclass, replace
from math import pi

import numpy as np

from bot.bargaining.alike import Groups, alike
from bot.bargaining.answers import Answers, Compared
from bot.bargaining.dominance import Floats, Ints
from bot.bargaining.prior import Prior, prior
from bot.bargaining.problem import Package, Worths

SAMPLE = 2_000
SEED = 20_050

BLUR = 0.02
"""Standard deviation of what a person feels about the difference of two packages, in worth."""

SLIP = 0.02
"""The chance of tapping the wrong answer by mistake."""

MOVES = 8
"""Times that every draw may move after a resampling."""


@dataclass(frozen=True, slots=True)
class Belief:
    """Weighted worths of one side.

    draws: shape (sample, columns), one column per option of every term in turn; the best package
    of each draw is worth 1, the worst 0. chances: shape (sample,), summing to 1.
    starts: each term's first column. no_deal: as in Answers. alike: columns that nothing said tells
    apart; the estimate gives them one worth.
    """

    options: tuple[int, ...]
    draws: Floats
    chances: Floats
    starts: tuple[int, ...]
    never: frozenset[tuple[int, int]] = frozenset()
    no_deal: float | None = None
    alike: Groups = ()

    def worth(self, package: Package) -> Floats:
        """The package's worth in every draw, shape (sample,)."""
        columns = [start + o for start, o in zip(self.starts, package, strict=True)]
        total: Floats = self.draws[:, columns].sum(axis=1)
        return total

    def gap(self, first: Package, second: Package | None) -> Floats:
        """How much more the first is worth than the second, or than no deal, in every draw."""
        other = (self.no_deal or 0.0) if second is None else self.worth(second)
        return np.asarray(self.worth(first) - other)

    def thinned(self, sample: int) -> "Belief":
        """Fewer draws, equally likely, spread evenly over these by their chances."""
        if len(self.draws) <= sample:
            return self
        places = (np.arange(sample) + 0.5) / sample
        rows = np.searchsorted(np.cumsum(self.chances), places).clip(max=len(self.draws) - 1)
        return replace(self, draws=self.draws[rows], chances=np.full(sample, 1 / sample))

    def estimate(self) -> Worths:
        """The mean worths: [term][option]."""
        mean = self.chances @ self.draws
        for group in self.alike:
            mean[list(group)] = mean[list(group)].mean()
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
    # The logistic distribution with a standard deviation of BLUR has this scale.
    steps = np.clip(preference * gap * (pi / (BLUR * 3**0.5)), -500, 500)
    return np.asarray(SLIP + (1 - 2 * SLIP) / (1 + np.exp(-steps)))


def believe(answers: Answers, *, sample: int = SAMPLE, seed: int = SEED) -> Belief:
    """The belief that fits one side's answers, `sample` draws, rounded up to an even number.

    The same answers give the same belief.
    """
    rng = np.random.default_rng(seed)
    shape = prior(answers)
    half = rng.uniform(size=((sample + 1) // 2, shape.numbers))
    numbers = np.concatenate([half, shape.twins(half)])
    draws = shape.worths(numbers, even=True)
    belief = _belief(answers, shape, draws, np.zeros(len(draws)))
    fit = np.zeros(len(draws))
    for count, tap in enumerate(answers.compared, start=1):
        fit = fit + _fit(belief, (tap,))
        belief = _belief(answers, shape, draws, fit)
        if 1 / float((belief.chances**2).sum()) < len(draws) / 2:
            numbers = numbers[_resampled(belief.chances, rng)]
            told = answers.compared[:count]
            numbers, draws = _moved(answers, shape, numbers, told, rng)
            belief, fit = _belief(answers, shape, draws, np.zeros(len(draws))), 0 * fit
    return belief


def _belief(answers: Answers, shape: Prior, draws: Floats, fit: Floats) -> Belief:
    chances = np.exp(fit - fit.max())
    return Belief(
        options=answers.options,
        draws=draws,
        chances=chances / chances.sum(),
        starts=shape.starts,
        never=answers.never,
        no_deal=answers.no_deal,
        alike=alike(answers),
    )


def _fit(belief: Belief, taps: tuple[Compared, ...]) -> Floats:
    """The logarithm of the chance of these answers in every draw, shape (sample,)."""
    fit = np.zeros(len(belief.draws))
    for tap in taps:
        fit += np.log(likelihood(belief.gap(tap.first, tap.second), tap.preference))
    return fit


def _resampled(chances: Floats, rng: np.random.Generator) -> Ints:
    """Rows drawn by their chances, evenly spread (systematic resampling; Kitagawa, 1996)."""
    places = (np.arange(len(chances)) + rng.uniform()) / len(chances)
    return np.searchsorted(np.cumsum(chances), places).clip(max=len(chances) - 1)


def _moved(
    answers: Answers,
    shape: Prior,
    numbers: Floats,
    taps: tuple[Compared, ...],
    rng: np.random.Generator,
) -> tuple[Floats, Floats]:
    """Rows walked at random among those that fit (Metropolis), and their worths."""
    draws = shape.worths(numbers, even=False)
    fit = _fit(_belief(answers, shape, draws, np.zeros(len(draws))), taps)
    for step in range(MOVES):
        touched = rng.uniform(size=numbers.shape) < (0.5, 0.1)[step % 2]
        walk = rng.normal(0, (0.05, 0.3)[step % 2], size=numbers.shape)
        # Reflected at 0 and 1, a step is as likely as its way back.
        moved = np.abs(numbers + touched * walk) % 2
        moved = np.minimum(moved, 2 - moved)
        worths = shape.worths(moved, even=False)
        chance = _fit(_belief(answers, shape, worths, np.zeros(len(worths))), taps)
        taken = np.log(rng.uniform(size=len(fit))) < chance - fit
        numbers = np.where(taken[:, None], moved, numbers)
        draws = np.where(taken[:, None], worths, draws)
        fit = np.where(taken, chance, fit)
    return numbers, draws
