"""Whatever numbers come in: a typed refusal or a right answer, never a crash, never a NaN."""

import math
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bargaining.answers import Answers, Compared
from bot.bargaining.belief import believe
from bot.bargaining.menu import Menu, NoOverlap, propose_menu
from bot.bargaining.problem import BargainingError, Malformed, Problem
from bot.bargaining.proposal import propose

wild = st.one_of(
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from([0.0, -0.0, 1e-300, 5e-324, 1e12, -1e12, 0.1 + 0.2, 0.3]),
)
tame = st.one_of(st.floats(-10, 10), st.sampled_from([0.0, 1.0, 1e-300, 1e12, 0.1 + 0.2, 0.3]))
whole = st.integers(-2, 4).map(float)


@st.composite
def anything(draw: st.DrawFn) -> Problem | None:
    """Mostly problems, some with numbers, sizes or places that make no sense."""
    broken = draw(st.integers(0, 3)) == 0
    sides = draw(st.integers(1 if broken else 2, 4))
    shape = draw(st.lists(st.integers(0 if broken else 1, 3), min_size=not broken, max_size=3))
    numbers = draw(st.sampled_from([wild if broken else tame, tame, whole]))
    index = st.integers(-1 if broken else 0, 3 if broken else 0)
    worths = tuple(
        tuple(tuple(draw(numbers) for _ in range(n)) for n in shape) for _ in range(sides)
    )
    places = st.lists(st.tuples(index, index), min_size=not broken, max_size=3)
    try:
        return Problem(
            worths,
            tuple(draw(numbers) for _ in range(sides)),
            never=frozenset(draw(st.lists(st.tuples(index, index, index), max_size=1))),
            forbidden=tuple(frozenset(c) for c in draw(st.lists(places, max_size=1))),
        )
    except Malformed:
        return None


reached: Counter[str] = Counter()


@given(anything())
@settings(max_examples=800, derandomize=True)
def answered_or_refused(problem: Problem | None) -> None:
    if problem is None:
        reached["refused"] += 1
        return
    try:
        found = propose_menu(problem)
    except BargainingError:
        reached["too large"] += 1
        return
    if isinstance(found, NoOverlap):
        reached["no overlap"] += 1
        assert all(math.isfinite(lack) and lack >= 0 for row in found.lacks for lack in row)
        return
    reached["menu"] += 1
    for offer in found.offers:
        assert problem.allows(offer.package)
        spans = [
            max(1.0, *(abs(u) for term in side for u in term)) * len(side)
            for side in problem.worths
        ]
        for worth, bar, span in zip(offer.worths, problem.bars, spans, strict=True):
            assert math.isfinite(worth)
            assert worth >= bar - 1e-8 * span
        assert all(0 <= share <= 1 for share in offer.shares)


def test_any_problem_is_refused_or_answered_and_all_ends_were_reached() -> None:
    answered_or_refused()
    assert min(reached[kind] for kind in ("refused", "no overlap", "menu")) > 20, reached


@st.composite
def said(draw: st.DrawFn, options: tuple[int, ...]) -> Answers:
    terms = st.integers(0, len(options) - 1)
    packages = st.tuples(*(st.integers(0, n - 1) for n in options))
    pairs = [(t, o) for t, n in enumerate(options) for o in range(n)]
    taps = st.builds(Compared, packages, st.none() | packages, st.sampled_from([-1, 0, 1]))
    return Answers(
        options,
        matters=tuple(draw(st.lists(terms, unique=True))),
        directions=draw(st.dictionaries(terms, st.sampled_from([-1, 0, 1]))),
        importance=draw(st.dictionaries(terms, st.integers(0, 10))),
        stars=draw(st.dictionaries(st.sampled_from(pairs), st.integers(1, 5))),
        compared=tuple(draw(st.lists(taps, max_size=4))),
        never=frozenset(draw(st.lists(st.sampled_from(pairs), max_size=1))),
        no_deal=draw(st.none() | st.floats(-1, 2)),
    )


@given(st.data(), st.lists(st.integers(1, 3), min_size=1, max_size=3).map(tuple))
@settings(max_examples=40)
def test_any_answers_of_two_sides_lead_to_a_menu_or_an_honest_no(
    data: st.DataObject, options: tuple[int, ...]
) -> None:
    sides = [data.draw(said(options)) for _ in range(2)]
    found = propose(tuple(believe(s, sample=60) for s in sides))
    if isinstance(found, Menu):
        for offer in found.offers:
            assert all(math.isfinite(w) for w in offer.worths)
            chosen = set(enumerate(offer.package))
            assert not any(s.never & chosen for s in sides)
