"""One transaction over all stores."""

from collections.abc import Callable
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session

from bot.casework.ports import Clock, Conflict, Ids, Job
from storage.stores.cases import SqlCases, SqlCaucuses
from storage.stores.clarifications import SqlClarifications
from storage.stores.people import SqlConsents, SqlDirectory, SqlPartnerships
from storage.stores.records import SqlConversation, SqlOutbox, SqlTimeline
from storage.tables import ClaimRow

Enqueue = Callable[[Session, Job], None]


class SqlUnitOfWork:
    """See `bot.casework.ports.UnitOfWork`. Jobs are enqueued in the same transaction."""

    def __init__(self, engine: Engine, enqueue: Enqueue, ids: Ids, clock: Clock) -> None:
        self._session = Session(engine, expire_on_commit=False)
        self._enqueue = enqueue
        self._clock = clock
        self.cases = SqlCases(self._session)
        self.caucuses = SqlCaucuses(self._session)
        self.clarifications = SqlClarifications(self._session)
        self.partnerships = SqlPartnerships(self._session)
        self.directory = SqlDirectory(self._session)
        self.timeline = SqlTimeline(self._session, ids)
        self.consents = SqlConsents(self._session)
        self.conversation = SqlConversation(self._session)
        self.outbox = SqlOutbox(self._session)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._session.rollback()
        self._session.close()
        if isinstance(fault, IntegrityError) or _is_busy(fault):
            raise Conflict("somebody else was writing at the same moment") from fault

    def claim(self, key: str) -> bool:
        if self._session.get(ClaimRow, key) is not None:
            return False
        self._session.add(ClaimRow(key=key, at=self._clock.now()))
        self._session.flush()
        return True

    def enqueue(self, job: Job) -> None:
        self._enqueue(self._session, job)

    def commit(self) -> None:
        self._session.commit()


class SqlStore:
    """Units of work on one engine. See `bot.casework.ports.Store`."""

    def __init__(self, engine: Engine, *, enqueue: Enqueue, ids: Ids, clock: Clock) -> None:
        self.engine = engine
        self._enqueue = enqueue
        self._ids = ids
        self._clock = clock

    def __call__(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self.engine, self._enqueue, self._ids, self._clock)


def _is_busy(fault: BaseException | None) -> bool:
    return isinstance(fault, OperationalError) and "locked" in str(fault).lower()
