"""Alembic's environment: our tables alone, the job engine's are left as they are."""

from typing import Any

from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel

from storage import tables  # noqa: F401  (fills the metadata)

ONE_AT_A_TIME = 0x7061726C6579
"""The advisory lock under which a replica migrates on PostgreSQL."""

engine = context.config.attributes["engine"]


def ours(name: str | None, kind: str, parents: Any) -> bool:
    return kind != "table" or name in SQLModel.metadata.tables


def check_references(connection: Connection, *, on: bool) -> None:
    """Batch changes copy and drop tables on SQLite, which would delete what refers to them.

    Past SQLAlchemy, since the setting is ignored inside the transaction that it would begin.
    """
    raw = connection.connection.driver_connection
    if connection.dialect.name == "sqlite" and raw is not None:
        raw.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")


with engine.connect() as connection:
    check_references(connection, on=False)
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        include_name=ours,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})")
        context.run_migrations()
    connection.commit()
    check_references(connection, on=True)
