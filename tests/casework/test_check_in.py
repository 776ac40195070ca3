"""The review date: both are asked once, each side says whether it still fits."""

from dataclasses import replace
from datetime import date

import pytest

from bot.casework.check_in import still_fits
from bot.mediation.case import Case
from bot.mediation.refusals import MovedOn
from bot.mediation.stages import Stage
from tests.casework.world import ALEX, ANNA, BEN, World, memory_world

QUESTION = "Today is the day to look at this agreement again. Does it still fit?"


@pytest.fixture
def world() -> World:
    return memory_world()


def with_review(world: World, day: date) -> Case:
    case = world.case_at(Stage.AGREED)
    assert case.agreement is not None
    with world.store() as uow:
        uow.cases.save(replace(case, agreement=replace(case.agreement, review_on=day)))
        uow.commit()
    world.sweep()
    return world.case(case.id)


def asked(world: World) -> int:
    return world.room.note_texts().count(QUESTION)


def test_on_its_day_the_thread_is_asked_once(world: World) -> None:
    with_review(world, date(2026, 3, 6))
    world.clock.forward(days=3, hours=22)
    world.sweep()
    assert asked(world) == 1
    for _ in range(10):
        world.clock.forward(days=1)
        world.sweep()
    assert asked(world) == 1


def test_a_sunday_is_asked_about_on_monday(world: World) -> None:
    with_review(world, date(2026, 3, 8))
    for _ in range(6 * 24 + 20):
        world.clock.forward(hours=1)
        world.sweep()
    assert asked(world) == 0
    world.clock.forward(hours=2)
    world.sweep()
    assert asked(world) == 1


def test_once_both_sides_have_said_so_the_thread_hears_it(world: World) -> None:
    case = with_review(world, date(2026, 3, 3))
    world.clock.forward(days=1)
    world.act(still_fits, case.id, by=ANNA)
    assert "Both sides say that the agreement still fits." not in world.room.note_texts()
    with pytest.raises(MovedOn, match="already"):
        world.act(still_fits, case.id, by=ALEX)
    world.act(still_fits, case.id, by=BEN)
    assert world.room.note_texts()[-1] == "Both sides say that the agreement still fits."


def test_before_its_day_or_without_one_nothing_is_asked(world: World) -> None:
    case = with_review(world, date(2026, 6, 1))
    with pytest.raises(MovedOn, match="still to come"):
        world.act(still_fits, case.id, by=ANNA)
    other = world.case_at(Stage.AGREED)
    with pytest.raises(MovedOn):
        world.act(still_fits, other.id, by=ANNA)
