"""The weekly message to a channel: once a week, and silent where there is nothing to say."""

from datetime import timedelta

import pytest

from bot.casework.preferences import Habits, Part
from tests.casework.world import CHANNEL, WORKSPACE, World


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
