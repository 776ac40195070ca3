"""The weekly message to a channel: once a week, and silent where there is nothing to say."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.casework.come_round import replan
from bot.casework.preferences import Habits, Part
from bot.casework.schedule import Round
from bot.casework.verdict import withdraw
from bot.casework.weekly import WEEK, tell_week
from tests.casework.world import BEN, CHANNEL, WORKSPACE, World


@pytest.fixture
def house(world: World) -> World:
    world.sweep()
    return world


def keep(world: World, value: object) -> None:
    with world.store() as uow:
        uow.preferences.keep(WORKSPACE, CHANNEL, value)
        uow.commit()


def monday(world: World, weeks: int = 1) -> None:
    """On to the next Monday, half past nine."""
    now = world.clock.now()
    days = (7 - now.weekday()) + 7 * (weeks - 1)
    then = (now + timedelta(days=days)).replace(hour=9, minute=30)
    world.clock.forward(seconds=(then - now).total_seconds())
    world.sweep()


def test_on_monday_the_channel_reads_its_week(house: World) -> None:
    case = house.raise_case()
    monday(house)
    ((key, digest),) = house.room.digests.items()
    assert key == "digest:C1:2026-W11"
    assert digest.channel == CHANNEL
    assert [line.case_number for line in digest.lines] == [case.number]


def test_a_week_without_news_is_silent(house: World) -> None:
    monday(house)
    assert house.room.digests == {}


def test_each_week_once_and_a_missed_one_late(house: World) -> None:
    house.raise_case()
    monday(house)
    monday(house, weeks=3)
    house.sweep()
    assert list(house.room.digests) == ["digest:C1:2026-W11", "digest:C1:2026-W12"]


def test_run_twice_it_is_posted_once(house: World) -> None:
    house.raise_case()
    monday(house)
    house.run_again()
    assert len(house.room.digests) == 1


def friday_afternoon(world: World) -> None:
    with world.store() as uow:
        uow.preferences.keep(WORKSPACE, CHANNEL, Habits(weekday=4, hour=15))
        replan(uow, WORKSPACE, CHANNEL, now=world.clock.now())
        uow.commit()


def test_moved_within_a_week_that_was_told_it_comes_in_the_next_one_and_loses_nothing(
    house: World,
) -> None:
    house.raise_case(title="Before")
    monday(house)
    friday_afternoon(house)
    short = house.raise_case(title="Short")
    house.clock.forward(days=1)
    house.act(withdraw, short.id, by=BEN)
    with house.store() as uow:
        rows = [d for d in uow.schedule.all(WORKSPACE) if d.round is Round.CHANNEL_WEEK]
    assert [row.at for row in rows] == [datetime(2026, 3, 20, 15, tzinfo=UTC)]
    for _ in range(12):
        house.clock.forward(days=1)
        house.sweep()
    assert list(house.room.digests) == ["digest:C1:2026-W11", "digest:C1:2026-W12"]
    last = house.room.digests["digest:C1:2026-W12"]
    assert "Withdrawn: “Short”." in [line.text for line in last.lines]


def test_a_week_with_nothing_to_tell_can_still_be_told_later_in_it(house: World) -> None:
    monday(house)
    friday_afternoon(house)
    house.raise_case(title="Later")
    house.clock.forward(days=4, hours=6)
    house.sweep()
    assert list(house.room.digests) == ["digest:C1:2026-W11"]


def test_asked_for_by_hand_it_is_the_weeks_and_leaves_out_what_the_channel_leaves_out(
    house: World,
) -> None:
    case = house.raise_case()
    keep(house, Habits(left_out=frozenset({Part.KEPT})))
    now = house.clock.forward(days=1)
    with house.store() as uow:
        first = tell_week(WORKSPACE, CHANNEL, uow=uow, now=now, at=now, since=now - WEEK)
        second = tell_week(WORKSPACE, CHANNEL, uow=uow, now=now, at=now, since=now - WEEK)
        uow.preferences.keep(WORKSPACE, CHANNEL, Habits(left_out=frozenset(Part)))
        nothing = tell_week(WORKSPACE, CHANNEL, uow=uow, now=now, at=now, since=now - WEEK)
        uow.commit()
    assert (first.key, first.again, second.again) == ("digest:C1:2026-W10", False, True)
    assert second.digest == first.digest
    assert [line.case_number for line in first.digest.lines] == [case.number]
    assert nothing.digest.lines == ()


def test_a_channel_that_wants_none_gets_none(house: World) -> None:
    house.raise_case()
    keep(house, Habits(digest=False))
    monday(house)
    assert house.room.digests == {}


def test_a_digest_of_which_everything_is_left_out_is_silent(house: World) -> None:
    house.raise_case()
    keep(house, Habits(left_out=frozenset(Part)))
    monday(house)
    assert house.room.digests == {}
