"""Stored JSON gives back exactly the value that went in, and tells nothing when it cannot."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.mediation.agreement import Agreement, Commitment
from bot.mediation.case import Case
from bot.mediation.caucus import BlindAnswer, Caucus, PrivateLine, PrivateText, Ratings, Wish
from bot.mediation.clarification import Clarification
from bot.mediation.issues import Issue, Message
from bot.mediation.people import Consent, Membership, Partnership, Person, PersonId, Side, SideId
from bot.mediation.proposals import Round
from bot.mediation.statements import CommonStatement, Statement
from bot.mediation.terms import Agenda, Reasons, Term
from storage.codec import Undecodable, decode, encode
from tests.storage.values import values

PUBLIC = (
    Agenda,
    Agreement,
    Case,
    Clarification,
    CommonStatement,
    Consent,
    Issue,
    Membership,
    Message,
    Partnership,
    Person,
    Ratings,
    Reasons,
    Round,
    Side,
    Statement,
    Term,
)
PRIVATE = (BlindAnswer, Caucus, PrivateLine, PrivateText)
CANARY = "we would even accept 91 percent"


@pytest.mark.parametrize("kind", PUBLIC, ids=lambda k: k.__name__)
@settings(max_examples=15)
@given(data=st.data())
def test_every_public_value_comes_back_as_it_went_in(kind: type, data: st.DataObject) -> None:
    value = data.draw(values(kind))
    stored = json.loads(json.dumps(encode(value)))
    assert decode(kind, stored) == value


@pytest.mark.parametrize("kind", PRIVATE, ids=lambda k: k.__name__)
@settings(max_examples=15)
@given(data=st.data())
def test_every_private_value_comes_back_through_encrypted_json(
    kind: type, data: st.DataObject
) -> None:
    value = data.draw(values(kind))
    stored = json.loads(json.dumps(encode(value, encrypted=True)))
    assert decode(kind, stored) == value


@given(value=values(Case))
@settings(max_examples=15)
def test_the_same_case_is_stored_in_the_same_way_every_time(value: Case) -> None:
    once = json.dumps(encode(value))
    again = json.dumps(encode(decode(Case, json.loads(once))))
    assert once == again


def test_private_text_is_refused_where_the_column_is_not_encrypted() -> None:
    told = Caucus("c1", SideId("a"), private=PrivateText(CANARY, owner=SideId("a")))
    with pytest.raises(TypeError, match="encrypted columns only") as refused:
        encode(told)
    assert CANARY not in str(refused.value)


def test_a_private_remark_deep_inside_is_refused_too() -> None:
    remark = PrivateText(CANARY, owner=SideId("a"))
    answer = BlindAnswer(1, frozenset(), remark=remark)
    with pytest.raises(TypeError, match="encrypted columns only"):
        encode(Caucus("c1", SideId("a"), answers=(answer,)))


def test_what_is_not_a_domain_value_has_no_stored_form() -> None:
    for strange in (object(), {1, 2}, [1, 2], b"bytes", Side):
        with pytest.raises(TypeError, match="no stored form"):
            encode(strange)


def test_a_set_is_stored_in_one_order_whatever_the_order_it_was_made_in() -> None:
    assert encode(frozenset(["b", "a", "c"])) == encode(frozenset(["c", "b", "a"]))


def test_a_moment_keeps_its_time_zone() -> None:
    moment = datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=2)))
    assert decode(datetime, encode(moment)) == moment
    assert decode(datetime, encode(moment)).utcoffset() == timedelta(hours=2)


def test_a_date_stays_a_date_and_a_moment_a_moment() -> None:
    commitment = Commitment("k", SideId("a"), "what", date(2026, 5, 1), "measure", PersonId("U1"))
    done = commitment.done(by=PersonId("U1"), now=datetime(2026, 4, 1, tzinfo=UTC))
    back = decode(Commitment, encode(done))
    assert type(back.due) is date
    assert type(back.done_at) is datetime


def test_an_unknown_field_is_refused_and_named() -> None:
    stored = encode(Side(SideId("a"), "Acme")) | {"colour": "blue"}
    with pytest.raises(Undecodable, match="Side: unknown colour"):
        decode(Side, stored)


def test_a_missing_field_without_a_default_is_refused() -> None:
    stored = encode(Side(SideId("a"), "Acme"))
    del stored["name"]
    with pytest.raises(Undecodable, match="Side"):
        decode(Side, stored)


def test_a_missing_field_with_a_default_gets_it_so_that_old_rows_stay_readable() -> None:
    stored = encode(Side(SideId("a"), "Acme"))
    del stored["trade_role"]
    assert decode(Side, stored) == Side(SideId("a"), "Acme")


@dataclass(frozen=True, slots=True)
class _Pair:
    both: tuple[int, str]


def test_a_pair_has_to_be_a_pair() -> None:
    assert decode(_Pair, {"both": [1, "x"]}) == _Pair((1, "x"))
    with pytest.raises(Undecodable, match="3 items, not 2"):
        decode(_Pair, {"both": [1, "x", 2]})


@pytest.mark.parametrize(
    "stored",
    [
        None,
        "text",
        ["list"],
        {"case_id": 5, "side": "a"},
        {"case_id": "c", "side": "a", "answers": "none"},
        {"case_id": "c", "side": "a", "why": "open text"},
        {"case_id": "c", "side": "a", "why": {"text": "no owner"}},
        {"case_id": "c", "side": "a", "why": {"text": 5, "owner": "a"}},
        {"case_id": "c", "side": "a", "revision": True},
        {"case_id": "c", "side": "a", "ratings": {"wishes": [["price"]]}},
        {"case_id": "c", "side": "a", "ratings": {"wishes": [["price", "sideways"]]}},
        {"case_id": "c", "side": "a", "ratings": {"nevers": [["price", 1, 2]]}},
        {"case_id": "c", "side": "a", "ratings": {"wishes": 3}},
    ],
)
def test_a_shape_that_does_not_fit_is_refused_with_one_kind_of_fault(stored: object) -> None:
    with pytest.raises(Undecodable, match="Caucus"):
        decode(Caucus, stored)


def test_an_agenda_that_breaks_its_own_rules_is_refused_as_stored_text() -> None:
    with pytest.raises(Undecodable, match="Agenda"):
        decode(Agenda, {"terms": []})


def test_a_fault_never_repeats_what_was_stored() -> None:
    broken: list[object] = [
        {"case_id": "c", "side": "a", "why": {"text": CANARY, "owner": 7}},
        {"case_id": "c", "side": "a", "why": CANARY},
        {"case_id": "c", "side": "a", "revision": CANARY},
        {"case_id": "c", "side": "a", "ratings": {"wishes": [[CANARY, CANARY]]}},
        {"case_id": "c", "side": "a", "answers": [{"round": 1, "reason": CANARY}]},
    ]
    for stored in broken:
        with pytest.raises(Undecodable) as fault:
            decode(Caucus, stored)
        shown = f"{fault.value!r} {fault.value.__cause__!r} {fault.value.__context__!r}"
        assert CANARY not in shown


def test_a_wish_keyed_by_a_term_comes_back_as_a_mapping() -> None:
    ratings = Ratings(wishes={"price": Wish.FEWER}, stars={("price", 2): 5})
    assert decode(Ratings, json.loads(json.dumps(encode(ratings)))) == ratings
