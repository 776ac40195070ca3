"""What one person opens does not cost more with all that is not theirs, nor with what they saw."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import Engine, event

from bot.casework.get_to_know import acquaintances
from bot.casework.hours import hours_of_person
from bot.casework.list_cases import PAGE, list_cases
from bot.casework.membership import Actor, place_of
from bot.casework.my_desk import my_desk
from bot.casework.own_answers import own_answers
from bot.casework.ports import UnitOfWork
from bot.mediation.people import ChannelId, PartnershipId, PersonId, SideId, TeamId
from bot.mediation.stages import Stage
from storage import SqlStore
from storage.tables import CaseRow
from tests.chance import CountedIds, StillClock
from tests.storage.databases import Enqueued
from tests.storage.samples import ANNA, CHANNEL, T0, WORKSPACE, case, partnership, person

ME = Actor(ANNA, TeamId("T1"))
STRANGER = PersonId("U77")

LOOKS: dict[str, Callable[[UnitOfWork], object]] = {
    "my desk": lambda uow: my_desk(WORKSPACE, ME, uow=uow, now=T0),
    "my answers": lambda uow: own_answers(WORKSPACE, ME, uow=uow),
    "whom I know": lambda uow: acquaintances(WORKSPACE, ME, uow=uow),
    "my hours": lambda uow: hours_of_person(uow, WORKSPACE, ANNA),
    "where else somebody is": lambda uow: place_of(
        uow, uow.partnerships.get(PartnershipId("p1")), Actor(STRANGER, TeamId("T1")), channel=None
    ),
}


def with_others(store: SqlStore, count: int, since: int) -> None:
    """So many partnerships more, of other people in other channels."""
    with store() as uow:
        for number in range(since, since + count):
            channel = ChannelId(f"C-{number}")
            other = partnership(f"other-{number}")
            sides = tuple(replace(s, id=SideId(f"{number}-{s.id}")) for s in other.sides)
            uow.partnerships.save(replace(other, sides=sides, channels=(channel,), members=()))
            uow.directory.remember_channel(channel, [STRANGER])
        uow.commit()


@pytest.mark.parametrize("look", LOOKS)
def test_it_takes_as_many_statements_with_forty_others_as_with_two(
    look: str, engine: Engine
) -> None:
    store = SqlStore(engine, enqueue=Enqueued(), ids=CountedIds(), clock=StillClock())
    statements: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
    with store() as uow:
        uow.partnerships.save(partnership())
        for known in (ANNA, STRANGER):
            uow.directory.remember(person(known))
        uow.directory.remember_channel(CHANNEL, [ANNA])
        uow.commit()
    taken = []
    for count, since in ((2, 0), (38, 2)):
        with_others(store, count, since)
        statements.clear()
        with store() as uow:
            LOOKS[look](uow)
        taken.append(len(statements))
    assert taken[0] == taken[1] > 0


@pytest.fixture
def crowded(engine: Engine) -> SqlStore:
    """Fifteen hundred open cases and as many that have ended, in one channel."""
    store = SqlStore(engine, enqueue=Enqueued(), ids=CountedIds(), clock=StillClock())
    with store() as uow:
        uow.partnerships.save(partnership())
        uow.directory.remember(person(ANNA))
        uow.directory.remember_channel(CHANNEL, [ANNA])
        for number in range(1, 2 * OPEN + 1):
            stage = Stage.CLARIFYING if number <= OPEN else Stage.FULFILLED
            uow.cases.add(replace(case(f"c{number}", number), stage=stage))
        uow.commit()
    return store


OPEN = 1_500


def test_a_list_reads_its_page_alone(crowded: SqlStore) -> None:
    with crowded.reading() as uow, counted_cases() as read:
        page = list_cases(WORKSPACE, CHANNEL, 3, uow=uow)
    assert (page.total, page.cases[0].number, len(read)) == (OPEN, OPEN - 3 * PAGE, PAGE)


def test_a_desk_reads_what_is_open_once_and_then_what_has_changed(crowded: SqlStore) -> None:
    reads = []
    for change in (None, "c7"):
        if change:
            with crowded() as uow:
                uow.cases.save(replace(uow.cases.get(change), ended_because="changed"))
                uow.commit()
        with crowded.reading() as uow, counted_cases() as read:
            desk = my_desk(WORKSPACE, ME, uow=uow, now=T0)
        assert len(desk.waiting) == OPEN
        reads.append(len(read))
    assert reads == [OPEN, 1]


@contextmanager
def counted_cases() -> Iterator[list[str]]:
    """The cases that are read whole from the database meanwhile."""
    read: list[str] = []

    def loaded(row: CaseRow, _: object) -> None:
        read.append(row.id)

    event.listen(CaseRow, "load", loaded)
    yield read
    event.remove(CaseRow, "load", loaded)
