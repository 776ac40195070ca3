"""The job engine: a job enqueued in a transaction runs after its commit, also after a crash.

Jobs are DBOS workflows of one step each, under the job's key as workflow id, so that a second
job of the same key is dropped. A step may run twice (a crash between the work and its record),
which every handler allows for. What can pass is tried again a bounded number of times.
"""

import logging
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from dbos import DBOS, DBOSClient, DBOSConfig
from sqlalchemy import Engine
from sqlmodel import Session

from bot.casework.ports import Conflict, Job, Json
from bot.jobs.sealed import Seal, Sealed

log = logging.getLogger(__name__)

NAME = "parley"
QUEUE = "parley"
VERSION = "1"
"""Fixed, since the default is a hash of the source, and any change would strand waiting jobs."""

ATTEMPTS = 10
FIRST_WAIT_S = 0.3
"""Waits double, so that a job outlasts about two and a half minutes without Slack or a model."""

PATIENCE_S = 5
"""How long a stop waits for the jobs that run, in seconds."""

EVERY_MINUTE, EVERY_SECOND = "0 * * * * *", "* * * * * *"
"""Six fields, seconds first."""

KEPT = timedelta(days=14)

Handler = Callable[[Mapping[str, Json]], None]


class Failed(Exception):
    """What the record of a job keeps of a fault: its kind alone, for its words may be anybody's.

    permanent: whether trying again cannot help.
    """

    def __init__(self, kind: str, permanent: bool) -> None:
        super().__init__(kind, permanent)
        self.permanent = permanent


class JobEngine:
    """One process's share of the work. `start` once the handlers are known; `stop` at the end.

    seal: locks what jobs are told, as long as it stands in the database. tick: when `sweep` runs,
    by the real clock. poll_s: how often the queue is looked at, in seconds. threads: jobs at a
    time.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        seal: Seal,
        executor_id: str = "parley-1",
        poll_s: float = 0.05,
        threads: int = 8,
        tick: str = EVERY_MINUTE,
    ) -> None:
        self._engine = engine
        self._client: DBOSClient | None = None
        self._launched = False
        self._poll_s = poll_s
        self._threads = threads
        self._tick = tick
        self._form = Sealed(seal)
        self._config: DBOSConfig = {
            "name": NAME,
            "system_database_engine": engine,
            "executor_id": executor_id,
            "application_version": VERSION,
            "log_level": "ERROR",
            "enable_otlp": False,
            "serializer": self._form,
        }

    def enqueue(self, session: Session, job: Job) -> None:
        """Put a job into the session's transaction; nothing runs unless it commits."""
        self._connected().enqueue_in_transaction(
            session,
            {
                "queue_name": QUEUE,
                "workflow_name": job.name,
                "workflow_id": job.key,
                "app_version": VERSION,
            },
            dict(job.args),
        )

    def start(self, handlers: Mapping[str, Handler]) -> None:
        """Begin to work; `sweep`, where it is among the handlers, runs at every tick too."""
        self._register_queue()
        DBOS(config=self._config)
        for name, handler in handlers.items():
            _register(name, handler)
        tick = _tick(handlers["sweep"]) if "sweep" in handlers else None
        DBOS.launch()
        self._launched = True
        if tick is not None:
            DBOS.apply_schedules(
                [
                    {
                        "schedule_name": "every-minute",
                        "workflow_fn": tick,
                        "schedule": self._tick,
                        "context": None,
                    }
                ]
            )

    def _register_queue(self) -> None:
        """Before the launch: the engine looks for queues then, and after that once a second."""
        DBOS.migrate(self._engine.url.render_as_string(hide_password=False))
        self._connected().register_queue(
            QUEUE,
            worker_concurrency=self._threads,
            polling_interval_sec=self._poll_s,
            application_name=NAME,
        )

    def _connected(self) -> DBOSClient:
        if self._client is None:
            self._client = DBOSClient(system_database_engine=self._engine, serializer=self._form)
        return self._client

    def wait_idle(self, timeout_s: float = 10.0) -> bool:
        """Wait until nothing is enqueued or running; False where that took too long."""
        until = time.monotonic() + timeout_s
        while time.monotonic() < until:
            waiting = DBOS.list_workflows(
                status=["ENQUEUED", "PENDING", "DELAYED"], limit=1, load_input=False
            )
            if not waiting:
                return True
            time.sleep(self._poll_s)
        return False

    def stop(self) -> None:
        """Let what runs come to its end, then stop. What still waits runs after the next start."""
        if self._client is not None:
            self._client.destroy()
            self._client = None
        if not self._launched:
            return
        self._launched = False
        running = DBOS.list_workflows(status=["PENDING"], limit=1, load_input=False)
        # Waiting takes the engine a second at least, so it is asked to only where there is cause.
        DBOS.destroy(
            destroy_registry=True, workflow_completion_timeout_sec=PATIENCE_S if running else 0
        )


def may_pass(fault: BaseException) -> bool:
    """Whether trying again can help: a conflict, or what says that it is not permanent."""
    if isinstance(fault, Conflict | ConnectionError | TimeoutError):
        return True
    return getattr(fault, "permanent", True) is False


def _register(name: str, handler: Handler) -> None:
    @DBOS.step(
        name=f"{name}.work",
        retries_allowed=True,
        interval_seconds=FIRST_WAIT_S,
        backoff_rate=2.0,
        max_attempts=ATTEMPTS,
        should_retry=may_pass,
    )
    def work(args: dict[str, Any]) -> None:
        try:
            handler(args)
        except Exception as fault:
            kind = f"{type(fault).__module__}.{type(fault).__qualname__}"
            raise Failed(kind, permanent=not may_pass(fault)) from fault

    @DBOS.workflow(name=name)
    def job(args: dict[str, Any]) -> None:
        try:
            work(args)
        except Exception:
            log.exception("job %s %s did not succeed", name, DBOS.workflow_id)
            raise


def _tick(sweep: Handler) -> Callable[..., None]:
    @DBOS.workflow(name="tick")
    def tick(due: datetime, context: Any) -> None:
        sweep_once(sweep)
        forget_done(before=datetime.now(UTC) - KEPT)

    return tick


def sweep_once(sweep: Handler) -> None:
    """This minute's sweep; one that does not succeed is reported, and the next looks again."""
    try:
        sweep({})
    except Exception:
        log.exception("the sweep of this minute did not succeed; the next one will look again")


def forget_done(*, before: datetime) -> int:
    """Take away the records of jobs that ended before this moment; how many, 500 at the most.

    A job of the same key could run again after this, so `before` lies well in the past.
    """
    old = DBOS.list_workflows(
        status=["SUCCESS", "ERROR"],
        completed_before=before.isoformat(),
        limit=500,
        load_input=False,
        load_output=False,
    )
    if old:
        DBOS.delete_workflows([w.workflow_id for w in old])
    return len(old)
