"""Whoever spoke or signed for a side and has left locks nobody out, and both sides are told."""

from datetime import timedelta

import pytest

from bot.casework.climb import climb
from bot.casework.consent import leave_case
from bot.casework.membership import Actor
from bot.casework.my_desk import OwnSide, my_desk
from bot.casework.name_people import NamePeople, name_people
from bot.casework.ports import Job
from bot.casework.room import Note
from bot.mediation.case import Case
from bot.mediation.ladder import Ladder
from bot.mediation.refusals import NotEntitled
from tests.casework.world import (
    ALEX,
    ANNA,
    BEA,
    BEN,
    CHANNEL,
    GUEST,
    PEOPLE,
    WORKSPACE,
    World,
    memory_world,
)


@pytest.fixture
def world() -> World:
    return memory_world()


@pytest.fixture
def case(world: World) -> Case:
    """A case in which Ben and Bea have looked."""
    case = world.raise_case()
    world.opened(case, BEN)
    world.opened(case, BEA)
    return case


def names(world: World, speaks: list[Actor], signs: list[Actor], by: Actor = BEN) -> None:
    asked = NamePeople(world.partnership.id, [a.person for a in speaks], [a.person for a in signs])
    world.act(name_people, asked, by=by)


def leave(world: World, *gone: Actor) -> list[Note]:
    """They leave the channel, which is read anew; what is said of it there."""
    ids = {a.person for a in gone}
    world.room.members[CHANNEL] = [p for p in PEOPLE if p.id not in ids]
    key = f"learn-channel:{len(world.done)}"
    world.waiting.append(Job("learn_channel", key, {"channel": CHANNEL}))
    world.run_jobs()
    return [n for k, n in world.room.notes.items() if ":departed-" in k]


def desk_side(world: World, by: Actor) -> OwnSide:
    with world.store() as uow:
        return my_desk(WORKSPACE, by, uow=uow, now=world.clock.now()).sides[0]


def test_where_everybody_named_has_left_a_colleague_names_who_goes_on(
    world: World, case: Case
) -> None:
    names(world, [BEN], [BEN])
    leave(world, BEN)
    with pytest.raises(NotEntitled, match="has left the channel"):
        world.tell(case, BEA)
    assert "You can name who goes on" in world.opened(case, BEA).refused
    assert desk_side(world, BEA).may_name
    names(world, [BEA], [BEA], by=BEA)
    assert world.tell(case, BEA).statements
    world.act(leave_case, case.id, by=BEA)


def test_until_then_nobody_reads_what_the_side_told_in_private(world: World, case: Case) -> None:
    world.tell(case, BEN, private="Ours.")
    names(world, [BEN], [BEN])
    leave(world, BEN)
    assert world.opened(case, BEA).caucus.private is None


def test_while_one_of_those_named_is_there_nobody_else_names_anybody(
    world: World, case: Case
) -> None:
    names(world, [BEN], [BEA])
    leave(world, BEA)
    assert desk_side(world, BEN).may_name
    world.room.members[CHANNEL] = list(PEOPLE)
    world.learn()
    names(world, [BEN], [BEN])
    with pytest.raises(NotEntitled):
        names(world, [BEA], [BEA], by=BEA)


def test_whom_nobody_has_confirmed_yet_has_not_left(world: World, case: Case) -> None:
    names(world, [GUEST], [GUEST])
    with pytest.raises(NotEntitled):
        names(world, [BEA], [BEA], by=BEA)


def test_both_sides_are_told_once_and_the_side_that_is_left_is_asked(
    world: World, case: Case
) -> None:
    names(world, [BEN], [BEN])
    (note,) = leave(world, BEN)
    assert "Ben, who was named for Borealis, is in this channel no more" in note.text
    assert "can name who goes on" in note.text
    assert note.mentions == (BEA.person,)
    assert leave(world, BEN) == [note]


def test_where_others_are_named_too_that_is_what_is_said(world: World, case: Case) -> None:
    names(world, [BEN, BEA], [BEN])
    (note,) = leave(world, BEN)
    assert "others are named for Borealis too" in note.text
    assert note.mentions == ()


def test_of_somebody_whom_no_side_had_named_nothing_is_said(world: World, case: Case) -> None:
    names(world, [BEN], [BEN])
    assert leave(world, BEA, ANNA) == []


def test_the_ladder_passes_over_who_has_left(world: World, case: Case) -> None:
    names(world, [BEN], [BEN])
    with world.store() as uow:
        side = world.side(BEN).id
        uow.preferences.keep(WORKSPACE, side, Ladder((BEN.person, BEA.person)))
        uow.commit()
    leave(world, BEN)
    for days in (2, 3, 4):
        today = world.clock.now().date() + timedelta(days=days)
        climb(case.id, today, store=world.store, room=world.room)
    asked = [n.mentions for k, n in world.room.notes.items() if ":ladder-" in k]
    assert asked == [(BEA.person,)]


def test_who_has_left_is_not_called_to_a_new_case(world: World, case: Case) -> None:
    names(world, [ANNA], [ANNA, ALEX], by=ANNA)
    leave(world, ALEX)
    later = world.raise_case(by=BEN)
    note = world.room.notes[f"note:{later.id}:people"]
    assert note.mentions == (ANNA.person,)
    assert "Alex" not in note.text
