"""What somebody promised who has left goes on with a colleague, and the signed text stays."""

import pytest

from bot.casework.hand_over import hand_over
from bot.casework.membership import Actor
from bot.mediation.case import Case
from bot.mediation.people import PersonId
from bot.mediation.stages import Stage
from tests.casework.world import (
    ALEX,
    ANNA,
    CHANNEL,
    PEOPLE,
    WORKSPACE,
    World,
    memory_world,
)


@pytest.fixture
def world() -> World:
    return memory_world()


def leave(world: World, *gone: Actor) -> None:
    ids = {a.person for a in gone}
    world.room.members[CHANNEL] = [p for p in PEOPLE if p.id not in ids]
    world.learn()
    hand_over(CHANNEL, workspace=WORKSPACE, store=world.store, room=world.room, clock=world.clock)
    world.run_jobs()


def owners(world: World, case: Case) -> set[PersonId]:
    agreement = world.case(case.id).agreement
    assert agreement is not None
    return {c.owner for c in agreement.commitments if c.side == world.side(ANNA).id}


def test_it_goes_on_with_a_colleague_of_the_same_side_who_is_named_once(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    assert owners(world, case) == {ANNA.person}
    for _ in range(2):
        leave(world, ANNA)
    assert owners(world, case) == {ALEX.person}
    notes = [n for k, n in world.room.notes.items() if ":handed-" in k]
    assert notes
    assert {n.mentions for n in notes} == {(ALEX.person,)}
    assert all("Anna is in this channel no more" in n.text for n in notes)
    assert "A promise goes on with a colleague" in world.texts(case.id)[-1]


def test_what_was_signed_stays_signed(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    assert case.agreement is not None
    leave(world, ANNA)
    after = world.case(case.id).agreement
    assert after is not None
    assert after.version == case.agreement.version
    assert after.is_signed_by(case.side_ids)


def test_where_nobody_of_the_side_is_left_it_stays_with_its_owner(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    leave(world, ANNA, ALEX)
    assert owners(world, case) == {ANNA.person}


def test_who_is_there_keeps_their_own(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    leave(world)
    assert world.case(case.id) == case


def test_handed_over_twice_the_signed_text_names_the_first(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    assert case.agreement is not None
    promise = case.agreement.commitments[0]
    again = promise.handed_to(PersonId("U1")).handed_to(PersonId("U2"))
    assert again.owner == "U2"
    assert again.signed_as is not None
    assert again.signed_as.owner == promise.owner


def test_of_somebody_who_was_deactivated_slack_tells_nothing_and_it_is_seen_within_a_day(
    world: World,
) -> None:
    case = world.case_at(Stage.AGREED)
    world.sweep()
    world.room.members[CHANNEL] = [p for p in PEOPLE if p.id != ANNA.person]
    world.clock.forward(days=1)
    world.sweep()
    assert owners(world, case) == {ALEX.person}
