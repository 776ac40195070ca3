"""Fresh databases with the schema in place: made once, then copied."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from bot.casework.ports import Job
from storage import migrate, open_engine
from tests.storage import postgres


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
def postgres_engine(admin: str, template: str) -> Iterator[Engine]:
    address = postgres.database(admin, template=template)
    engine = open_engine(address)
    yield engine
    engine.dispose()
    postgres.drop(admin, address)


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
