"""The next either/or question: the one whose answer is expected to better the proposal most.

Asked of one side from that side's own answers alone, so that no question can tell one side
anything about another. It sets two packages against each other that differ in two terms, one
better in each, everything else as today; or asks whether this side would rather sign a package
than have no deal. What a question is worth is how much larger the best expected Nash product is
after its answer than before, the expected value of information (Howard, 1966; for elicitation
Chajewska, Koller and Parr, 2000), against an imagined other side.
"""

from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from bot.bargaining.answers import Compared
from bot.bargaining.belief import Belief, likelihood
from bot.bargaining.dominance import Floats
from bot.bargaining.problem import Malformed, Package, is_package
from bot.bargaining.stakes import Stakes, stakes

WORTH_A_TAP = 0.0002
"""The least expected gain in the Nash product, as a part of it, that pays a person's tap."""

SAMPLE = 1_000
"""Draws that questions are weighed on."""

WEIGHED = 100
"""Questions whose worth is worked out: those whose answer is most open."""

LOOKED_AT = 4_000
"""About so many exchanges are looked at; where there are more, evenly spread ones."""

Pair = tuple[Package, Package | None]


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
    others: int = 1,
) -> Question | None:
    """The question most worth asking, None where no tap pays any more.

    today: what everything that a question does not touch is shown as. others: how many other sides
    there are. Raises Malformed.
    """
    if not is_package(today, belief.options):
        raise Malformed("today: is not a package on the table")
    belief = belief.thinned(SAMPLE)
    nothing = belief.worth(today) if belief.no_deal is None else belief.no_deal
    at_stake = stakes(belief, nothing=nothing, others=others)
    if not len(at_stake.packages):
        return None
    exchanges, traded = _exchanges(belief, today, belief.never | never)
    signings, signed = _signings(belief, at_stake, today)
    pool, gaps = exchanges + signings, np.concatenate([traded, signed], axis=1).T
    seen = {frozenset((tap.first, tap.second)) for tap in asked}
    doubt = np.abs((gaps > 0) @ belief.chances - 0.5)
    open_ones = [i for i in np.argsort(doubt, kind="stable") if frozenset(pool[i]) not in seen]
    if not open_ones:
        return None
    worth = _worth(belief, at_stake, gaps[open_ones[:WEIGHED]])
    best = int(np.argmax(worth))
    if worth[best] < WORTH_A_TAP:
        return None
    first, second = pool[open_ones[best]]
    return Question(first, second, float(worth[best]))


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
) -> tuple[list[Pair], Floats]:
    """Pairs that differ in two terms, each better in one of them as far as is known.

    With how much more the first is worth in every draw, shape (sample, pairs).
    """
    steps = _steps(belief, never)
    pairs: list[Pair] = []
    gaps = [np.empty((len(belief.draws), 0))]
    for s, t in combinations(range(len(steps)), 2):
        rises = [_rise(belief, term, steps[term]) for term in (s, t)]
        gap = rises[0][:, :, None] - rises[1][:, None, :]
        gaps.append(gap.reshape(len(belief.draws), -1))
        pairs += [
            (_with(today, s, high, t, bottom), _with(today, s, low, t, top))
            for (high, low), (top, bottom) in product(steps[s], steps[t])
        ]
    return pairs, np.concatenate(gaps, axis=1)


def _steps(belief: Belief, never: frozenset[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Per term pairs of options, the better one first, evenly spread where there are many."""
    # What nothing tells apart is worth asking about, so it is not levelled as in the estimate.
    levels = belief.chances @ belief.draws
    mean = [levels[s : s + n] for s, n in zip(belief.starts, belief.options, strict=True)]
    free = [[o for o in range(len(term)) if (t, o) not in never] for t, term in enumerate(mean)]
    steps = [
        [(a, b) for a in options for b in options if term[a] > term[b] + 1e-9]
        for term, options in zip(mean, free, strict=True)
    ]
    terms = max(2, sum(bool(found) for found in steps))
    most = max(1, int((2 * LOOKED_AT / (terms * (terms - 1))) ** 0.5))
    return [found[:: -(-len(found) // most)] if found else [] for found in steps]


def _rise(belief: Belief, term: int, steps: list[tuple[int, int]]) -> Floats:
    """How much each step of a term is worth in every draw, shape (sample, steps)."""
    start = belief.starts[term]
    better = [start + a for a, _ in steps]
    worse = [start + b for _, b in steps]
    return np.asarray(belief.draws[:, better] - belief.draws[:, worse], dtype=np.float64)


def _signings(belief: Belief, at_stake: Stakes, today: Package) -> tuple[list[Pair], Floats]:
    """Packages that might be proposed, each against no deal, and their worth above it."""
    second = today if belief.no_deal is None else None
    pairs: list[Pair] = [(tuple(row), second) for row in at_stake.packages.tolist()]
    others = [i for i, (first, _) in enumerate(pairs) if first != second]
    return [pairs[i] for i in others], at_stake.above[:, others]


def _with(package: Package, s: int, here: int, t: int, there: int) -> Package:
    changed = list(package)
    changed[s], changed[t] = here, there
    return tuple(changed)
