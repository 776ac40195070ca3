"""Today is the day where somebody is, whatever day it is in Greenwich."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.casework.change_commitment import AskChange, ask_change
from bot.casework.check_in import still_fits
from bot.casework.digest import digest
from bot.casework.follow_up import mark_done
from bot.casework.hours import (
    day_for,
    day_of_channel,
    day_of_person,
    hours_of_channel,
    hours_of_person,
)
from bot.casework.month import month
from bot.casework.my_desk import my_desk
from bot.casework.preferences import Habits
from bot.mediation.case import Case
from bot.mediation.people import Person, PersonId
from bot.mediation.refusals import MovedOn, Unclear
from bot.mediation.rhythm import Every
from bot.mediation.stages import Stage
from tests.casework.world import (
    ACME,
    ALEX,
    ANNA,
    BEN,
    BOREALIS,
    CHANNEL,
    WORKSPACE,
    World,
    memory_world,
)

DUE = date(2026, 3, 18)
ALEX_IN = Person(ALEX.person, "Alex", ACME)


def world_in(zone: str, other: str = "") -> World:
    """Anna, and mostly Ben, are in this zone."""
    world = memory_world()
    here = [
        Person(ANNA.person, "Anna", ACME, timezone=zone),
        Person(BEN.person, "Ben", BOREALIS, timezone=other or zone),
    ]
    world.share(people=tuple(here))
    return world


def test_who_has_no_zone_in_slack_has_that_of_their_colleagues_in_the_channel() -> None:
    world = memory_world()
    tokyo, berlin = "Asia/Tokyo", "Europe/Berlin"
    theirs = [Person(PersonId(f"UB{n}"), "B", BOREALIS, timezone=tokyo) for n in range(3)]
    ours = [Person(ANNA.person, "Anna", ACME, timezone=""), replace(ALEX_IN, timezone=berlin)]
    world.share(people=(*ours, *theirs))
    with world.store() as uow:
        assert hours_of_person(uow, WORKSPACE, ANNA.person).zone == berlin
        late = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
        assert day_of_person(uow, WORKSPACE, ANNA.person, late) == date(2026, 3, 3)
        assert hours_of_channel(uow, WORKSPACE, CHANNEL).zone == tokyo


def owing(world: World, due: date, **changes: object) -> Case:
    """Signed, with one promise, of Anna."""
    case = world.case_at(Stage.AGREED)
    assert case.agreement is not None
    first = replace(
        case.agreement.commitments[0], due=due, side=world.side(ANNA).id, owner=ANNA.person
    )
    first = replace(first, **changes)  # type: ignore[arg-type]
    with world.store() as uow:
        text = replace(case.agreement, commitments=(first,), review_on=due)
        uow.cases.save(replace(world.case(case.id), agreement=text))
        uow.commit()
    return world.case(case.id)


def at(world: World, moment: datetime) -> datetime:
    return world.clock.forward(seconds=(moment - world.clock.now()).total_seconds())


SYDNEY_MORNING = datetime(2026, 3, 17, 22, 5, tzinfo=UTC)
NEW_YORK_EVENING = datetime(2026, 3, 19, 0, 30, tzinfo=UTC)


def test_on_the_review_day_in_sydney_it_can_be_said_that_it_still_fits() -> None:
    world = world_in("Australia/Sydney")
    case = owing(world, DUE)
    at(world, SYDNEY_MORNING)
    assert world.opened(case, ANNA).today == DUE
    agreement = world.act(still_fits, case.id, by=ANNA).agreement
    assert agreement is not None
    assert agreement.fits == {world.side(ANNA).id}


def test_where_the_channel_is_ahead_its_day_counts_for_the_review() -> None:
    world = world_in("Australia/Sydney", "America/Los_Angeles")
    with world.store() as uow:
        uow.preferences.keep(WORKSPACE, CHANNEL, Habits(zone="Australia/Sydney"))
        uow.commit()
    case = owing(world, DUE)
    now = at(world, SYDNEY_MORNING)
    with world.store() as uow:
        assert day_of_person(uow, WORKSPACE, BEN.person, now) == date(2026, 3, 17)
        assert day_of_channel(uow, WORKSPACE, CHANNEL, now) == DUE
        assert day_for(uow, case, BEN.person, now) == DUE
    world.act(still_fits, case.id, by=BEN)
    with pytest.raises(MovedOn):
        world.act(still_fits, case.id, by=BEN)


def test_in_the_evening_of_its_day_in_new_york_nothing_is_past_its_day() -> None:
    world = world_in("America/New_York")
    case = owing(world, DUE)
    now = at(world, NEW_YORK_EVENING)
    with world.store() as uow:
        for reader in (ANNA.person, None):
            found = digest(WORKSPACE, CHANNEL, uow=uow, now=now, reader=reader)
            kinds = {line.kind for line in found.lines if line.case_number == case.number}
            assert "due" in kinds
            assert "overdue" not in kinds


def test_what_is_done_in_the_evening_of_its_day_is_in_time_in_the_months_picture() -> None:
    world = world_in("America/Los_Angeles")
    case = owing(world, DUE)
    now = at(world, NEW_YORK_EVENING)
    assert case.agreement is not None
    done = world.act(mark_done, case.id, case.agreement.commitments[0].key, by=ANNA)
    found = month(CHANNEL, [done], now)
    assert (sum(found.in_time), sum(found.late)) == (1, 0)


def test_a_change_to_yesterday_is_refused_and_to_today_is_not() -> None:
    world = world_in("America/New_York")
    case = owing(world, DUE)
    at(world, NEW_YORK_EVENING)
    assert case.agreement is not None
    key = case.agreement.commitments[0].key
    world.act(ask_change, AskChange(case.id, key, "By hand", DUE), by=ANNA)
    with pytest.raises(Unclear, match="still to come"):
        world.act(ask_change, AskChange(case.id, key, "By hand", date(2026, 3, 17)), by=ANNA)


def test_what_comes_round_can_be_done_again_from_the_owners_own_day_on() -> None:
    world = world_in("Australia/Sydney")
    done = {"every": Every.MONTH, "until": date(2027, 1, 1)}
    case = owing(world, date(2026, 3, 22), **done)
    assert case.agreement is not None
    key = case.agreement.commitments[0].key
    at(world, datetime(2026, 3, 20, tzinfo=UTC))
    world.act(mark_done, case.id, key, by=ANNA)
    now = at(world, datetime(2026, 4, 17, 22, tzinfo=UTC))
    with world.store() as uow:
        mine = [p for p in my_desk(WORKSPACE, ANNA, uow=uow, now=now).promises if p.mine]
    assert [p.commitment.next_due for p in mine] == [date(2026, 4, 22)]
