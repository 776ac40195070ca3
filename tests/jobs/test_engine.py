"""A job that was enqueued in a transaction runs after its commit: once, bounded, and loudly."""

import logging
import threading
from base64 import urlsafe_b64decode as b64decode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from dbos import DBOSClient, EnqueueOptions
from sqlalchemy import Engine, text
from sqlmodel import Session

from bot.casework.ports import Conflict, Job, Json
from bot.casework.room import RoomUnavailable
from bot.jobs.engine import (
    ATTEMPTS,
    FIRST_WAIT_S,
    QUEUE,
    VERSION,
    JobEngine,
    forget_done,
    may_pass,
    sweep_once,
)
from bot.jobs.sealed import MARK, Seal, Sealed
from storage import SqlStore, open_engine
from storage.secrets import seal, unseal
from tests.chance import CountedIds, StillClock
from tests.storage import postgres
from tests.storage.databases import copied_file

Args = Mapping[str, Json]


@dataclass
class Bench:
    """A running engine whose one handler does what the test puts under the job's `do`."""

    app: Engine
    jobs: JobEngine
    todo: dict[str, Callable[[], None]] = field(default_factory=dict)
    done: list[Args] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def work(self, args: Args) -> None:
        self.todo.get(str(args.get("do")), lambda: None)()
        with self.lock:
            self.done.append(args)

    @property
    def store(self) -> SqlStore:
        ids, clock = CountedIds(), StillClock()
        return SqlStore(self.app, enqueue=self.jobs.enqueue, ids=ids, clock=clock)

    def enqueue(self, *jobs: Job, commit: bool = True) -> None:
        with Session(self.app) as session:
            for job in jobs:
                self.jobs.enqueue(session, job)
            if commit:
                session.commit()

    def ran(self, key: str) -> int:
        assert self.jobs.wait_idle()
        with self.lock:
            return sum(args.get("key") == key for args in self.done)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def running(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Bench]:
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        url = f"sqlite:///{copied_file(template, tmp_path_factory.mktemp('jobs'))}"
    else:
        admin = request.getfixturevalue("postgres_admin")
        url = postgres.database(admin, template=request.getfixturevalue("postgres_template"))
    app, own = open_engine(url), open_engine(url, immediate=False)
    made = Bench(app, JobEngine(own, seal=Seal(seal, unseal), poll_s=0.02))
    made.jobs.start({"work": made.work, "sweep": made.work})
    yield made
    made.jobs.stop()
    app.dispose()
    own.dispose()


@pytest.fixture
def bench(running: Bench) -> Bench:
    with running.lock:
        running.done.clear()
    running.todo.clear()
    return running


def job(key: str, do: str = "") -> Job:
    return Job("work", key, {"key": key, "do": do})


def test_a_job_runs_after_the_commit_with_its_arguments(bench: Bench) -> None:
    args: Args = {"key": "k-args", "number": 3, "none": None, "list": ["ä", {"deep": True}]}
    bench.enqueue(Job("work", "k-args", args))
    assert bench.ran("k-args") == 1
    assert bench.done == [args]


def test_a_job_of_a_transaction_that_was_rolled_back_never_runs(bench: Bench) -> None:
    bench.enqueue(job("k-rolled-back"), commit=False)
    bench.enqueue(job("k-after"))
    assert bench.ran("k-after") == 1
    assert bench.ran("k-rolled-back") == 0


def test_a_rolled_back_key_can_be_used_again(bench: Bench) -> None:
    bench.enqueue(job("k-again"), commit=False)
    bench.enqueue(job("k-again"))
    assert bench.ran("k-again") == 1


def test_state_and_job_are_committed_together_or_not_at_all(bench: Bench) -> None:
    store = bench.store
    with store() as uow:
        assert uow.claim("Ev-lost")
        uow.enqueue(job("k-lost"))
    with store() as uow:
        assert uow.claim("Ev-kept")
        uow.enqueue(job("k-kept"))
        uow.commit()
    assert (bench.ran("k-kept"), bench.ran("k-lost")) == (1, 0)
    with store() as uow:
        assert uow.claim("Ev-lost")
        assert not uow.claim("Ev-kept")


def test_a_second_job_of_the_same_key_is_dropped_in_one_transaction_and_in_another(
    bench: Bench,
) -> None:
    bench.enqueue(job("k-same"), job("k-same"))
    assert bench.ran("k-same") == 1
    bench.enqueue(job("k-same"))
    assert bench.ran("k-same") == 1


def test_many_jobs_run_each_once(bench: Bench) -> None:
    keys = [f"k-many-{n}" for n in range(40)]
    bench.enqueue(*(job(key) for key in keys))
    assert [bench.ran(key) for key in keys] == [1] * 40


def test_a_job_may_enqueue_the_next_one(bench: Bench) -> None:
    bench.todo["chain"] = lambda: bench.enqueue(job("k-second"))
    bench.enqueue(job("k-first", do="chain"))
    assert bench.ran("k-first") == 1
    assert bench.ran("k-second") == 1


@pytest.mark.parametrize(
    "passing",
    [Conflict("meanwhile"), ConnectionError(), RoomUnavailable("ratelimited", permanent=False)],
    ids=lambda fault: type(fault).__name__,
)
def test_what_can_pass_is_tried_again_until_it_succeeds(bench: Bench, passing: Exception) -> None:
    attempts: list[int] = []

    def fail_once() -> None:
        attempts.append(1)
        if len(attempts) == 1:
            raise passing

    bench.todo["fail once"] = fail_once
    key = f"k-passing-{type(passing).__name__}"
    bench.enqueue(job(key, do="fail once"))
    assert bench.ran(key) == 1
    assert len(attempts) == 2


@pytest.mark.parametrize(
    "lasting",
    [RoomUnavailable("channel_not_found", permanent=True), ValueError("of ours"), KeyError("x")],
    ids=lambda fault: type(fault).__name__,
)
def test_what_cannot_pass_is_tried_once_and_reported(
    bench: Bench, lasting: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    attempts: list[int] = []

    def fail() -> None:
        attempts.append(1)
        raise lasting

    key = f"k-lasting-{type(lasting).__name__}"
    bench.todo["fail"] = fail
    with caplog.at_level(logging.ERROR, logger="bot.jobs.engine"):
        bench.enqueue(job(key, do="fail"))
        assert bench.ran(key) == 0
    assert len(attempts) == 1
    assert [r.getMessage() for r in caplog.records if key in r.getMessage()] == [
        f"job work {key} did not succeed"
    ]
    assert caplog.records[0].exc_info is not None


@pytest.mark.parametrize("fails", ["told in confidence", ""])
def test_no_word_of_a_job_or_of_its_fault_stands_open_in_its_record(
    bench: Bench, fails: str
) -> None:
    def fail() -> None:
        raise ValueError(fails)

    key = f"k-sealed-{bool(fails)}"
    bench.todo["fail"] = fail
    args = {"key": key, "do": "fail" if fails else "", "typed": "told in confidence"}
    bench.enqueue(Job("work", key, args))
    assert bench.ran(key) == (0 if fails else 1)
    found = records(bench.app, key)
    assert len(found) == 2, "the job's and its step's"
    opened = [unseal(held.removeprefix(MARK)) for held in found]
    assert any(b"told in confidence" in b64decode(one) for one in opened), "what it was told"
    assert sum(b"builtins.ValueError" in b64decode(one) for one in opened) == bool(fails)
    plain = [held.encode() for held in found] + [
        b64decode(held.removeprefix(MARK)) for held in found
    ]
    assert not any(b"told in confidence" in one for one in plain)


def records(app: Engine, key: str) -> list[str]:
    """What the engine keeps of a job: what it was told, and what came of its step."""
    kept = "SELECT inputs FROM workflow_input WHERE workflow_uuid = :key"
    came = "SELECT COALESCE(error, output) FROM operation_outputs WHERE workflow_uuid = :key"
    schema = "" if app.dialect.name == "sqlite" else "dbos."
    with app.connect() as connection:
        found = [
            connection.scalars(text(query.replace("FROM ", f"FROM {schema}")), {"key": key}).all()
            for query in (kept, came)
        ]
    return [str(held) for rows in found for held in rows if held is not None]


def test_a_job_enqueued_before_its_records_were_sealed_is_read_as_it_was(bench: Bench) -> None:
    client = DBOSClient(system_database_engine=bench.app)
    options: EnqueueOptions = {
        "queue_name": QUEUE,
        "workflow_name": "work",
        "workflow_id": "k-plain",
        "app_version": VERSION,
    }
    with Session(bench.app) as session:
        client.enqueue_in_transaction(session, options, {"key": "k-plain"})
        session.commit()
    assert bench.ran("k-plain") == 1


def test_a_record_without_a_mark_is_read_as_it_was() -> None:
    form, before = Sealed(Seal(seal, unseal)), Sealed(Seal(str, str))
    value = {"context": None}
    assert form.deserialize(form.serialize(value)) == value
    assert form.deserialize(before.serialize(value).removeprefix(MARK)) == value


def test_others_go_on_when_one_job_does_not_succeed(bench: Bench) -> None:
    def fail() -> None:
        raise ValueError

    bench.todo["fail"] = fail
    bench.enqueue(job("k-broken", do="fail"), job("k-sound"))
    assert bench.ran("k-sound") == 1


def test_jobs_run_side_by_side(bench: Bench) -> None:
    together = threading.Barrier(2)
    bench.todo["meet"] = lambda: _ignore(together.wait(timeout=10))
    bench.enqueue(job("k-meet-1", do="meet"), job("k-meet-2", do="meet"))
    assert (bench.ran("k-meet-1"), bench.ran("k-meet-2")) == (1, 1)


def test_waiting_for_work_to_end_is_bounded(bench: Bench) -> None:
    release = threading.Event()
    bench.todo["hold"] = lambda: _ignore(release.wait(timeout=10))
    bench.enqueue(job("k-held", do="hold"))
    assert not bench.jobs.wait_idle(timeout_s=0.1)
    release.set()
    assert bench.ran("k-held") == 1


def test_records_of_jobs_that_ended_long_ago_are_taken_away(bench: Bench) -> None:
    bench.enqueue(job("k-old"))
    assert bench.ran("k-old") == 1
    assert forget_done(before=datetime.now(UTC) - timedelta(days=1)) == 0
    bench.enqueue(job("k-old"))
    assert bench.ran("k-old") == 1, "its key still stands, so it does not run again"
    assert forget_done(before=datetime.now(UTC) + timedelta(seconds=1)) >= 1
    bench.enqueue(job("k-old"))
    assert bench.ran("k-old") == 2


def test_a_minute_that_did_not_succeed_is_reported_and_is_no_end(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Args) -> None:
        raise ValueError

    with caplog.at_level(logging.ERROR, logger="bot.jobs.engine"):
        sweep_once(fail)
        sweep_once(bench.work)
    assert "the next one will look again" in caplog.text
    assert bench.done == [{}]


def test_a_job_outlasts_two_minutes_without_slack_and_not_ten() -> None:
    waits = [FIRST_WAIT_S * 2**n for n in range(ATTEMPTS - 1)]
    assert 120 < sum(waits) < 600


def test_what_may_pass_says_so_itself() -> None:
    assert may_pass(Conflict("x"))
    assert may_pass(TimeoutError())
    assert may_pass(ConnectionResetError())
    assert may_pass(RoomUnavailable("ratelimited", permanent=False))
    assert not may_pass(RoomUnavailable("is_archived", permanent=True))
    assert not may_pass(ValueError())


def _ignore(_: object) -> None:
    """What came back says nothing here."""
