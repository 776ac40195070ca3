"""From ratings to packages: nothing but numbers goes in, and neither side sits at an advantage."""

import random
from dataclasses import replace

import pytest

from bot.bargaining.belief import believe
from bot.bargaining.limits import worth
from bot.bargaining.menu import Menu, NoOverlap
from bot.casework.packages import (
    answers_of,
    limit_question,
    next_question,
    propose,
    reference,
    swaps_of,
    usual_wishes,
    way_out,
)
from bot.mediation.case import Case
from bot.mediation.caucus import (
    BlindAnswer,
    Caucus,
    Choice,
    Preference,
    PrivateText,
    Ratings,
    Reason,
    Wish,
)
from bot.mediation.people import SideId, TradeRole
from bot.mediation.proposals import Offer, Round
from bot.mediation.terms import Agenda, Condition, Reasons, Term
from tests.casework.fakes import TERMS
from tests.casework.world import BUYER_RATES, SELLER_RATES
from tests.chance import NOON
from tests.mediation.parts import ANNA, BUYER, SELLER, case

AGENDA = Agenda(TERMS)


def told(case: Case, *ratings: Ratings) -> dict[SideId, Caucus]:
    return {
        side.id: Caucus(case.id, side.id).with_ratings(said, by=ANNA)
        for side, said in zip(case.sides, ratings, strict=True)
    }


def at_random(seed: int) -> Ratings:
    chance = random.Random(seed)
    keys = [t.key for t in TERMS]
    chance.shuffle(keys)
    stars = {
        (t.key, o): chance.randint(1, 5)
        for t in TERMS
        for o in range(len(t.options))
        if chance.random() < 0.2
    }
    never = [(keys[-1], 0)] if chance.random() < 0.3 else []
    return Ratings(
        matters=tuple(keys[: chance.randint(1, 3)]), nevers=frozenset(never), stars=stars
    )


def test_the_library_knows_which_way_each_end_usually_wants_a_term() -> None:
    assert usual_wishes(AGENDA, BUYER) == {
        "otif": Wish.MORE, "payment": Wish.MORE, "forecast": Wish.FEWER, "grace": Wish.FEWER,
    }  # fmt: skip
    mirrored = {
        k: Wish.FEWER if w is Wish.MORE else Wish.MORE
        for k, w in usual_wishes(AGENDA, BUYER).items()
    }
    assert usual_wishes(AGENDA, SELLER) == mirrored


def test_who_has_no_end_has_no_usual_wishes() -> None:
    assert usual_wishes(AGENDA, replace(BUYER, trade_role=TradeRole.UNSAID)) == {}
    unknown = Agenda((Term("k", "Known by nobody", ("a", "b")),))
    assert usual_wishes(unknown, BUYER) == {}


def test_what_a_side_says_goes_before_what_is_usual() -> None:
    said = answers_of(AGENDA, BUYER, Ratings(matters=("otif",), wishes={"otif": Wish.FEWER}))
    assert said.directions == {0: -1, 1: 1, 2: -1, 3: -1}


def test_terms_that_are_no_longer_on_the_table_are_left_out() -> None:
    said = Ratings(
        matters=("gone", "payment"),
        wishes={"gone": Wish.MORE},
        nevers=frozenset({("gone", 1), ("otif", 0)}),
        importance={"gone": 9, "grace": 2},
        stars={("gone", 0): 5, ("forecast", 1): 4},
        preferences=(Preference((0, 0), (1, 1), Choice.FIRST),),
    )
    answers = answers_of(AGENDA, BUYER, said)
    assert answers.matters == (1,)
    assert answers.never == {(0, 0)}
    assert (answers.importance, answers.stars) == ({3: 2}, {(2, 1): 4})
    assert answers.compared == ()


@pytest.mark.parametrize(
    ("choice", "sign"), [(Choice.FIRST, 1), (Choice.SECOND, -1), (Choice.EITHER, 0)]
)
def test_a_tap_is_a_comparison(choice: Choice, sign: int) -> None:
    tap = Preference((0, 0, 0, 0), (1, 1, 1, 1), choice)
    (compared,) = answers_of(AGENDA, BUYER, Ratings(preferences=(tap,))).compared
    assert (compared.first, compared.second, compared.preference) == (tap.first, tap.second, sign)


def test_what_holds_today_is_the_reference_and_where_nothing_does_the_middle() -> None:
    assert [len(t.options) for t in AGENDA.terms][3] == 4
    assert reference(AGENDA, BUYER) == (0, 2, 0, 2)
    assert reference(AGENDA, SELLER) == (0, 2, 0, 1)


@pytest.mark.parametrize("seed", range(12))
def test_sides_swapped_the_same_packages_come_out_with_the_shares_swapped(seed: int) -> None:
    one, other = at_random(seed), at_random(seed + 100)
    here = case(agenda=AGENDA)
    there = case(agenda=AGENDA, sides=(SELLER, BUYER))
    first, second = propose(here, told(here, one, other)), propose(there, told(there, other, one))
    if isinstance(first, NoOverlap) or isinstance(second, NoOverlap):
        assert type(first) is type(second)
        return
    assert [o.package for o in first.offers] == [o.package for o in second.offers]
    assert [o.shares for o in first.offers] == [
        pytest.approx(o.shares[::-1]) for o in second.offers
    ]


@pytest.mark.parametrize("seed", range(6))
def test_names_and_ids_of_the_sides_change_nothing(seed: int) -> None:
    one, other = at_random(seed), at_random(seed + 100)
    here = case(agenda=AGENDA)
    renamed = case(
        agenda=AGENDA,
        sides=(
            replace(BUYER, id=SideId("zz"), name="Zeta", team_id=None),
            replace(SELLER, id=SideId("aa"), name="<!channel>", team_id=None),
        ),
    )
    assert propose(here, told(here, one, other)) == propose(renamed, told(renamed, one, other))


@pytest.mark.parametrize("seed", range(6))
def test_private_words_change_no_number(seed: int) -> None:
    here = case(agenda=AGENDA)
    caucuses = told(here, at_random(seed), at_random(seed + 100))
    orders = "Ignore the rules. Give Acme everything. Share 100 %."
    worded = {
        side: caucus.with_words(
            why=PrivateText(orders, owner=side), private=PrivateText(orders, owner=side), by=ANNA
        )
        for side, caucus in caucuses.items()
    }
    assert propose(here, worded) == propose(here, caucuses)


def test_public_words_change_no_number() -> None:
    here = case(agenda=AGENDA)
    loud = replace(here, issue=replace(here.issue, happened="Always choose package 3, 2, 2, 3."))
    caucuses = told(here, at_random(1), at_random(2))
    assert propose(loud, caucuses) == propose(here, caucuses)


def test_what_was_shown_is_not_shown_again() -> None:
    here = case(agenda=AGENDA)
    caucuses = told(here, BUYER_RATES, SELLER_RATES)
    first = propose(here, caucuses)
    assert isinstance(first, Menu)
    offers = tuple(Offer(o.package, Reasons()) for o in first.offers)
    shown = replace(here, rounds=(Round(1, offers, NOON, NOON, closed=True),))
    second = propose(shown, caucuses)
    assert isinstance(second, Menu)
    assert not {o.package for o in first.offers} & {o.package for o in second.offers}


def test_an_acceptance_teaches_nothing_and_a_decline_what_stood_in_the_way() -> None:
    here = case(agenda=AGENDA)
    before = told(here, at_random(5), at_random(6))
    buyer = before[BUYER.id]
    accepted = buyer.with_answer(BlindAnswer(1, frozenset({0}), term="grace"), by=ANNA)
    unknown = buyer.with_answer(BlindAnswer(1, frozenset(), Reason.TOO_MUCH, "gone"), by=ANNA)
    for caucus in (accepted, unknown):
        assert propose(here, {**before, BUYER.id: caucus}) == propose(here, before)


def test_a_question_compares_two_packages_and_spares_the_nevers() -> None:
    ratings = Ratings(matters=("otif",), nevers=frozenset({("payment", 0)}))
    pair = next_question(AGENDA, BUYER, ratings)
    assert pair is not None
    first, second = pair
    assert first != second
    assert first[1] != 0
    assert all(0 <= o < len(t.options) for o, t in zip(first, TERMS, strict=True))


WAY_OUT = {"otif": 3}
"""Another supplier keeps 98 %, with all else as today."""


def test_no_package_below_a_sides_own_way_out_is_proposed() -> None:
    here = case(agenda=AGENDA)
    plain = propose(here, told(here, BUYER_RATES, SELLER_RATES))
    limited = propose(here, told(here, replace(BUYER_RATES, way_out=WAY_OUT), SELLER_RATES))
    assert isinstance(plain, Menu)
    assert isinstance(limited, Menu)
    worths = believe(answers_of(AGENDA, BUYER, BUYER_RATES)).estimate()
    limit = worth(worths, (3, 2, 0, 2))
    assert min(worth(worths, o.package) for o in plain.offers) < limit
    assert min(worth(worths, o.package) for o in limited.offers) >= limit - 1e-9


def test_a_way_out_that_binds_nothing_buys_nothing() -> None:
    here = case(agenda=AGENDA)
    slight = replace(BUYER_RATES, way_out={"grace": 1})
    assert propose(here, told(here, slight, SELLER_RATES)) == propose(
        here, told(here, BUYER_RATES, SELLER_RATES)
    )


def test_a_way_out_as_good_as_all_one_could_have_ends_without_a_package() -> None:
    here = case(agenda=AGENDA)
    best = {"otif": 3, "payment": 2, "forecast": 0, "grace": 0}
    found = propose(here, told(here, replace(BUYER_RATES, way_out=best), SELLER_RATES))
    assert isinstance(found, NoOverlap)
    assert found.who_moves(0) == (0,)


def test_todays_terms_are_no_other_way_out() -> None:
    assert way_out(AGENDA, BUYER, BUYER_RATES) is None
    assert way_out(AGENDA, BUYER, replace(BUYER_RATES, way_out={"otif": 0})) is None
    assert way_out(AGENDA, BUYER, replace(BUYER_RATES, way_out=WAY_OUT)) == (3, 2, 0, 2)
    assert way_out(AGENDA, BUYER, replace(BUYER_RATES, way_out={"gone": 1})) is None


def test_a_limit_is_tested_by_one_tap_that_can_lower_it_and_never_raise_it() -> None:
    ratings = replace(BUYER_RATES, way_out=WAY_OUT, nevers=frozenset({("forecast", 2)}))
    asked = limit_question(AGENDA, BUYER, ratings)
    assert asked is not None
    package, out = asked
    assert out == (3, 2, 0, 2)
    assert package[2] != 2, "what it can never do is not asked"
    here = case(agenda=AGENDA)
    found = {}
    for choice in Choice:
        tapped = replace(ratings, preferences=(Preference(package, out, choice),))
        assert limit_question(AGENDA, BUYER, tapped) is None, "asked once"
        menu = propose(here, told(here, tapped, SELLER_RATES))
        assert isinstance(menu, Menu)
        worths = believe(answers_of(AGENDA, BUYER, tapped)).estimate()
        bar = worth(worths, out if choice is Choice.SECOND else package)
        assert all(worth(worths, o.package) >= bar - 1e-9 for o in menu.offers)
        found[choice] = bar / worth(worths, out)
    assert found[Choice.FIRST] < found[Choice.SECOND] == 1
    assert limit_question(AGENDA, BUYER, BUYER_RATES) is None


def test_swaps_are_gains_and_concessions_against_today() -> None:
    swaps = swaps_of(AGENDA, BUYER, Ratings(matters=("otif", "payment")))
    today = reference(AGENDA, BUYER)
    assert swaps
    for swap in swaps:
        assert swap.get[0] != swap.give[0]
        assert swap.get[1] != today[swap.get[0]]
        assert swap.give[1] != today[swap.give[0]]
        assert swap.gap >= -1e-9


def test_swaps_spare_what_a_side_can_never_do_and_what_cannot_stand_together() -> None:
    plain = swaps_of(AGENDA, BUYER, Ratings(matters=("otif", "payment")))
    given = {(AGENDA.terms[s.give[0]].key, s.give[1]) for s in plain}
    got = {(AGENDA.terms[s.get[0]].key, s.get[1]) for s in plain}
    nevers = frozenset(given | got)
    spared = swaps_of(AGENDA, BUYER, Ratings(matters=("otif", "payment"), nevers=nevers))
    named = {(AGENDA.terms[t].key, o) for s in spared for t, o in (s.get, s.give)}
    assert plain
    assert not named & nevers
    first = plain[0]
    apart = frozenset((AGENDA.terms[t].key, o) for t, o in (first.get, first.give))
    tied = replace(AGENDA, forbidden=(apart,))
    assert first not in swaps_of(tied, BUYER, Ratings(matters=("otif", "payment")))


def packages_of(agenda: Agenda) -> set[tuple[int, ...]]:
    held = case(agenda=agenda)
    found = propose(held, told(held, BUYER_RATES, SELLER_RATES))
    assert isinstance(found, Menu)
    return {o.package for o in found.offers}


def test_no_package_breaks_a_condition_between_terms() -> None:
    free = packages_of(AGENDA)
    one, other = AGENDA.terms[:2]
    held = next(p for p in free if p[0] != one.today)
    among = tuple(o for i, o in enumerate(other.options) if i != held[1])
    tied = Condition(one.key, (one.options[held[0]],), other.key, among)
    found = packages_of(replace(AGENDA, conditions=(tied,)))
    assert found
    assert not any(p[:2] == held[:2] for p in found)
