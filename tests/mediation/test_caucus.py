"""What one side tells in private shows itself nowhere by accident."""

import copy
import json
import logging
import pickle
from dataclasses import asdict, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mediation.caucus import (
    MOST_CHANGES,
    BlindAnswer,
    Caucus,
    Change,
    Choice,
    Preference,
    PrivateLine,
    PrivateText,
    Ratings,
    Reason,
    Told,
    Wish,
)
from tests.mediation.parts import ANNA, BEN, BUYER, NOW, SELLER

CANARY = "we would take 91 percent"
TEXT = PrivateText(CANARY, owner=BUYER.id)
FULL = Caucus(
    case_id="c1",
    side=BUYER.id,
    why=TEXT,
    private=TEXT,
    ratings=Ratings(
        matters=("canary-term",),
        wishes={"canary-term": Wish.FEWER},
        nevers=frozenset({("canary-term", 3)}),
        importance={"canary-term": 9},
        stars={("canary-term", 1): 5},
        preferences=(Preference((1, 2), (2, 1), Choice.SECOND),),
    ),
    answers=(
        BlindAnswer(1, frozenset({2}), remark=TEXT),
        BlindAnswer(2, frozenset(), Reason.NEVER),
    ),
)
LINE = PrivateLine("k1", BUYER.id, ANNA, TEXT, NOW)


@pytest.mark.parametrize("value", [TEXT, FULL, FULL.ratings, *FULL.answers, LINE])
def test_it_prints_as_nothing_but_its_type(value: object) -> None:
    printed = [
        repr(value),
        str(value),
        f"{value}",
        f"{value!r:>5}",
        format(value, ""),
        f"{[value]}",
    ]
    for text in printed:
        assert CANARY not in text
        assert "canary" not in text
        assert "never" not in text
        assert "frozenset" not in text
        assert type(value).__name__ in text


def test_a_log_line_and_a_traceback_hold_none_of_it(caplog: pytest.LogCaptureFixture) -> None:
    fault = ValueError(TEXT, FULL)
    logging.getLogger("x").error("%s %r", TEXT, FULL, exc_info=fault)
    assert "PrivateText" in caplog.text
    assert CANARY not in caplog.text
    assert "canary" not in caplog.text


@pytest.mark.parametrize("way", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps])
def test_it_leaves_by_no_side_door(way: object) -> None:
    assert callable(way)
    with pytest.raises(TypeError) as refused:
        way(TEXT)
    assert CANARY not in str(refused.value)


def test_a_caucus_is_not_taken_apart_into_a_dictionary() -> None:
    with pytest.raises(TypeError):
        asdict(FULL)


def test_it_has_no_public_attribute_with_its_words() -> None:
    public = {name: getattr(TEXT, name) for name in dir(TEXT) if not name.startswith("_")}
    assert public == {"owner": BUYER.id}
    assert not hasattr(TEXT, "__dict__")


def test_its_owner_stays_its_owner() -> None:
    with pytest.raises(AttributeError):
        TEXT.owner = SELLER.id  # type: ignore[misc]


@given(st.text(), st.text())
def test_texts_are_equal_by_words_and_owner(one: str, other: str) -> None:
    mine, yours = PrivateText(one, owner=BUYER.id), PrivateText(other, owner=BUYER.id)
    assert (mine == yours) == (one == other)
    assert mine != PrivateText(one, owner=SELLER.id)
    assert mine != one
    assert hash(mine) == hash(PrivateText(one, owner=BUYER.id))


@pytest.mark.parametrize(("words", "says"), [("", False), (" \n\t", False), ("x", True)])
def test_an_empty_one_says_nothing(words: str, says: bool) -> None:
    assert bool(PrivateText(words, owner=BUYER.id)) is says


def test_every_change_counts_and_says_who_made_it() -> None:
    empty = Caucus("c1", BUYER.id)
    told = empty.with_words(why=TEXT, private=None, by=ANNA)
    rated = told.with_ratings(Ratings(matters=("price",)), by=BEN)
    answered = rated.with_answer(BlindAnswer(1, frozenset({0})), by=ANNA)
    assert [c.revision for c in (empty, told, rated, answered)] == [0, 1, 2, 3]
    assert [c.told_by for c in (empty, told, rated, answered)] == [None, ANNA, BEN, ANNA]
    assert (answered.why, answered.ratings) == (TEXT, Ratings(matters=("price",)))


def test_a_change_says_who_what_and_when_and_no_word_of_it() -> None:
    caucus = Caucus("c1", BUYER.id).with_words(why=TEXT, private=None, by=ANNA, at=NOW)
    for taps in range(3):
        at = NOW + timedelta(minutes=taps)
        caucus = caucus.with_ratings(Ratings(matters=("price",)), by=BEN, at=at)
    assert caucus.changes == (
        Change(ANNA, NOW, Told.STORY),
        Change(BEN, NOW + timedelta(minutes=2), Told.RATINGS),
    ), "one person's taps are one change"
    assert "price" not in repr(caucus.changes)


def test_the_oldest_changes_are_forgotten() -> None:
    caucus = Caucus("c1", BUYER.id)
    for n in range(30):
        by = (ANNA, BEN)[n % 2]
        caucus = caucus.with_answer(BlindAnswer(1, frozenset()), by=by, at=NOW + timedelta(days=n))
    assert len(caucus.changes) == MOST_CHANGES


def test_a_round_has_one_answer_the_last_one() -> None:
    caucus = Caucus("c1", BUYER.id)
    for answer in (
        BlindAnswer(1, frozenset({0})),
        BlindAnswer(2, frozenset({1})),
        BlindAnswer(1, frozenset()),
    ):
        caucus = caucus.with_answer(answer, by=ANNA)
    first, second, third = (caucus.answer_to(n) for n in (1, 2, 3))
    assert first is not None
    assert second is not None
    assert (first.could_sign, second.could_sign, third) == (frozenset(), frozenset({1}), None)
    assert len(caucus.answers) == 2


def test_words_told_anew_take_the_place_of_all_words() -> None:
    assert FULL.with_words(why=None, private=None, by=ANNA) == replace(
        FULL, why=None, private=None, told_by=ANNA, revision=1
    )
