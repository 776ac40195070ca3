"""A promise in a side's own words: part of the text while it is signed, an offer after that."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.casework.add_promise import MOST_OPEN, AddPromise, add_promise, agree_promise, leave_out
from bot.casework.follow_up import confirm_done, mark_done
from bot.casework.letters import Do
from bot.casework.my_desk import my_desk
from bot.casework.my_week import my_week
from bot.mediation.agreement import Agreement
from bot.mediation.case import Case
from bot.mediation.people import PersonId, Role
from bot.mediation.refusals import MovedOn, NotEntitled, NotFound, Outsider, Unclear
from bot.mediation.rhythm import Every
from bot.mediation.stages import Stage
from tests.casework.world import ANNA, BEA, BEN, GUEST, WORKSPACE, World, memory_world

WHAT = "Share the forecast"


@pytest.fixture
def world() -> World:
    return memory_world()


def agreement_of(world: World, case: Case) -> Agreement:
    found = world.case(case.id).agreement
    assert found is not None
    return found


def wish(world: World, case: Case, **changes: object) -> AddPromise:
    """Every week for a year from a week on, seen to by Ben."""
    today = world.clock.now().date()
    first, last = today + timedelta(days=7), today + timedelta(weeks=52)
    made = AddPromise(case.id, WHAT, first, BEN.person, "Here by noon", Every.WEEK, last)
    return replace(made, **changes)  # type: ignore[arg-type]


def test_while_it_is_signed_it_is_part_of_what_both_sign(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    before = agreement_of(world, case).version
    world.act(add_promise, wish(world, case), by=BEN)
    held = agreement_of(world, case)
    assert held.version != before
    (promise,) = (c for c in held.commitments if c.added_by == BEN.person)
    assert (promise.what, promise.every, promise.measure) == (WHAT, Every.WEEK, "Here by noon")
    assert promise.side == world.side(BEN).id
    world.sign(case, BEN)
    agreed = world.sign(case, ANNA)
    assert agreed.stage is Stage.AGREED
    assert {s.version for s in agreement_of(world, case).signatures} == {held.version}


def test_a_side_that_had_signed_signs_anew(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    world.sign(case, ANNA)
    told = "The text to sign was changed, so each side signs it as it stands now."
    assert told not in world.room.note_texts()
    world.act(add_promise, wish(world, case), by=BEN)
    assert agreement_of(world, case).signatures == ()
    assert told in world.room.note_texts()


def test_a_rhythm_is_signed_too_and_a_later_change_leaves_the_version(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    world.act(add_promise, wish(world, case), by=BEN)
    held = agreement_of(world, case)
    promise = held.commitments[-1]
    for other in (replace(promise, every=Every.MONTH), replace(promise, until=date(2030, 1, 1))):
        assert held.with_commitment(other).version != held.version
    kept = promise.done(by=BEN.person, now=world.clock.now()).confirmed(
        side=world.side(ANNA).id, by=ANNA.person, now=world.clock.now()
    )
    assert kept.due > promise.due
    assert held.with_commitment(kept).version == held.version


def test_its_own_side_leaves_it_out_again_and_nobody_else_does(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    before = agreement_of(world, case)
    world.act(add_promise, wish(world, case), by=BEN)
    key = agreement_of(world, case).commitments[-1].key
    with pytest.raises(NotEntitled):
        world.act(leave_out, case.id, key, by=ANNA)
    world.act(leave_out, case.id, key, by=BEA)
    assert agreement_of(world, case).version == before.version
    with pytest.raises(NotFound):
        world.act(leave_out, case.id, key, by=BEN)


def test_what_follows_from_the_package_cannot_be_left_out(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    own = world.side(BEN).id
    key = next(c.key for c in agreement_of(world, case).commitments if c.side == own)
    with pytest.raises(MovedOn, match="follows from the package"):
        world.act(leave_out, case.id, key, by=BEN)


def test_after_the_signatures_it_is_offered_and_holds_once_the_others_agree(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    signed = agreement_of(world, case)
    world.act(add_promise, wish(world, case), by=BEN)
    (offer,) = agreement_of(world, case).offered
    assert any("offers one more promise" in text for text in world.room.note_texts())
    with pytest.raises(NotEntitled, match="the others say"):
        world.act(agree_promise, case.id, offer.key, by=BEN)
    world.act(agree_promise, case.id, offer.key, by=ANNA)
    held = agreement_of(world, case)
    assert held.offered == ()
    assert held.commitment(offer.key) == replace(offer, agreed_by=ANNA.person)
    assert held.version == signed.version
    assert held.is_signed_by(world.case(case.id).side_ids)
    with pytest.raises(NotFound):
        world.act(agree_promise, case.id, offer.key, by=ANNA)


@pytest.mark.parametrize("by", [ANNA, BEN])
def test_either_side_takes_an_offer_off_the_table(world: World, by: object) -> None:
    case = world.case_at(Stage.AGREED)
    before = agreement_of(world, case)
    world.act(add_promise, wish(world, case), by=BEN)
    (offer,) = agreement_of(world, case).offered
    world.act(leave_out, case.id, offer.key, by=by)  # type: ignore[arg-type]
    assert agreement_of(world, case) == before


def test_an_offer_that_is_open_keeps_the_case_open(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    world.act(add_promise, wish(world, case), by=BEN)
    for promise in agreement_of(world, case).commitments:
        owes, others = (BEN, ANNA) if promise.side == world.side(BEN).id else (ANNA, BEN)
        world.act(mark_done, case.id, promise.key, by=owes)
        world.act(confirm_done, case.id, promise.key, by=others)
    assert world.case(case.id).stage is Stage.AGREED
    (offer,) = agreement_of(world, case).offered
    world.act(leave_out, case.id, offer.key, by=ANNA)
    assert world.case(case.id).stage is Stage.FULFILLED
    with pytest.raises(MovedOn, match="take the case up again"):
        world.act(add_promise, wish(world, case), by=BEN)


def test_it_waits_on_the_desk_and_in_the_week_of_the_other_side_alone(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    world.act(add_promise, wish(world, case), by=BEN)
    with world.store() as uow:
        now = world.clock.now()
        desks = {a: my_desk(WORKSPACE, a, uow=uow, now=now) for a in (ANNA, BEN)}
        lines = {a: my_week(WORKSPACE, a, uow=uow, now=now).lines for a in (ANNA, BEN)}
    assert [p.commitment.what for p in desks[ANNA].to_confirm if p.offered] == [WHAT]
    assert not any(p.offered for p in desks[BEN].promises)
    (line,) = (found for found in lines[ANNA] if "offers" in found.text)
    assert (line.do, line.key) == (Do.OPEN, ""), "all of it is read before it is agreed to"
    assert line.text == f"Borealis offers one more promise: {WHAT} (case {case.number})."
    assert not any(WHAT in found.text for found in lines[BEN])


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"what": " "}, "what"),
        ({"what": "x" * 501}, "what"),
        ({"measure": "x" * 201}, "measure"),
        ({"until": None}, "until"),
        ({"until": date(2020, 1, 1)}, "until"),
        ({"due": date(2020, 1, 1)}, "due"),
        ({"owner": ANNA.person}, "owner"),
    ],
)
def test_what_cannot_be_meant_is_asked_again(
    world: World, changes: dict[str, object], field: str
) -> None:
    case = world.case_at(Stage.SIGNING)
    with pytest.raises(Unclear) as refused:
        world.act(add_promise, wish(world, case, **changes), by=BEN)
    assert refused.value.field == field


def test_what_is_kept_once_needs_no_last_day(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    world.act(add_promise, wish(world, case, every=None), by=BEN)
    promise = agreement_of(world, case).commitments[-1]
    assert (promise.every, promise.until) == (None, None)


def test_a_side_has_only_so_many_open_ones(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    for _ in range(MOST_OPEN):
        world.act(add_promise, wish(world, case), by=BEN)
    assert len({c.key for c in agreement_of(world, case).commitments}) == len(
        agreement_of(world, case).commitments
    )
    with pytest.raises(Unclear, match="many already"):
        world.act(add_promise, wish(world, case), by=BEN)
    world.act(add_promise, wish(world, case, owner=ANNA.person), by=ANNA)


def test_only_who_speaks_for_a_side_promises_for_it(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    with pytest.raises(Outsider):
        world.act(add_promise, wish(world, case), by=GUEST)
    with world.store() as uow:
        held = uow.partnerships.get(case.partnership)
        members = tuple(
            replace(m, roles=frozenset({Role.SIGNATORY})) if m.person == BEN.person else m
            for m in held.members
        )
        uow.partnerships.save(replace(held, members=members))
        uow.commit()
    world.act(add_promise, wish(world, case, owner=PersonId(BEA.person)), by=BEN)
    assert agreement_of(world, case).commitments[-1].owner == BEA.person
