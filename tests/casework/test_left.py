"""A side that took its consent back in a signed case is written to no more."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.casework.announce import announce
from bot.casework.consent import come_back, has_agreed, leavable, leave_case
from bot.casework.look_after import named_people
from bot.mediation.refusals import MovedOn
from bot.mediation.stages import Stage
from tests.casework.test_remind import go_to, letters, owe
from tests.casework.world import ANNA, BEA, BEN, WORKSPACE, World, memory_world


@pytest.fixture
def world() -> World:
    return memory_world()


def test_it_gets_no_reminders_any_more(world: World) -> None:
    case = owe(world, (ANNA, date(2026, 3, 18)))
    world.act(leave_case, case.id, by=ANNA)
    go_to(world, date(2026, 3, 25))
    assert letters(world) == []


def test_it_is_called_by_name_no_more(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    world.act(leave_case, case.id, by=BEN)
    announce(case.id, "contested", store=world.store, room=world.room)
    assert world.room.notes[f"note:{case.id}:contested"].mentions == (ANNA.person,)


def test_nothing_is_passed_on_to_it(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    with world.store() as uow:
        assert set(named_people(uow, case)) == {ANNA.person, BEN.person}
        left = replace(case, left=frozenset({world.side(BEN).id}))
        assert named_people(uow, left) == (ANNA.person,)
    assert case.moved_at is not None
    assert world.clock.now() - case.moved_at < timedelta(days=1)


def test_the_channel_reads_who_left_a_signed_case(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    world.act(leave_case, case.id, by=BEN)
    assert "Borealis took its consent back in this case" in world.room.note_texts()[-1]


def test_it_comes_back_in_one_tap_and_is_asked_again(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    world.act(leave_case, case.id, by=BEN)
    with world.store() as uow:
        assert leavable(WORKSPACE, BEN, uow=uow) == (world.case(case.id),)
    back = world.act(come_back, case.id, by=BEN)
    assert back.left == frozenset()
    assert "takes part in this case again" in world.room.note_texts()[-1]
    with world.store() as uow:
        assert has_agreed(uow, BEN.person, back)
        assert not has_agreed(uow, BEA.person, back), "each agrees for themselves"
    assert world.caucus(case, world.side(BEN).id).ratings is None, "what was erased stays so"
    with pytest.raises(MovedOn, match="takes part in this case"):
        world.act(come_back, case.id, by=BEN)


def test_nobody_comes_back_into_a_case_that_has_ended(world: World) -> None:
    case = world.raise_case()
    world.act(leave_case, case.id, by=BEN)
    with pytest.raises(MovedOn, match="Take it up again"):
        world.act(come_back, case.id, by=BEN)
