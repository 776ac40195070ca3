"""The database: opening it, and bringing its schema up to date."""

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

POOL = {"pool_size": 20, "max_overflow": 30}
"""Connections that are kept, and how many more there may be for a moment."""

BUSY_MS = 2_000
"""How long a writer on SQLite waits for another one, in milliseconds."""


_READS = "parley_reads"
_WAITS_MS = "parley_waits_ms"


def reading(engine: Engine) -> Engine:
    """The same engine, its transactions for reading: in WAL mode they wait for no writer."""
    return engine.execution_options(**{_READS: True})


def impatient(engine: Engine, waits_ms: int) -> Engine:
    """The same engine, its transactions waiting so long for another writer, in milliseconds."""
    return engine.execution_options(**{_WAITS_MS: waits_ms})


def open_engine(url: str, *, immediate: bool = True) -> Engine:
    """An engine for SQLite or PostgreSQL; SQLite in WAL mode.

    immediate: a SQLite transaction takes the writer's place at its start, so that it never has
    to give up in the middle. The job engine begins its own transactions and wants it off.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        if parsed.drivername in {"postgresql", "postgres"}:  # as hosts write it
            parsed = parsed.set(drivername="postgresql+psycopg")
        engine = create_engine(parsed, **POOL, hide_parameters=True, pool_pre_ping=True)
        event.listen(engine, "begin", _wait_for_locks)
        return engine
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed, **POOL, hide_parameters=True, connect_args={"timeout": 5})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: Any) -> None:
        if immediate:
            connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        _write_ahead(connection)
        for pragma in (
            "synchronous=NORMAL",
            "foreign_keys=ON",
            "secure_delete=ON",  # what is erased is overwritten, not only unlinked
        ):
            connection.execute(f"PRAGMA {pragma}")

    if not immediate:
        return engine

    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get(_READS):
        connection.exec_driver_sql("BEGIN")
        return
    connection.exec_driver_sql(f"PRAGMA busy_timeout={options.get(_WAITS_MS, BUSY_MS):d}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _wait_for_locks(connection: Connection) -> None:
    if waits_ms := connection.get_execution_options().get(_WAITS_MS):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {waits_ms:d}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """WAL mode. SQLite waits for nobody here, whatever its time limit is, so this does.

    Raises sqlite3.OperationalError where another process holds the database all the while.
    """
    patient_until = time.monotonic() + BUSY_MS / 1_000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > patient_until:
                raise
            time.sleep(0.02)
        else:
            return


def migrate(engine: Engine) -> None:
    """Bring the schema to the newest revision; nothing happens where it is there already."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["engine"] = engine
    command.upgrade(config, "head")
