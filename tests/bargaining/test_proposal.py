"""The whole way, from what is believed about every side to a menu."""

import random
from collections import Counter

import numpy as np
import pytest

from bot.bargaining.answers import Answers
from bot.bargaining.belief import Belief, believe
from bot.bargaining.fairness import Rule, fair
from bot.bargaining.menu import Lead, Menu, NoOverlap, propose_menu
from bot.bargaining.problem import Malformed, Problem, Worths
from bot.bargaining.proposal import HOPE, problem_of, propose
from bot.bargaining.question import next_question
from tests.bargaining import oracle

BUYER = Answers((4, 3, 4), matters=(0, 1), directions={0: 1, 1: -1, 2: 1})
SELLER = Answers((4, 3, 4), matters=(2, 0), directions={0: -1, 1: 1, 2: -1})
TODAY = (1, 1, 1)


def certain(worths: Worths, no_deal: float) -> Belief:
    """A belief without any doubt."""
    row = np.array([[u for term in worths for u in term]])
    shape = tuple(len(term) for term in worths)
    starts = tuple(int(s) for s in np.cumsum([0, *shape[:-1]]))
    return Belief(shape, row, np.ones(1), starts, no_deal=no_deal)


def menu_of(*beliefs: Belief, **how: object) -> Menu:
    found = propose(beliefs, **how)  # type: ignore[arg-type]  # one way to pass any of its options
    assert isinstance(found, Menu)
    return found


def test_what_is_certain_is_solved_as_it_stands() -> None:
    menus = 0
    for seed in range(150):
        problem = oracle.random_problem(seed)
        plain = Problem(problem.worths, problem.disagreement, forbidden=problem.forbidden)
        sides = [certain(w, d) for w, d in zip(plain.worths, plain.disagreement, strict=True)]
        found = propose(tuple(sides), forbidden=plain.forbidden)
        exact = propose_menu(plain)
        assert type(found) is type(exact), seed
        if isinstance(found, Menu) and isinstance(exact, Menu):
            gains = [
                np.prod(np.array(m.offers[0].worths) - np.array(plain.disagreement))
                for m in (found, exact)
            ]
            assert gains[0] == pytest.approx(gains[1], abs=1e-9), seed
            menus += 1
    assert menus > 80


def test_a_menu_leaves_each_side_above_todays_terms_as_far_as_is_known() -> None:
    beliefs = (believe(BUYER), believe(SELLER))
    menu = menu_of(*beliefs, references=(TODAY, TODAY))
    problem = problem_of(beliefs, (TODAY, TODAY))
    assert len(menu.offers) == 3
    for offer in menu.offers:
        worths = zip(offer.worths, problem.disagreement, strict=True)
        assert all(worth >= nothing - 1e-9 for worth, nothing in worths)


def test_each_side_gets_more_of_what_it_says_matters_most() -> None:
    (first, *_) = menu_of(believe(BUYER), believe(SELLER)).offers
    assert first.package[0] >= 2
    assert first.package[2] <= 1


def test_sides_swapped_the_packages_stay_and_the_shares_swap() -> None:
    here = menu_of(believe(BUYER), believe(SELLER), references=(TODAY, TODAY))
    there = menu_of(believe(SELLER), believe(BUYER), references=(TODAY, TODAY))
    assert [o.package for o in here.offers] == [o.package for o in there.offers]
    for one, other in zip(here.offers, there.offers, strict=True):
        assert one.shares == pytest.approx(other.shares[::-1])


def test_what_was_declined_ruled_out_or_forbidden_is_not_proposed() -> None:
    free = [o.package for o in menu_of(believe(BUYER), believe(SELLER)).offers]
    never = frozenset({(1, free[0][1])})
    marked = Answers(BUYER.options, matters=BUYER.matters, directions=BUYER.directions, never=never)
    held = menu_of(believe(marked), believe(SELLER))
    assert all(o.package[1] != free[0][1] for o in held.offers)
    again = menu_of(believe(BUYER), believe(SELLER), declined=frozenset(free))
    assert not {o.package for o in again.offers} & set(free)
    pair = frozenset(list(enumerate(free[0]))[:2])
    tied = menu_of(believe(BUYER), believe(SELLER), forbidden=(pair,))
    assert all(not pair <= set(enumerate(o.package)) for o in tied.offers)


def test_where_nothing_was_said_nobody_is_told_to_gain() -> None:
    silent = believe(Answers((3, 3, 3)))
    menu = menu_of(silent, silent, references=(TODAY, TODAY))
    assert [o.package for o in menu.offers] == [TODAY]
    assert not menu.offers[0].betters_all


def test_what_is_worth_the_same_to_everybody_stays_as_it_is_today() -> None:
    """The last term is one that nobody said anything about."""
    for today in ((1, 1, 0), (1, 1, 1), (1, 1, 2)):
        one = Answers((3, 3, 3), matters=(0, 1), directions={0: 1, 1: 1})
        other = Answers((3, 3, 3), matters=(1, 0), directions={0: -1, 1: -1})
        menu = menu_of(believe(one), believe(other), references=(today, today))
        assert menu.offers[0].betters_all
        assert {o.package[2] for o in menu.offers} == {today[2]}
        pair = frozenset({(0, menu.offers[0].package[0]), (2, today[2])})
        tied = menu_of(believe(one), believe(other), references=(today, today), forbidden=(pair,))
        assert all(not pair <= set(enumerate(o.package)) for o in tied.offers)


@pytest.mark.parametrize("today", [(1, 1), (1, 1, 4), (1, -1, 1)])
def test_what_holds_today_is_a_package_on_the_table_or_is_refused(today: tuple[int, ...]) -> None:
    with pytest.raises(Malformed, match=r"references\[1\]"):
        propose((believe(BUYER), believe(SELLER)), (TODAY, today))
    with pytest.raises(Malformed, match="today"):
        next_question(believe(BUYER), today=today)


def test_one_reference_a_side_is_needed_or_none_at_all() -> None:
    with pytest.raises(Malformed, match="one a side"):
        propose((believe(BUYER), believe(SELLER)), (TODAY,))


def test_other_rules_are_followed_and_named() -> None:
    menu = menu_of(believe(BUYER), believe(SELLER), rule=Rule.EGALITARIAN)
    assert Rule.EGALITARIAN in menu.offers[0].rules


class TestHope:
    """A pie of 1 cut in ten, of which 0.6 is wanted by one side and some by the other."""

    pie: Worths = (tuple(k / 10 for k in range(11)),)
    rest: Worths = (tuple(1 - k / 10 for k in range(11)),)

    def doubtful(self, low: float, high: float) -> Belief:
        """Worth what it seems to be, times something between."""
        times = np.linspace(low, high, 200)[:, None]
        row = np.array([list(self.rest[0])])
        return Belief((11,), times * row, np.full(200, 1 / 200), (0,), no_deal=0.45)

    def test_no_overlap_is_said_where_it_is_certain(self) -> None:
        found = propose((certain(self.pie, 0.6), certain(self.rest, 0.45)))
        assert isinstance(found, NoOverlap)

    def test_a_package_with_a_fair_chance_is_put_forward(self) -> None:
        found = propose((certain(self.pie, 0.6), self.doubtful(0.8, 1.3)))
        assert isinstance(found, Menu)
        assert found.offers[0].package == (6,)

    def test_one_with_hardly_any_chance_is_not(self) -> None:
        found = propose((certain(self.pie, 0.6), self.doubtful(0.6, 1.14)))
        assert isinstance(found, NoOverlap)
        assert HOPE > 0.02


def test_terms_in_another_order_change_nobodys_share() -> None:
    """The whole way: the same points from both sides, opposite stars, terms turned round."""
    tied = 0
    for points in ((2, 8), (5, 10), (8, 8), (2, 5, 10), (10, 5, 5, 2)):
        menus = [menu_of(*_opposite(order)) for order in (points, points[::-1])]
        here, there = ([offer.shares for offer in menu.offers] for menu in menus)
        assert there[0] == pytest.approx(here[0])
        tied += abs(here[0][0] - here[0][1]) > 0.1
        assert len(menus[1].offers) == len(menus[0].offers)
    assert tied


def _opposite(points: tuple[int, ...]) -> tuple[Belief, Belief]:
    importance = dict(enumerate(points))
    more = {(t, o): 1 + 4 * o for t in importance for o in range(2)}
    less = {(t, o): 5 - 4 * o for t in importance for o in range(2)}
    shape = (2,) * len(points)
    return (
        believe(Answers(shape, importance=importance, stars=more)),
        believe(Answers(shape, importance=importance, stars=less)),
    )


def test_a_menu_claims_a_rule_only_where_the_estimates_satisfy_it() -> None:
    leads: Counter[Lead] = Counter()
    for seed in range(40):
        rng = random.Random(seed)
        shape = tuple(rng.choice([2, 3, 4]) for _ in range(4))
        beliefs = tuple(
            believe(Answers(shape, tuple(rng.sample(range(4), 3)), dict.fromkeys(range(4), way)))
            for way in (1, -1)
        )
        today = tuple(rng.randrange(n) for n in shape)
        found = propose(beliefs, (today, today), declined={today})
        if not isinstance(found, Menu):
            continue
        exact = fair(problem_of(beliefs, (today, today)))
        is_nash = exact is not None and found.offers[0].package == exact.package
        assert (found.lead is Lead.FAIR) == is_nash or today == (exact and exact.package)
        assert (Rule.NASH in found.offers[0].rules) == is_nash
        leads[found.lead] += 1
    assert leads[Lead.FAIR] > 5
    assert leads[Lead.EXPECTED] > 1
