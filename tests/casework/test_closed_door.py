"""A channel that Parley cannot reach: what was done is kept and said, and the card follows."""

from dataclasses import dataclass, field

import pytest

from bot.casework.clarify import OpenClarification, open_clarification
from bot.casework.closed_door import reopen, tell
from bot.casework.jobs import handlers
from bot.casework.room import RoomUnavailable
from bot.mediation.case import Case
from bot.mediation.clarification import Clarification
from bot.mediation.people import ChannelId, PersonId
from tests.casework.fakes import FakeRoom
from tests.casework.world import (
    ANNA,
    BEN,
    CHANNEL,
    IN_THREAD,
    WORKSPACE,
    World,
    memory_world,
    on_record,
)


@dataclass
class DoorRoom(FakeRoom):
    """A room whose channel can be closed with one of Slack's codes."""

    code: str = ""
    closed: bool = True
    tried: list[str] = field(default_factory=list)

    def _knock(self, what: str) -> None:
        self.tried.append(what)
        if self.code:
            raise RoomUnavailable(self.code, permanent=True, closed=self.closed)

    def show_case(self, case: Case) -> None:
        self._knock("case")
        super().show_case(case)

    def tell(self, channel: ChannelId, person: PersonId, text: str) -> None:
        self._knock("tell")
        super().tell(channel, person, text)

    def show_clarification(self, clarification: Clarification) -> None:
        self._knock("clarification")
        super().show_clarification(clarification)


@pytest.fixture
def room() -> DoorRoom:
    return DoorRoom()


@pytest.fixture
def world(room: DoorRoom) -> World:
    made = memory_world()
    room.shared_by, room.members, room.threads = (
        made.room.shared_by,
        made.room.members,
        made.room.threads,
    )
    made.room = room
    on_record(made.store, room)
    return made


@pytest.mark.parametrize(
    ("code", "next_step"),
    [
        ("is_archived", "opens the channel again"),
        ("not_in_channel", "/invite @Parley"),
        ("channel_not_found", "/invite @Parley"),
    ],
)
def test_who_acted_is_told_that_it_is_kept_and_what_opens_the_door(
    world: World, room: DoorRoom, code: str, next_step: str
) -> None:
    case = world.raise_case(by=BEN)
    room.code = code
    world.tell(case, ANNA)
    ((person, text),) = room.said_alone.values()
    assert person == ANNA.person
    assert text.startswith(f"Case {case.number}, “{case.issue.title}”: what you sent is kept.")
    assert next_step in text
    assert world.case(case.id).statement_of(world.side(ANNA).id) is not None


def test_each_thing_that_is_done_is_told_of_once(world: World, room: DoorRoom) -> None:
    room.code = "is_archived"
    case = world.raise_case(by=BEN)
    world.tell(case, ANNA)
    world.tell(case, BEN)
    people = [person for person, _ in room.said_alone.values()]
    assert people == [BEN.person, ANNA.person, BEN.person]


def test_once_the_door_is_open_the_newest_is_shown(world: World, room: DoorRoom) -> None:
    room.code = "is_archived"
    case = world.raise_case()
    told = world.tell(case, ANNA)
    room.code = ""
    reopen(CHANNEL, workspace=WORKSPACE, store=world.store, room=room)
    assert room.cards[case.id].version == told.version


def test_a_clarification_is_kept_and_shown_later_too(world: World, room: DoorRoom) -> None:
    room.code = "not_in_channel"
    asked = OpenClarification(WORKSPACE, IN_THREAD, "line")
    opened = world.act(open_clarification, asked, by=ANNA, ids=world.ids)
    ((person, text),) = room.said_alone.values()
    assert person == ANNA.person
    assert "kept" in text
    assert "line" not in text
    room.code = ""
    reopen(CHANNEL, workspace=WORKSPACE, store=world.store, room=room)
    assert room.clarifications[opened.id].version == opened.version


def test_a_mistake_of_our_own_is_no_closed_door(world: World, room: DoorRoom) -> None:
    room.code, room.closed = "invalid_blocks", False
    with pytest.raises(RoomUnavailable):
        world.raise_case()
    assert room.said_alone == {}


def test_what_has_nobody_waiting_ends_quietly_at_a_closed_door(
    world: World, room: DoorRoom
) -> None:
    case = world.raise_case()
    room.code = "is_archived"
    handlers(world.workshop)["reopen"]({"channel": CHANNEL})
    assert room.tried[-1] == "case"
    assert case.id in room.cards


def test_who_cannot_be_told_in_a_channel_is_told_alone(room: DoorRoom) -> None:
    tell("It took too long.", ANNA.person, "1", CHANNEL, room=room)
    assert room.told == [(CHANNEL, ANNA.person, "It took too long.")]
    room.code = "not_in_channel"
    for _ in range(2):
        tell("It took too long.", ANNA.person, "1", CHANNEL, room=room)
    assert list(room.said_alone.values()) == [(ANNA.person, "It took too long.")]


def test_a_fault_that_passes_sends_nobody_elsewhere(room: DoorRoom) -> None:
    room.code, room.closed = "internal_error", False
    with pytest.raises(RoomUnavailable):
        tell("It took too long.", ANNA.person, "1", CHANNEL, room=room)
    assert room.said_alone == {}
