"""Fresh databases with the schema in place: made once, then copied."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, text
from sqlmodel import SQLModel

from bot.casework.ports import Job
from storage import migrate, open_engine


def migrated_file(folder: Path) -> Path:
    """A SQLite file with the newest schema, closed and complete, to be copied."""
    path = folder / "template.db"
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    with engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
    engine.dispose()
    return path


def copied_file(template: Path, folder: Path) -> Path:
    return Path(shutil.copy(template, folder / "parley.db"))


@contextmanager
def sqlite_engine(template: Path, folder: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{copied_file(template, folder)}")
    yield engine
    engine.dispose()


@contextmanager
def postgres_engine(address: str) -> Iterator[Engine]:
    """An engine on a migrated database, emptied first; making one anew takes ten times as long."""
    engine = open_engine(address)
    tables = ", ".join(t.fullname for t in SQLModel.metadata.sorted_tables)
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))  # past the guards
        connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY"))
    yield engine
    engine.dispose()


class Enqueued:
    """Jobs that were enqueued in a transaction, known once it has committed."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def __call__(self, session: object, job: Job) -> None:
        from sqlalchemy import event
        from sqlmodel import Session

        assert isinstance(session, Session)
        waiting: list[Job] = session.info.setdefault("jobs", [])
        if not waiting:
            event.listen(session, "after_commit", self._committed)
            event.listen(session, "after_rollback", lambda s: s.info.pop("jobs", None))
        waiting.append(job)

    def _committed(self, session: object) -> None:
        from sqlmodel import Session

        assert isinstance(session, Session)
        self.jobs.extend(session.info.pop("jobs", []))
