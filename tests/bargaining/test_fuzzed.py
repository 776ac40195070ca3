"""Whatever numbers come in: a typed refusal or a right answer, never a crash, never a NaN."""

import math
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bargaining.answers import Answers, Compared
from bot.bargaining.belief import believe
from bot.bargaining.gains import NoGain, Range, Stake, share_gain
from bot.bargaining.learning import Reply, Why, learned
from bot.bargaining.ledger import ledger
from bot.bargaining.limits import held, probe
from bot.bargaining.menu import Menu, NoOverlap, propose_menu
from bot.bargaining.problem import BargainingError, Malformed, Package, Problem, Worths
from bot.bargaining.proposal import propose
from bot.bargaining.swaps import cheapest_gives, dearest_gains, even_swaps

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


numbers = st.one_of(wild, st.sampled_from([1e15, -1e15, 1.5e308]))
small = st.integers(-1, 4)
sides = st.lists(st.lists(wild | whole, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple)
packages = st.lists(small, max_size=3).map(tuple)


@st.composite
def fitting(draw: st.DrawFn) -> tuple[Worths, Package]:
    worths = draw(st.lists(st.lists(whole, min_size=1, max_size=3).map(tuple), max_size=3))
    return tuple(worths), tuple(draw(st.integers(0, len(term) - 1)) for term in worths)


@given(st.tuples(sides, packages) | fitting(), wild, st.tuples(small, small))
@settings(max_examples=400, derandomize=True)
def swapped_and_limited(
    side: tuple[Worths, Package], limit: float, marked: tuple[int, int]
) -> None:
    worths, today = side
    try:
        swaps = even_swaps(worths, today, never={marked}, forbidden=(frozenset({marked}),))
        moves = (*dearest_gains(worths, today), *cheapest_gives(worths, today))
        least = held(worths, limit, (Compared(today, None, 1),), today)
        probe(worths, today, limit)
    except Malformed:
        reached["side refused"] += 1
        return
    reached["side answered"] += 1
    assert math.isfinite(least)
    assert all(math.isfinite(s.gap) and marked not in (s.get, s.give) for s in swaps)
    assert all(math.isfinite(m.worth) for m in moves)


def batched(row: list[float]) -> tuple[list[float], ...]:
    return row[:3], row[3:6], row[6:]


money = st.lists(numbers, min_size=9, max_size=9) | st.lists(
    st.integers(0, 99).map(float), min_size=9, max_size=9
)


@given(st.lists(money, max_size=3), st.sampled_from([True, True, False]))
@settings(max_examples=300, derandomize=True)
def shared(rows: list[list[float]], ordered: bool) -> None:
    try:
        found = share_gain(
            tuple(
                Stake(*(Range(*(sorted(r) if ordered else r)) for r in batched(row)))
                for row in rows
            )
        )
    except Malformed:
        reached["stakes refused"] += 1
        return
    reached["stakes answered"] += 1
    if isinstance(found, NoGain):
        assert math.isfinite(found.net)
        return
    nets = (*found.shared.values(), *found.fixed.values())
    assert all(math.isfinite(x) for net in nets for x in net)
    assert all(0 < p.amount < math.inf for paid in found.payments.values() for p in paid)


@given(st.lists(st.lists(wild | st.floats(0, 1), min_size=1, max_size=3).map(tuple), max_size=4))
@settings(max_examples=200, derandomize=True)
def counted(rows: list[tuple[float, ...]]) -> None:
    try:
        found = ledger(rows)
    except Malformed:
        reached["shares refused"] += 1
        return
    reached["shares counted"] += 1
    assert all(math.isfinite(x) for row in (*found.balance, found.carried) for x in row)


@given(st.data(), st.lists(st.integers(1, 3), min_size=1, max_size=3).map(tuple))
@settings(max_examples=300, derandomize=True)
def taught(data: st.DataObject, options: tuple[int, ...]) -> None:
    answers = data.draw(said(options))
    offered = st.tuples(*(st.integers(0, n - 1) for n in options)) | packages
    reply = Reply(
        offers=tuple(data.draw(st.lists(offered, max_size=2))),
        today=data.draw(st.none() | offered),
        signable=frozenset(data.draw(st.lists(small, max_size=1))),
        why=data.draw(st.none() | st.sampled_from(Why)),
        term=data.draw(st.none() | small),
    )
    try:
        found = learned(answers, reply)
    except Malformed:
        reached["reply refused"] += 1
        return
    reached["reply taught"] += 1
    assert set(found.compared) >= set(answers.compared)
    assert found.never >= answers.never


def test_what_one_side_is_told_and_taught_is_a_number_or_a_typed_refusal() -> None:
    for fuzzed in (swapped_and_limited, shared, counted, taught):
        fuzzed()
    ends = ("side", "stakes", "shares", "reply")
    assert min(n for end, n in reached.items() if end.startswith(ends)) > 10, reached
    assert sum(end.startswith(ends) for end in reached) == 2 * len(ends)
