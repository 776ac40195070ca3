"""Where both organisations run Parley, the host's serves the channel, and nothing comes twice."""

from typing import Any

import pytest

from bot.casework.jobs import handlers
from bot.casework.prepare import prepare_clarify, prepare_raise
from bot.casework.serving import decide, served_by
from bot.casework.shown import Saved
from tests.casework.world import ANNA, CHANNEL, IN_THREAD, WORKSPACE, World, memory_world


@pytest.fixture
def world() -> World:
    return memory_world()


def look(world: World) -> None:
    decide(CHANNEL, workspace=WORKSPACE, store=world.store, room=world.room)


@pytest.fixture
def two(world: World) -> World:
    world.room.other_parleys[CHANNEL] = "Borealis"
    world.room.desks.clear()
    look(world)
    return world


def test_alone_it_serves_the_channel_and_pins_the_desk(world: World) -> None:
    look(world)
    assert world.room.desks == {CHANNEL}
    with world.store() as uow:
        assert served_by(uow, WORKSPACE, CHANNEL) == ""


def test_beside_the_hosts_it_steps_back_and_says_so_once(two: World) -> None:
    look(two)
    said = [
        n.text
        for n in two.room.notes.values()
        if "More than one organisation here runs Parley" in n.text
    ]
    assert len(said) == 1
    assert "the one of Borealis serves everybody alike" in said[0]
    assert two.room.desks == set(), "two desks would be one too many"


def test_a_mention_is_left_to_the_other_one(two: World) -> None:
    args = {"key": "ways-in:1", "channel": CHANNEL, "thread_ts": "", "message_ts": "100.1"}
    handlers(two.workshop)["offer_ways_in"](args)
    assert two.room.ways_in == {}


def test_who_begins_something_here_is_told_where_it_goes_on(two: World) -> None:
    common: dict[str, Any] = {
        "workspace": WORKSPACE,
        "store": two.store,
        "room": two.room,
        "clock": two.clock,
        "ids": two.ids,
    }
    prepare_raise(
        "V1", IN_THREAD, ANNA, typed="", clarification_id="", facilitator=two.words, **common
    )
    prepare_clarify("V2", IN_THREAD, ANNA, **common)
    for view in ("V1", "V2"):
        shown = two.room.modals[view]
        assert isinstance(shown, Saved)
        assert "the one of Borealis serves" in shown.sentence


def test_a_case_that_was_begun_here_ends_here(world: World) -> None:
    case = world.raise_case()
    world.room.other_parleys[CHANNEL] = "Borealis"
    look(world)
    assert world.tell(case, ANNA).statements


@pytest.fixture
def second(world: World) -> World:
    """This one has put its desk there; then the host's Parley comes and puts its own."""
    assert world.room.desks == {CHANNEL}
    world.room.other_parleys[CHANNEL] = "Borealis"
    return world


def steps_aside(world: World) -> bool:
    with world.store() as uow:
        served = served_by(uow, WORKSPACE, CHANNEL)
    said = [
        n
        for n in world.room.notes.values()
        if "More than one organisation here runs Parley" in n.text
    ]
    return served == "Borealis" and len(said) == 1 and not world.room.desks


def test_the_hosts_that_comes_later_is_met_with_whoever_joins(second: World) -> None:
    handlers(second.workshop)["learn_channel"]({"channel": CHANNEL})
    second.run_jobs()
    assert steps_aside(second)


def test_the_hosts_that_comes_later_is_met_where_something_begins(second: World) -> None:
    second.learn()
    second.run_jobs()
    assert steps_aside(second)


def test_the_hosts_that_comes_later_is_met_within_a_day(second: World) -> None:
    second.sweep()
    assert not steps_aside(second)
    second.clock.forward(days=1)
    second.sweep()
    assert steps_aside(second)
    second.clock.forward(days=1)
    second.sweep()
    assert steps_aside(second), "it is said once"


def test_once_the_other_one_is_gone_this_one_serves_again(two: World) -> None:
    two.room.other_parleys.clear()
    look(two)
    with two.store() as uow:
        assert served_by(uow, WORKSPACE, CHANNEL) == ""
    assert two.room.desks == {CHANNEL}
