"""Settings: kept, read strictly, and what comes round moves with them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.casework.preferences import DaysOff, Emoji, Habits
from bot.casework.schedule import Round
from bot.casework.set_habits import SetHabits, days_in, emoji_in, emoji_of, set_habits, settings_of
from bot.mediation.people import ChannelId
from bot.mediation.refusals import Outsider, Refusal, Unclear
from tests.casework.world import ANNA, BEN, CHANNEL, GUEST, STRANGER, WORKSPACE, World, memory_world

ASKED = SetHabits(
    CHANNEL, Habits(weekday=3, hour=15, zone="Asia/Tokyo"), Habits(weekday=4), "2026-12-25"
)


@pytest.fixture
def world() -> World:
    made = memory_world()
    made.raise_case()
    made.tell(made.raise_case(), BEN)
    made.sweep()
    return made


def kept(world: World, by: object = ANNA, **changes: object) -> tuple[datetime, datetime | None]:
    asked = replace(ASKED, **changes)  # type: ignore[arg-type]
    return world.act(set_habits, asked, by=by, workspace=WORKSPACE)  # type: ignore[arg-type]


def test_what_was_set_stands_in_the_form_again(world: World) -> None:
    kept(world)
    with world.store() as uow:
        found = settings_of(WORKSPACE, CHANNEL, ANNA, uow=uow, now=world.clock.now())
    assert (found.of_channel, found.mine) == (ASKED.of_channel, ASKED.mine)
    assert found.days_off == DaysOff(frozenset({date(2026, 12, 25)}))
    assert found.side == world.side(ANNA)


def test_the_rows_move_and_the_next_times_are_told(world: World) -> None:
    channel, mine = kept(world)
    assert channel == datetime(2026, 3, 5, 6, tzinfo=UTC)
    assert mine == datetime(2026, 3, 6, 9, tzinfo=UTC)
    with world.store() as uow:
        week = uow.schedule.find(WORKSPACE, Round.CHANNEL_WEEK, CHANNEL)
        own = uow.schedule.find(WORKSPACE, Round.PERSON_WEEK, ANNA.person)
        other = uow.schedule.find(WORKSPACE, Round.PERSON_WEEK, BEN.person)
    assert week is not None
    assert own is not None
    assert other is not None
    assert (week.at, own.at) == (channel, mine)
    assert other.at == datetime(2026, 3, 9, 9, tzinfo=UTC), "each sets their own week alone"


def test_a_week_that_is_put_off_is_said_in_the_channel_in_one_line_and_so_is_its_return(
    world: World,
) -> None:
    before = len(world.room.notes)
    kept(world)
    assert len(world.room.notes) == before, "another hour is no news"
    kept(world, of_channel=Habits(digest=False))
    kept(world, of_channel=Habits(digest=False, hour=8))
    world.clock.forward(hours=1)
    kept(world, by=BEN, of_channel=Habits())
    off, on = list(world.room.notes.values())[before:]
    assert (off.channel, off.thread_ts) == (CHANNEL, "")
    assert off.text.startswith("This channel's week is not told here for now.")
    assert on.text == ("This channel's week is told here again. `/parley settings` says when.")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"of_channel": Habits(zone="Mars/Olympus")}, "zone"),
        ({"mine": Habits(zone="CEST, I think")}, "my_zone"),
        ({"days_off": "25.12."}, "days_off"),
        ({"emoji": "not emoji!"}, "emoji"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field_and_nothing_is_kept(
    world: World, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Unclear) as refused:
        kept(world, **changes)
    assert refused.value.field == field
    with world.store() as uow:
        assert uow.preferences.get(WORKSPACE, CHANNEL, Habits) is None


def test_emoji_are_up_to_the_own_organisation(world: World) -> None:
    kept(world, by=BEN, emoji=":tada:")
    with world.store() as uow:
        assert emoji_of(uow, WORKSPACE) == Emoji()
        assert settings_of(WORKSPACE, CHANNEL, BEN, uow=uow, now=world.clock.now()).emoji is None
    kept(world, emoji=":handshake: scales")
    with world.store() as uow:
        assert emoji_of(uow, WORKSPACE).names == {"handshake", "scales"}


def test_each_side_names_its_own_days_off(world: World) -> None:
    kept(world, by=ANNA, days_off="2026-12-25")
    kept(world, by=BEN, days_off="2026-06-24")
    with world.store() as uow:
        held = [uow.preferences.get(WORKSPACE, world.side(by).id, DaysOff) for by in (ANNA, BEN)]
    assert held == [
        DaysOff(frozenset({date(2026, 12, 25)})),
        DaysOff(frozenset({date(2026, 6, 24)})),
    ]


@pytest.mark.parametrize("by", [GUEST, STRANGER])
def test_people_of_no_side_set_nothing(world: World, by: object) -> None:
    with pytest.raises((Outsider, Refusal)):
        kept(world, by=by)


def test_a_channel_that_parley_does_not_know_has_no_settings(world: World) -> None:
    with pytest.raises(Refusal, match="/invite"):
        kept(world, channel=ChannelId("C9"))


def test_days_and_emoji_are_read_in_any_arrangement() -> None:
    assert days_in(" 2026-12-25,2027-01-01\n2026-12-25 ") == {date(2026, 12, 25), date(2027, 1, 1)}
    assert days_in("") == frozenset()
    assert emoji_in(":Scales:, +1") == {"scales", "+1"}
    for typed in ("", "::", "a b c d e f g h i j k"):
        with pytest.raises(Unclear):
            emoji_in(typed)
    with pytest.raises(Unclear):
        days_in(" ".join(f"20{y:02}-01-01" for y in range(100)) + " 2101-01-01")


def test_settings_of_a_channel_that_is_not_read_yet_say_what_to_try(world: World) -> None:
    new, now = ChannelId("C9"), world.clock.now()
    with world.store() as uow, pytest.raises(Refusal, match="still reading this channel, or is"):
        settings_of(WORKSPACE, new, ANNA, uow=uow, now=now)
