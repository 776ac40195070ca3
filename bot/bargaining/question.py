"""The next either/or question: the one whose answer is expected to better the proposal most.

Asked of one side from that side's own answers alone, so that no question can tell one side
anything about another. It sets two packages against each other that differ in two terms, one
better in each, everything else as today; or asks whether this side would rather sign a package
than have no deal. What a question is worth is how much larger the best expected Nash product is
after its answer than before, the expected value of information (Howard, 1966; for elicitation
Chajewska, Koller and Parr, 2000), against an imagined other side.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from bot.bargaining.answers import Compared
from bot.bargaining.belief import Belief, likelihood
from bot.bargaining.dominance import Floats
from bot.bargaining.problem import Package
from bot.bargaining.stakes import Stakes, stakes

WORTH_A_TAP = 0.0005
"""The least expected gain in the Nash product, as a part of it, that pays a person's tap."""

SAMPLE = 500
"""Draws that questions are weighed on."""

WEIGHED = 60
"""Questions whose worth is worked out: those whose answer is most open."""

LOOKED_AT = 4_000
"""Questions looked at; where there are more, evenly spread ones."""


@dataclass(frozen=True, slots=True)
class Question:
    """Two packages, or with `second` None a package and no deal.

    teaches: the expected gain in the Nash product, as a part of it.
    """

    first: Package
    second: Package | None
    teaches: float


def next_question(
    belief: Belief,
    *,
    today: Package,
    asked: tuple[Compared, ...] = (),
    never: frozenset[tuple[int, int]] = frozenset(),
) -> Question | None:
    """The question most worth asking, None where no tap pays any more.

    today: what everything that a question does not touch is shown as.
    """
    belief = belief.thinned(SAMPLE)
    nothing = belief.worth(today) if belief.no_deal is None else belief.no_deal
    at_stake = stakes(belief, nothing=nothing)
    seen = {frozenset((tap.first, tap.second)) for tap in asked}
    pool = [
        pair
        for pair in (
            *_exchanges(belief, today, belief.never | never),
            *_signings(belief, at_stake, today),
        )
        if frozenset(pair) not in seen
    ]
    if not pool or not len(at_stake.packages):
        return None
    pool = pool[:: -(-len(pool) // LOOKED_AT)]
    gaps = np.stack([belief.gap(first, second) for first, second in pool])
    first_wins = (gaps > 0) @ belief.chances
    open_ones = np.argsort(np.abs(first_wins - 0.5), kind="stable")[:WEIGHED]
    worth = _worth(belief, at_stake, gaps[open_ones])
    best = int(np.argmax(worth))
    first, second = pool[int(open_ones[best])]
    teaches = float(worth[best])
    return Question(first, second, teaches) if teaches >= WORTH_A_TAP else None


def _worth(belief: Belief, at_stake: Stakes, gaps: Floats) -> Floats:
    """What each question is expected to add to the Nash product, as a part, shape (questions,)."""
    before = at_stake.expected(belief.chances[None])[0]
    told = [likelihood(gaps, preference) for preference in (1, -1)]
    scale = belief.chances / (told[0] + told[1])
    after = sum((at_stake.expected(t * scale) for t in told), np.zeros(()))
    useful = before > 1e-12
    if not useful.any():
        return np.zeros(len(gaps))
    return np.asarray((after[:, useful] / before[useful]).mean(axis=1) - 1)


def _exchanges(
    belief: Belief, today: Package, never: frozenset[tuple[int, int]]
) -> Iterator[tuple[Package, Package]]:
    """Pairs that differ in two terms, each better in one of them as far as is known."""
    mean = belief.estimate()
    better = [
        [
            (a, b)
            for a, b in product(range(len(term)), repeat=2)
            if term[a] > term[b] + 1e-9 and not {(t, a), (t, b)} & never
        ]
        for t, term in enumerate(mean)
    ]
    for s, t in combinations(range(len(mean)), 2):
        for (high, low), (top, bottom) in product(better[s], better[t]):
            yield _with(today, s, high, t, bottom), _with(today, s, low, t, top)


def _signings(
    belief: Belief, at_stake: Stakes, today: Package
) -> Iterator[tuple[Package, Package | None]]:
    """A package that might be proposed, and no deal."""
    second = today if belief.no_deal is None else None
    for row in at_stake.packages.tolist():
        if tuple(row) != second:
            yield tuple(row), second


def _with(package: Package, s: int, here: int, t: int, there: int) -> Package:
    changed = list(package)
    changed[s], changed[t] = here, there
    return tuple(changed)
