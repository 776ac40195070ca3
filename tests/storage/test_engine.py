"""How a database is opened: waiting its turn, keeping its references, in its right driver."""

import sqlite3
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from storage import open_engine
from storage.engine import BUSY_MS, impatient, reading


@pytest.fixture
def sqlite(tmp_path: Path) -> Engine:
    return open_engine(f"sqlite:///{tmp_path / 'a' / 'b.db'}")


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 1),
        ("busy_timeout", BUSY_MS),
        ("foreign_keys", 1),
        ("secure_delete", 1),
    ],
)
def test_sqlite_is_set_up_on_every_connection(sqlite: Engine, pragma: str, value: object) -> None:
    for _ in range(2):
        with sqlite.connect() as one, sqlite.connect() as other:
            for connection in (one, other):
                raw = connection.connection.driver_connection
                assert raw is not None
                assert raw.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_the_folder_of_a_new_database_is_made(sqlite: Engine, tmp_path: Path) -> None:
    with sqlite.connect() as connection:
        connection.execute(text("SELECT 1"))
    assert (tmp_path / "a" / "b.db").exists()


def held(folder: Path) -> sqlite3.Connection:
    """A new database that another process has to itself."""
    (folder / "a").mkdir(exist_ok=True)
    holder = sqlite3.connect(folder / "a" / "b.db", isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN EXCLUSIVE")
    return holder


def test_two_who_open_a_new_database_at_once_wait_for_each_other(
    sqlite: Engine, tmp_path: Path
) -> None:
    holder = held(tmp_path)
    timer = threading.Timer(0.2, lambda: holder.execute("COMMIT"))
    timer.start()
    with sqlite.connect() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
    timer.join()


def test_a_database_that_stays_held_is_refused_loudly(sqlite: Engine, tmp_path: Path) -> None:
    holder = held(tmp_path)
    with pytest.raises(OperationalError, match="locked"), sqlite.connect():
        pass
    holder.execute("COMMIT")


def test_a_transaction_takes_the_writers_place_at_its_start(sqlite: Engine) -> None:
    with sqlite.connect() as connection:
        connection.execute(text("SELECT 1"))
        raw = connection.connection.driver_connection
        assert raw is not None
        assert raw.in_transaction


def test_reading_waits_for_no_writer_and_an_impatient_writer_not_long(
    sqlite: Engine, tmp_path: Path
) -> None:
    with sqlite.connect() as connection:
        connection.execute(text("CREATE TABLE kept (word TEXT)"))
        connection.commit()
    holder = sqlite3.connect(tmp_path / "a" / "b.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with reading(sqlite).connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM kept")) == 0
    began = time.monotonic()
    with pytest.raises(OperationalError, match="locked"), impatient(sqlite, 100).connect() as late:
        late.execute(text("SELECT 1"))
    assert time.monotonic() - began < BUSY_MS / 1_000
    holder.execute("COMMIT")
    with sqlite.connect() as connection:
        assert connection.scalar(text("PRAGMA busy_timeout")) == BUSY_MS


def test_the_job_engines_transactions_begin_in_their_own_way(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'b.db'}", immediate=False)
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        raw = connection.connection.driver_connection
        assert raw is not None
        assert not raw.in_transaction


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg", "postgres"])
def test_postgres_addresses_get_the_driver_that_is_installed(scheme: str) -> None:
    engine = open_engine(f"{scheme}://user:word@127.0.0.1:1/parley")
    assert engine.url.drivername == "postgresql+psycopg"
    assert engine.url.password == "word"
