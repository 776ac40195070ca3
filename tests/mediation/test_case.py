"""A case holds what everybody may read, and every change of it is a rule."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import get_type_hints

import pytest

from bot.mediation.case import Case
from bot.mediation.caucus import BlindAnswer, Caucus, Preference, PrivateLine, PrivateText, Ratings
from bot.mediation.clarification import Clarification
from bot.mediation.people import SideId
from bot.mediation.refusals import MovedOn, Outsider
from bot.mediation.stages import Stage
from tests.mediation.parts import (
    ANNA,
    BEN,
    BUYER,
    NOW,
    SELLER,
    STRANGER,
    case,
    common,
    menu,
    statement,
)

PRIVATE = {Caucus, PrivateText, Ratings, BlindAnswer, PrivateLine, Preference}


@pytest.mark.parametrize("public", [Case, Clarification])
def test_no_private_type_can_be_reached_from_it(public: type) -> None:
    reached, fresh = set(), {public}
    while fresh:
        kind = fresh.pop()
        reached.add(kind)
        if is_dataclass(kind):
            for hint in get_type_hints(kind).values():
                fresh |= _types_in(hint) - reached
    assert len(reached) > 8, "the search goes down into the parts"
    assert not reached & PRIVATE


def _types_in(hint: object) -> set[type]:
    inner = getattr(hint, "__args__", ())
    found = {hint} if isinstance(hint, type) else set()
    return found.union(*(_types_in(arg) for arg in inner))


def test_it_changes_by_being_made_anew() -> None:
    before = case()
    after = before.with_statement(statement())
    assert before.statements == ()
    assert after.statements == (statement(),)
    assert {f.name for f in fields(Case)} >= {"version", "stage", "sides"}


def test_its_sides_are_found_by_their_ids() -> None:
    assert case().side(SELLER.id) == SELLER
    assert case().side_ids == {BUYER.id, SELLER.id}


def test_a_side_has_one_account_the_last_one() -> None:
    told = case().with_statement(statement()).with_statement(statement(SELLER))
    again = told.with_statement(statement(happened="Better said."))
    assert again.statement_of(BUYER.id) == statement(happened="Better said.")
    assert len(again.statements) == 2
    assert case().statement_of(BUYER.id) is None


def test_everyone_is_heard_once_every_side_has_spoken() -> None:
    one = case().with_statement(statement())
    assert not case().has_heard_everyone
    assert not one.has_heard_everyone
    assert one.with_statement(statement(SELLER)).has_heard_everyone


def test_a_side_of_another_case_adds_nothing() -> None:
    foreign = replace(statement(), side=STRANGER)
    with pytest.raises(Outsider):
        case().with_statement(foreign)
    with pytest.raises(Outsider):
        case(stage=Stage.FRAMED).with_verdict(STRANGER, settles=True)
    with pytest.raises(Outsider):
        case(stage=Stage.RATING).with_rating(STRANGER)


CHANGES: dict[str, tuple[Callable[[Case], Case], frozenset[Stage]]] = {
    "an account": (lambda c: c.with_statement(statement()), frozenset({Stage.CLARIFYING})),
    "a verdict": (lambda c: c.with_verdict(BUYER.id, settles=True), frozenset({Stage.FRAMED})),
    "a rating": (lambda c: c.with_rating(BUYER.id), frozenset({Stage.RATING, Stage.PROPOSED})),
}


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("stage", list(Stage))
def test_each_contribution_belongs_to_its_stage(what: str, stage: Stage) -> None:
    change, stages = CHANGES[what]
    if stage in stages:
        assert change(case(stage=stage)) != case(stage=stage)
    else:
        with pytest.raises(MovedOn):
            change(case(stage=stage))


def test_the_statement_goes_out_for_confirmation() -> None:
    drafted = case().with_common(common(), now=NOW)
    assert (drafted.stage, drafted.common) == (Stage.CONFIRMING, common())


def test_a_side_has_one_verdict_the_last_one() -> None:
    framed = case(stage=Stage.FRAMED)
    settled = framed.with_verdict(BUYER.id, settles=True)
    assert settled.settles == frozenset({BUYER.id})
    assert settled.bargains == frozenset()
    changed = settled.with_verdict(BUYER.id, settles=False)
    assert changed.settles == frozenset()
    assert changed.bargains == frozenset({BUYER.id})
    assert changed.with_verdict(BUYER.id, settles=True) == settled


def test_a_new_menu_closes_the_one_before() -> None:
    first = case(stage=Stage.RATING).with_round(menu(1), now=NOW)
    second = first.with_round(menu(2), now=NOW)
    assert [r.closed for r in second.rounds] == [True, False]
    assert second.round == menu(2)
    assert case().round is None


def test_an_end_keeps_its_reason() -> None:
    ended = case().ended(Stage.WITHDRAWN, because="Acme withdrew from it.", now=NOW)
    assert (ended.stage, ended.ended_because) == (Stage.WITHDRAWN, "Acme withdrew from it.")
    with pytest.raises(MovedOn):
        ended.ended(Stage.WITHDRAWN, because="again", now=NOW)


def test_its_people_are_who_raised_it_and_who_spoke() -> None:
    assert case().people == {ANNA}
    assert case().with_statement(statement(SELLER)).people == {ANNA, BEN}


def test_a_stage_that_is_required_is_named_by_nobody_but_the_caller() -> None:
    case(stage=Stage.RATING).require(Stage.RATING, Stage.PROPOSED)
    with pytest.raises(MovedOn, match="Open it to see where it stands"):
        case(stage=Stage.RATING).require(Stage.FRAMED)


def test_swapping_the_sides_mirrors_every_question_about_them() -> None:
    swapped = case(sides=(SELLER, BUYER))
    assert swapped.side_ids == case().side_ids
    for side in (BUYER, SELLER):
        assert swapped.side(SideId(side.id)) == case().side(SideId(side.id))
