"""Two people at the same moment, on real connections: one is first, nothing is lost or doubled."""

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.casework.ports import Conflict
from bot.mediation.caucus import BlindAnswer, PrivateLine, PrivateText
from bot.mediation.people import Membership, PersonId, SideId
from bot.mediation.timeline import Event, first_break
from storage import SqlStore
from tests.chance import CountedIds, StillClock
from tests.storage.databases import Enqueued
from tests.storage.samples import ANNA, BUYER, SELLER, T0, case, partnership

ATTEMPTS = 8


@pytest.fixture
def store(engine: Engine) -> SqlStore:
    stocked = SqlStore(engine, enqueue=Enqueued(), ids=CountedIds(), clock=StillClock())
    with stocked() as uow:
        uow.partnerships.save(partnership())
        uow.cases.add(case())
        uow.commit()
    return stocked


def at_once(*work: Callable[[], None]) -> list[BaseException]:
    """Do it all at the same moment, each again on Conflict; what else went wrong."""
    ready = threading.Barrier(len(work))
    faults: list[BaseException] = []

    def run(one: Callable[[], None]) -> None:
        ready.wait()
        for _ in range(ATTEMPTS):
            try:
                one()
            except Conflict:
                continue
            except Exception as fault:  # noqa: BLE001  (looked at by the test)
                faults.append(fault)
            return
        faults.append(TimeoutError("never got a turn"))

    threads = [threading.Thread(target=run, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return faults


def test_one_event_is_claimed_by_one_of_two(store: SqlStore) -> None:
    won: list[bool] = []

    def claim() -> None:
        with store() as uow:
            first = uow.claim("Ev1")
            uow.commit()
        won.append(first)

    assert at_once(claim, claim, claim) == []
    assert sorted(won) == [False, False, True]


def test_two_cases_raised_together_get_two_numbers(store: SqlStore) -> None:
    def raise_one(name: str) -> Callable[[], None]:
        def add() -> None:
            with store() as uow:
                uow.cases.add(case(name, uow.cases.next_number(case().workspace)))
                uow.commit()

        return add

    assert at_once(raise_one("c2"), raise_one("c3")) == []
    with store() as uow:
        assert {uow.cases.get(name).number for name in ("c2", "c3")} == {2, 3}


def test_two_changes_to_one_case_are_both_kept(store: SqlStore) -> None:
    def say(side: SideId) -> Callable[[], None]:
        def settle() -> None:
            with store() as uow:
                read = uow.cases.get("c1")
                uow.cases.save(replace(read, settles=read.settles | {side}))
                uow.commit()

        return settle

    assert at_once(say(BUYER.id), say(SELLER.id)) == []
    with store() as uow:
        both = uow.cases.get("c1")
    assert both.settles == frozenset({BUYER.id, SELLER.id})
    assert both.version == 2


def test_links_written_together_make_one_chain(store: SqlStore) -> None:
    def write(text: str) -> Callable[[], None]:
        def append() -> None:
            with store() as uow:
                uow.timeline.append(Event("c1", "said", None, T0, text))
                uow.commit()

        return append

    assert at_once(*(write(f"text {n}") for n in range(4))) == []
    with store() as uow:
        chain = uow.timeline.of("c1")
    assert first_break(chain) is None
    assert {item.text for item in chain} == {f"text {n}" for n in range(4)}


def test_a_case_that_is_held_shows_each_side_what_the_other_has_answered(store: SqlStore) -> None:
    saw_both: list[bool] = []

    def answer(side: SideId) -> Callable[[], None]:
        def hold_and_look() -> None:
            with store() as uow:
                uow.cases.held("c1")
                mine = uow.caucuses.get("c1", side)
                uow.caucuses.save(mine.with_answer(BlindAnswer(1, frozenset({0})), by=ANNA))
                found = [uow.caucuses.get("c1", s.id).answer_to(1) for s in (BUYER, SELLER)]
                uow.commit()
            saw_both.append(all(found))

        return hold_and_look

    assert at_once(answer(BUYER.id), answer(SELLER.id)) == []
    assert sorted(saw_both) == [False, True]


def test_a_person_who_joins_twice_at_once_is_one_member(store: SqlStore) -> None:
    def join() -> None:
        with store() as uow:
            read = uow.partnerships.get(partnership().id)
            new = Membership(PersonId("U7"), BUYER.id, since=T0)
            uow.partnerships.save(replace(read, members=(*read.members, new)))
            uow.commit()

    assert at_once(join, join) == []
    with store() as uow:
        members = uow.partnerships.get(partnership().id).members
    assert [m.person for m in members].count(PersonId("U7")) == 1


def test_two_sessions_that_read_the_same_partnership_keep_both_changes(store: SqlStore) -> None:
    """Each reads in one session, waits for the other to have read, and saves in a second one."""
    both_have_read = threading.Barrier(2)
    attempts: list[str] = []

    def add(person: str) -> Callable[[], None]:
        def work() -> None:
            with store() as uow:
                read = uow.partnerships.get(partnership().id)
            if attempts.count(person) == 0:
                both_have_read.wait()
            attempts.append(person)
            with store() as uow:
                new = Membership(PersonId(person), BUYER.id, since=T0)
                members = tuple(replace(m, roles=frozenset()) for m in read.members)
                uow.partnerships.save(replace(read, members=(*members, new)))
                uow.commit()

        return work

    assert at_once(add("U7"), add("U8")) == []
    with store() as uow:
        found = uow.partnerships.get(partnership().id)
    assert {m.person for m in found.members} >= {"U7", "U8"}
    assert (len(attempts), found.version) == (3, 3)  # one of the two had to read anew


def test_what_breaks_a_reference_is_a_fault_of_ours_and_no_conflict(store: SqlStore) -> None:
    stray = PrivateLine("nowhere", BUYER.id, ANNA, PrivateText("x", owner=BUYER.id), T0)

    def add_stray() -> None:
        with store() as uow:
            uow.clarifications.add_line(stray)

    with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
        add_stray()


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_writer_that_waited_too_long_is_told_to_try_again(store: SqlStore) -> None:
    def second() -> None:
        with store() as waiting:
            waiting.claim("Ev1")

    with store() as first:
        first.claim("Ev0")
        with store.engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA busy_timeout=1")
        with pytest.raises(Conflict) as refused:
            second()
    assert isinstance(refused.value.__cause__, DBAPIError)
