"""One transaction over all stores."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, delete
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, col, select

from bot.casework.cases import Cases
from bot.casework.ledger import Ledger
from bot.casework.ports import (
    Caucuses,
    Clarifications,
    Clock,
    Conflict,
    Consents,
    Conversation,
    Directory,
    Ids,
    Job,
    Outbox,
    Partnerships,
    Timeline,
)
from bot.casework.preferences import Preferences
from bot.casework.schedule import Schedule
from storage.engine import reading
from storage.secrets import marks
from storage.stores.cases import SqlCases, SqlCaucuses
from storage.stores.clarifications import SqlClarifications
from storage.stores.decoded import Decoded
from storage.stores.follow_up import SqlLedger, SqlPreferences, SqlSchedule
from storage.stores.people import SqlConsents, SqlDirectory, SqlPartnerships
from storage.stores.records import SqlConversation, SqlOutbox, SqlTimeline
from storage.tables import ClaimRow

Enqueue = Callable[[Session, Job], None]


class ReadingOnly(Exception):
    """Something was to be kept that was only read."""


class SqlUnitOfWork:
    """See `bot.casework.ports.UnitOfWork`. Jobs are enqueued in the same transaction."""

    def __init__(
        self,
        engine: Engine,
        enqueue: Enqueue,
        ids: Ids,
        clock: Clock,
        *,
        reads_with: Decoded | None = None,
    ) -> None:
        self._reads = reads_with is not None
        self._session = Session(engine, expire_on_commit=False)
        self._enqueue = enqueue
        self._clock = clock
        self.cases: Cases = SqlCases(self._session, reads_with)
        self.caucuses: Caucuses = SqlCaucuses(self._session)
        self.clarifications: Clarifications = SqlClarifications(self._session)
        self.partnerships: Partnerships = SqlPartnerships(self._session)
        self.directory: Directory = SqlDirectory(self._session)
        self.timeline: Timeline = SqlTimeline(self._session, ids)
        self.consents: Consents = SqlConsents(self._session)
        self.conversation: Conversation = SqlConversation(self._session)
        self.outbox: Outbox = SqlOutbox(self._session)
        self.schedule: Schedule = SqlSchedule(self._session)
        self.preferences: Preferences = SqlPreferences(self._session)
        self.ledger: Ledger = SqlLedger(self._session)

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
        if isinstance(fault, StaleDataError) or (
            isinstance(fault, DBAPIError) and _may_pass(fault)
        ):
            raise Conflict("somebody else was writing at the same moment") from fault

    def claim(self, key: str) -> bool:
        known = (*marks(key), key)  # by itself, as it was kept before there were marks
        found = select(ClaimRow.key).where(col(ClaimRow.key).in_(known)).limit(1)
        if self._session.scalar(found) is not None:
            return False
        self._session.add(ClaimRow(key=known[0], at=self._clock.now()))
        self._session.flush()
        return True

    def forget_claims(self, before: datetime) -> None:
        self._session.execute(delete(ClaimRow).where(col(ClaimRow.at) < before))

    def enqueue(self, job: Job) -> None:
        self._enqueue(self._session, job)

    def commit(self) -> None:
        if self._reads:
            raise ReadingOnly("this unit of work was opened for reading")
        self._session.commit()


class SqlStore:
    """Units of work on one engine. See `bot.casework.ports.Store`."""

    def __init__(self, engine: Engine, *, enqueue: Enqueue, ids: Ids, clock: Clock) -> None:
        self.engine = engine
        self._decoded = Decoded()
        self._enqueue = enqueue
        self._ids = ids
        self._clock = clock

    def __call__(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self.engine, self._enqueue, self._ids, self._clock)

    def reading(self) -> SqlUnitOfWork:
        engine = reading(self.engine)
        return SqlUnitOfWork(
            engine, self._enqueue, self._ids, self._clock, reads_with=self._decoded
        )


_PASSING_STATES = frozenset({"23505", "40001", "40P01", "55P03"})
"""PostgreSQL's names for a key that was taken meanwhile, two kinds of deadlock, and a lock that
was not to be had."""

_PASSING_CODES = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_BUSY_SNAPSHOT,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
        sqlite3.SQLITE_CONSTRAINT_UNIQUE,
    }
)


def _may_pass(fault: DBAPIError) -> bool:
    """Whether another writer was in the way; every other refusal of the database is our fault."""
    origin = fault.orig
    state = getattr(origin, "sqlstate", None)
    code = getattr(origin, "sqlite_errorcode", None)
    return state in _PASSING_STATES or code in _PASSING_CODES
