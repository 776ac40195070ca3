"""A message that was edited or deleted is followed where it was part of something."""

import pytest

from bot.casework.clarify import OpenClarification, open_clarification
from bot.casework.follow_message import DELETED, Changed, follow_message
from bot.casework.prepare import read_thread
from tests.casework.world import (
    ANNA,
    BEN,
    CHANNEL,
    IN_THREAD,
    WORKSPACE,
    World,
    memory_world,
)


@pytest.fixture
def world() -> World:
    made = memory_world()
    read_thread(IN_THREAD, store=made.store, room=made.room)
    return made


def change(world: World, text: str | None, ts: str = "100.1") -> None:
    changed = Changed(CHANNEL, ts, "100.1", text, BEN.person)
    with world.store() as uow:
        follow_message(changed, WORKSPACE, uow=uow, now=world.clock.now())
        uow.commit()
    world.run_jobs()


@pytest.mark.parametrize(
    ("text", "stands"), [("Six days, sorry.", "Six days, sorry."), (None, DELETED)]
)
def test_a_case_and_the_record_say_what_it_says_now(
    world: World, text: str | None, stands: str
) -> None:
    case = world.raise_case()
    change(world, text)
    (source,) = world.case(case.id).issue.sources
    assert source.text == stands
    assert world.room.cards[case.id].issue.sources == (source,)
    with world.store() as uow:
        assert [m.text for m in uow.conversation.of_thread(CHANNEL, "100.1")] == [stands]


def test_the_timeline_keeps_that_it_changed_and_not_what_it_said(world: World) -> None:
    case = world.raise_case()
    change(world, "Six days, sorry.")
    change(world, None)
    assert world.texts(case.id)[-2:] == [
        "A message that this came from was edited.",
        "A message that this came from was deleted.",
    ]


def test_a_clarification_follows_too(world: World) -> None:
    asked = OpenClarification(WORKSPACE, IN_THREAD, "line")
    opened = world.act(open_clarification, asked, by=ANNA, ids=world.ids)
    change(world, "Six days, sorry.")
    assert world.room.clarifications[opened.id].about.text == "Six days, sorry."


def test_a_message_that_nothing_came_from_changes_nothing(world: World) -> None:
    case = world.raise_case()
    change(world, "Other", ts="100.7")
    assert world.case(case.id) == case


def test_the_same_change_told_twice_is_one_change(world: World) -> None:
    case = world.raise_case()
    for _ in range(2):
        change(world, "Six days, sorry.")
    assert world.case(case.id).version == case.version + 1
