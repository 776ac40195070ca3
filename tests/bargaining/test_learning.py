"""What an answer to a menu teaches about the side that gave it."""

from dataclasses import replace

import pytest

from bot.bargaining.answers import Answers, Compared
from bot.bargaining.belief import believe
from bot.bargaining.learning import Reply, Why, learned

SAID = Answers((3, 3, 3), matters=(0, 1), directions={0: 1, 1: 1, 2: 1})
MENU = ((2, 0, 0), (0, 1, 2), (1, 2, 0))
TODAY = (1, 0, 1)


def replied(why: Why | None, term: int | None = None, *signable: int) -> Answers:
    return learned(SAID, Reply(MENU, TODAY, frozenset(signable), why, term))


def test_an_offer_that_could_be_signed_is_worth_more_than_no_deal() -> None:
    after = replied(None, None, 1, 2)
    assert after.compared == (Compared(MENU[1], TODAY, 1), Compared(MENU[2], TODAY, 1))


@pytest.mark.parametrize("why", [Why.TOO_MUCH, Why.TOO_LITTLE])
def test_a_decline_says_that_no_offer_is(why: Why) -> None:
    after = replied(why)
    assert after.compared == tuple(Compared(p, TODAY, -1) for p in MENU)
    before = believe(SAID)
    assert all(
        believe(after).chances @ believe(after).gap(p, TODAY)
        <= before.chances @ before.gap(p, TODAY) + 1e-9
        for p in MENU
    )


def test_a_term_in_the_way_comes_first_or_gains_points() -> None:
    assert replied(Why.TOO_MUCH, 2).ranking == ((2,), (0,), (1,))
    rated = replace(SAID, matters=(), importance={0: 10, 1: 9, 2: 3})
    after = learned(rated, Reply(MENU, TODAY, why=Why.TOO_LITTLE, term=2))
    assert after.importance == {0: 10, 1: 9, 2: 5}
    most = learned(rated, Reply(MENU, TODAY, why=Why.TOO_LITTLE, term=1))
    assert most.importance[1] == 10


def test_a_value_that_cannot_be_becomes_a_never_of_all_that_were_offered() -> None:
    menu = ((2, 0, 0), (2, 1, 0))
    after = learned(SAID, Reply(menu, TODAY, why=Why.NEVER, term=0))
    assert after.never == {(0, 2)}
    assert after.compared == ()


def test_a_term_always_keeps_an_option() -> None:
    after = learned(SAID, Reply(MENU, TODAY, why=Why.NEVER, term=0))
    assert after.never == frozenset()
    assert after.ranking[0] == (0,)


def test_a_missing_term_and_a_bare_decline_teach_nothing_about_those_there() -> None:
    assert replied(Why.MISSING) == SAID
    assert replied(None) == SAID


def test_todays_terms_are_not_compared_with_themselves() -> None:
    after = learned(SAID, Reply((TODAY, MENU[0]), TODAY, why=Why.TOO_LITTLE))
    assert after.compared == (Compared(MENU[0], TODAY, -1),)


def test_the_same_reply_teaches_once() -> None:
    once = replied(Why.TOO_LITTLE)
    assert learned(once, Reply(MENU, TODAY, why=Why.TOO_LITTLE)) == once


def test_nothing_said_before_is_taken_back() -> None:
    tapped = replace(SAID, compared=(Compared(MENU[0], TODAY, 1),), never=frozenset({(2, 2)}))
    after = learned(tapped, Reply(MENU, TODAY, why=Why.TOO_LITTLE, term=1))
    assert set(tapped.compared) <= set(after.compared)
    assert tapped.never <= after.never
    assert after.directions == tapped.directions
