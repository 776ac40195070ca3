"""A real store on a fresh database, which knows how many of its transactions are open."""

from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel

from bot.casework.ports import Job, UnitOfWork
from storage.engine import open_engine
from storage.tables import SentRow  # noqa: F401  (fills the metadata)
from storage.unit_of_work import SqlUnitOfWork
from tests.slack.clocks import Chance, Now


class CountedUnit(SqlUnitOfWork):
    """A unit of work that says of itself that it is open."""

    store: "CountingStore"

    def __enter__(self) -> Self:
        self.store.opened += 1
        return super().__enter__()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.store.opened -= 1
        super().__exit__(kind, fault, trace)


class CountingStore:
    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.opened = 0

    def __call__(self) -> UnitOfWork:
        unit = CountedUnit(self.engine, _no_jobs, Chance(), Now())
        unit.store = self
        return unit

    def reading(self) -> UnitOfWork:
        return self()


def fresh_store(folder: Path) -> CountingStore:
    engine = open_engine(f"sqlite:///{folder}/parley.db")
    SQLModel.metadata.create_all(engine)
    return CountingStore(engine)


def _no_jobs(session: Session, job: Job) -> None:
    raise AssertionError(f"the poster asked for a job: {job.name}")
