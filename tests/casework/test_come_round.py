"""What comes round: once, on time; what was missed once and late; whatever the clock does."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.casework.come_round import OF_CHANNEL, OF_PERSON, come_round, replan
from bot.casework.hours import hours_of_channel, hours_of_person
from bot.casework.jobs import handlers
from bot.casework.ports import Job
from bot.casework.preferences import DaysOff, Habits
from bot.casework.schedule import Due, Round
from bot.mediation.people import Person
from tests.casework.world import ACME, ANNA, BEN, BOREALIS, CHANNEL, WORKSPACE, World

MONDAY_NINE = datetime(2026, 3, 9, 9, tzinfo=UTC)


def sweep(world: World) -> list[Job]:
    """One tick; the jobs that it made."""
    before = len(world.waiting)
    come_round(workspace=WORKSPACE, store=world.store, clock=world.clock)
    return world.waiting[before:]


def rows(world: World, what: Round) -> list[Due]:
    with world.store() as uow:
        return [d for d in uow.schedule.all(WORKSPACE) if d.round is what]


def keep(world: World, scope: str, value: object) -> None:
    with world.store() as uow:
        uow.preferences.keep(WORKSPACE, scope, value)
        uow.commit()


def weekly(jobs: list[Job]) -> list[Job]:
    return [j for j in jobs if j.name == Round.CHANNEL_WEEK]


@pytest.fixture
def house(world: World) -> World:
    """With its rows in place, on the Monday before `MONDAY_NINE`, noon."""
    sweep(world)
    world.waiting.clear()
    return world


def test_every_round_that_is_planned_is_a_job(world: World) -> None:
    known = handlers(world.workshop)
    assert all(what in known for what in (*OF_CHANNEL, *OF_PERSON))


def test_who_came_after_the_last_look_is_told_late_what_came_round_since(house: World) -> None:
    (row,) = rows(house, Round.CHANNEL_WEEK)
    with house.store() as uow:
        uow.schedule.claim(row, following=None)
        uow.commit()
    looked = house.clock.now()
    house.clock.forward(days=8)
    (job,) = weekly(sweep(house))
    assert (job.args["subject"], job.args["since"]) == (CHANNEL, looked.isoformat())


def test_the_first_tick_plans_and_sends_nothing(world: World) -> None:
    assert sweep(world) == []
    (row,) = rows(world, Round.CHANNEL_WEEK)
    yesterday = world.clock.now() - timedelta(days=1)
    assert (row.subject, row.since, row.at) == (CHANNEL, yesterday, MONDAY_NINE)


def test_what_is_due_becomes_one_job_that_knows_since_when(house: World) -> None:
    yesterday = house.clock.now() - timedelta(days=1)
    house.clock.forward(days=6, hours=20, minutes=59)
    assert weekly(sweep(house)) == []
    house.clock.forward(minutes=1)
    (job,) = weekly(sweep(house))
    assert job.args == {
        "subject": CHANNEL,
        "since": yesterday.isoformat(),
        "at": MONDAY_NINE.isoformat(),
        "now": house.clock.now().isoformat(),
    }
    assert weekly(sweep(house)) == []
    house.clock.forward(days=7)
    assert len(weekly(sweep(house))) == 1


def test_what_was_missed_for_a_month_comes_once(house: World) -> None:
    house.clock.forward(days=31)
    assert len(weekly(sweep(house))) == 1
    (row,) = rows(house, Round.CHANNEL_WEEK)
    assert row.at > house.clock.now()
    assert weekly(sweep(house)) == []


def test_a_tick_that_another_process_had_first_makes_nothing(house: World) -> None:
    house.clock.forward(days=7)
    with house.store() as uow:
        (row,) = [d for d in uow.schedule.all(WORKSPACE) if d.round is Round.CHANNEL_WEEK]
        later = replace(row, since=house.clock.now(), at=row.at + timedelta(days=7))
        assert uow.schedule.claim(row, following=later)
        uow.commit()
    assert weekly(sweep(house)) == []


def test_a_claim_that_is_not_committed_leaves_the_row_for_the_next_tick(house: World) -> None:
    house.clock.forward(days=7)
    with house.store() as uow:
        (row,) = [d for d in uow.schedule.all(WORKSPACE) if d.round is Round.CHANNEL_WEEK]
        uow.schedule.claim(row, following=None)
    assert len(weekly(sweep(house))) == 1


def test_a_clock_that_was_a_year_ahead_and_is_put_right_goes_on_and_repeats_nothing(
    house: World,
) -> None:
    house.clock.forward(days=365)
    ahead = weekly(sweep(house))
    assert len(ahead) == 1
    house.clock.forward(days=-364)
    assert weekly(sweep(house)) == [], "nothing is sent for a time that was never reached"
    (row,) = rows(house, Round.CHANNEL_WEEK)
    assert row.at == MONDAY_NINE
    house.clock.forward(days=6)
    (job,) = weekly(sweep(house))
    assert job.key == ahead[0].key, "so that the engine drops it: this Monday's was sent"
    house.clock.forward(days=7)
    assert weekly(sweep(house))[0].key != job.key


def test_two_clocks_that_differ_by_seconds_send_once(house: World) -> None:
    house.clock.forward(days=6, hours=21, seconds=2)
    first = weekly(sweep(house))
    house.clock.forward(seconds=-4)
    assert weekly(sweep(house)) == []
    house.clock.forward(seconds=4)
    assert weekly(sweep(house)) == []
    assert len(first) == 1


def test_newcomers_have_their_rows_within_the_hour(house: World) -> None:
    house.raise_case()
    house.clock.forward(minutes=59)
    sweep(house)
    assert ANNA.person not in {d.subject for d in rows(house, Round.PERSON_WEEK)}
    house.clock.forward(minutes=1)
    sweep(house)
    assert ANNA.person in {d.subject for d in rows(house, Round.PERSON_WEEK)}
    assert BEN.person not in {d.subject for d in rows(house, Round.PERSON_WEEK)}


class TestHours:
    def test_a_person_is_reached_in_the_zone_that_slack_gives(self, world: World) -> None:
        world.share(people=(Person(ANNA.person, "Anna", ACME, timezone="Asia/Tokyo"),))
        with world.store() as uow:
            assert hours_of_person(uow, WORKSPACE, ANNA.person).zone == "Asia/Tokyo"
            assert hours_of_person(uow, WORKSPACE, BEN.person).zone == "UTC"

    def test_a_channel_has_the_zone_that_most_of_its_people_have(self, world: World) -> None:
        tokyo, berlin = "Asia/Tokyo", "Europe/Berlin"
        people = [Person(ANNA.person, "Anna", ACME, timezone=tokyo)]
        people += [Person(f"UB{n}", "B", BOREALIS, timezone=berlin) for n in range(2)]  # type: ignore[arg-type]
        world.share(people=tuple(people))
        with world.store() as uow:
            assert hours_of_channel(uow, WORKSPACE, CHANNEL).zone == berlin

    def test_what_was_set_goes_before(self, world: World) -> None:
        keep(world, CHANNEL, Habits(weekday=3, hour=16, zone="America/New_York"))
        with world.store() as uow:
            hours = hours_of_channel(uow, WORKSPACE, CHANNEL)
        assert (hours.weekday, hours.hour, hours.zone) == (3, 16, "America/New_York")

    def test_a_channel_rests_when_either_side_does_and_a_person_with_their_own(
        self, world: World
    ) -> None:
        world.raise_case()
        acme, borealis = date(2026, 3, 9), date(2026, 3, 10)
        keep(world, world.side(ANNA).id, DaysOff(frozenset({acme})))
        keep(world, world.side(BEN).id, DaysOff(frozenset({borealis})))
        with world.store() as uow:
            assert hours_of_channel(uow, WORKSPACE, CHANNEL).days.off == {acme, borealis}
            assert hours_of_person(uow, WORKSPACE, ANNA.person).days.off == {acme}

    def test_a_change_of_the_hour_moves_the_row_that_stands(self, house: World) -> None:
        keep(house, CHANNEL, Habits(weekday=4, hour=15))
        with house.store() as uow:
            moved = replan(uow, WORKSPACE, CHANNEL, now=house.clock.now())
            uow.commit()
        (row,) = rows(house, Round.CHANNEL_WEEK)
        assert row in moved
        assert row.at == datetime(2026, 3, 6, 15, tzinfo=UTC)
