"""Problems and answers for tests, made by hand or by chance."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from bot.bargaining.answers import Answers
from bot.bargaining.problem import Problem, Worths


def points(*pairs: tuple[float, ...], disagreement: tuple[float, ...] | None = None) -> Problem:
    """One term whose options are these points of worth, one number a side each."""
    sides = tuple((tuple(float(p[s]) for p in pairs),) for s in range(len(pairs[0])))
    return Problem(sides, disagreement or (0.0,) * len(sides))


def additive(*sides: Sequence[Sequence[float]]) -> tuple[Worths, ...]:
    return tuple(tuple(tuple(float(u) for u in term) for term in side) for side in sides)


def large(sides: int, terms: int, options: int, seed: int) -> Problem:
    rng = np.random.default_rng(seed)
    worths = []
    for side in range(sides):
        curves = np.sort(rng.uniform(size=(terms, options)), axis=1) * rng.uniform(size=(terms, 1))
        turned = curves[:, ::-1] if side % 2 else curves
        worths.append(turned.tolist())
    return Problem(additive(*worths), (0.0,) * sides)


@st.composite
def problems(draw: st.DrawFn, *, most_sides: int = 3) -> Problem:
    """Small problems in whole numbers, so that ties are frequent and arithmetic is exact."""
    sides = draw(st.integers(2, most_sides))
    shape = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    worth = st.integers(-5, 20).map(float)
    worths = tuple(tuple(tuple(draw(worth) for _ in range(n)) for n in shape) for _ in range(sides))
    floor = [sum(min(term) for term in side) for side in worths]
    return Problem(worths, tuple(f + draw(st.integers(0, 8)) for f in floor))


@st.composite
def mirrored(draw: st.DrawFn) -> Problem:
    """Two sides that want the opposite of each other, term by term, as much of it."""
    options, ends = (
        draw(st.integers(2, 3)),
        draw(st.lists(st.integers(1, 9), min_size=2, max_size=5)),
    )
    mine = tuple(tuple(float(w * o) for o in range(options)) for w in ends)
    return Problem((mine, tuple(term[::-1] for term in mine)), (0.0, 0.0))


@st.composite
def answers(draw: st.DrawFn, *, most_terms: int = 4) -> Answers:
    """What a side may say, anything of it missing."""
    options = tuple(draw(st.lists(st.integers(1, 4), min_size=1, max_size=most_terms)))
    terms = list(range(len(options)))
    pairs = [(t, o) for t, n in enumerate(options) for o in range(n)]
    matters = draw(st.permutations(terms))[: draw(st.integers(0, len(terms)))]
    return Answers(
        options,
        matters=tuple(matters),
        directions=draw(st.dictionaries(st.sampled_from(terms), st.sampled_from([-1, 0, 1]))),
        importance=draw(st.dictionaries(st.sampled_from(terms), st.integers(0, 10))),
        stars=draw(st.dictionaries(st.sampled_from(pairs), st.integers(1, 5))),
    )
