"""One person, three channels, several zones: one message a day, at their own hour, and whole."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.casework.learn_channel import learn_channel
from bot.casework.preferences import DaysOff, Habits
from bot.mediation.agreement import Agreement
from bot.mediation.commitments import Commitment
from bot.mediation.people import ChannelId, Partnership, Person, PersonId, TeamId
from bot.mediation.stages import Stage
from tests.casework.world import ACME, ANNA, WORKSPACE, World, world_without_weeks

CHANNELS = {"C1": "Europe/Berlin", "C7": "America/New_York", "C8": "America/New_York"}
THURSDAY = date(2026, 3, 19)
BERLIN, TOKYO, COAST = "Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles"


def learn(world: World, channel: str, zone: str, of_anna: str) -> Partnership:
    """Anna, and two suppliers in another zone, which most people of the channel then are in."""
    team = TeamId(f"T{channel}")
    others = [Person(PersonId(f"U{n}{channel}"), "Ben", team, timezone=zone) for n in range(2)]
    anna = Person(ANNA.person, "Anna", ACME, timezone=of_anna)
    here = ChannelId(channel)
    world.room.shared_by[here] = [(ACME, "Acme"), (team, f"Supplier {channel}")]
    world.room.members[here] = [anna, *others]
    return learn_channel(
        here, workspace=WORKSPACE, store=world.store, room=world.room, ids=world.ids
    )


def moves_to(world: World, zone: str) -> None:
    """Slack says that Anna is somewhere else now, which Parley reads."""
    anna = Person(ANNA.person, "Anna", ACME, timezone=zone)
    for members in world.room.members.values():
        members[:] = [anna if p.id == anna.id else p for p in members]
    learn_channel(
        ChannelId("C1"), workspace=WORKSPACE, store=world.store, room=world.room, ids=world.ids
    )
    world.run_jobs()


def promises(partnership: Partnership, days: list[date]) -> Iterator[Commitment]:
    side = next(s for s in partnership.sides if s.team_id == ACME)
    for n, day in enumerate(days):
        what = f"{partnership.channels[0]}/{n}"
        yield Commitment(f"k{n}", side.id, what, day, "", ANNA.person)


def owe(world: World, zone: str, dues: dict[str, list[date]]) -> None:
    """A signed case a channel, with these promises of Anna's."""
    like = world.raise_case()
    for channel, days in dues.items():
        partnership = learn(world, channel, CHANNELS[channel], zone)
        held = tuple(promises(partnership, days))
        case = replace(
            like,
            id=f"case-{channel}",
            number=100 + int(channel[1]),
            partnership=partnership.id,
            channel=ChannelId(channel),
            sides=partnership.sides,
            stage=Stage.AGREED,
            agreement=Agreement(channel, channel, (), held),
            version=0,
        )
        with world.store() as uow:
            uow.cases.add(case)
            uow.commit()
    world.run_jobs()


@pytest.fixture
def world() -> World:
    return world_without_weeks()


def told(world: World, until: datetime, zone: str) -> list[tuple[datetime, list[str]]]:
    """Every message to Anna until then, with the moment at which it came, where she is."""
    found: list[tuple[datetime, list[str]]] = []
    seen = set(world.room.letters)
    while world.clock.now() < until:
        world.clock.forward(hours=1)
        world.sweep()
        for key in set(world.room.letters) - seen:
            seen.add(key)
            _, letter = world.room.letters[key]
            at = world.clock.now().astimezone(ZoneInfo(zone))
            found.append((at, [line.text.split(" (")[0] for line in letter.lines]))
    return found


def at(day: date, hour: int, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def test_five_promises_over_three_channels_and_two_zones_are_one_message_a_day(
    world: World,
) -> None:
    day = timedelta(days=1)
    owe(world, BERLIN, {"C1": [THURSDAY, THURSDAY + day], "C7": [THURSDAY], "C8": [THURSDAY] * 2})
    found = told(world, at(THURSDAY, 23, BERLIN), BERLIN)
    first, second, third = found
    assert [(m.day, m.hour) for m, _ in found] == [(17, 9), (18, 9), (19, 9)]
    assert [len(lines) for _, lines in found] == [4, 1, 4]
    assert set(third[1]) == {f"Due today: {what}" for what in ("C1/0", "C7/0", "C8/0", "C8/1")}
    assert (first[1][0], second[1]) == ("Due Thu 19 Mar: C1/0", ["Due Fri 20 Mar: C1/1"])
    assert not world.room.calls


@pytest.mark.parametrize("zone", [TOKYO, COAST])
def test_who_travels_at_noon_reads_what_is_due_the_next_day_once_at_nine_there(
    world: World, zone: str
) -> None:
    owe(world, BERLIN, {"C1": [THURSDAY]})
    told(world, at(THURSDAY - timedelta(days=1), 12, BERLIN), BERLIN)
    moves_to(world, zone)
    found = told(world, at(THURSDAY, 20, zone), zone)
    assert [lines for _, lines in found] == [["Due today: C1/0"]]
    assert [(m.day, m.hour) for m, _ in found] == [(19, 9)]


def test_a_day_that_passes_on_the_way_east_is_not_left_out(world: World) -> None:
    owe(world, COAST, {"C1": [THURSDAY]})
    told(world, at(THURSDAY - timedelta(days=1), 10, COAST), COAST)
    moves_to(world, TOKYO)
    found = told(world, at(THURSDAY + timedelta(days=3), 9, TOKYO), TOKYO)
    assert [lines[0][:9] for _, lines in found] == ["Due today", "Was due T"]


def test_a_day_off_that_is_named_later_moves_the_week_of_everybody_of_the_side(
    world: World,
) -> None:
    monday = THURSDAY + timedelta(days=4)
    with world.store() as uow:
        uow.preferences.keep(WORKSPACE, ANNA.person, Habits())
        uow.commit()
    owe(world, BERLIN, {"C1": [THURSDAY]})
    told(world, at(monday - timedelta(days=1), 12, BERLIN), BERLIN)
    with world.store() as uow:
        (side, *_) = uow.cases.get("case-C1").sides
        uow.preferences.keep(WORKSPACE, side.id, DaysOff(frozenset({monday})))
        uow.commit()
    ((moment, _),) = told(world, at(monday + timedelta(days=2), 0, BERLIN), BERLIN)
    assert (moment.day, moment.hour) == (24, 9)
