"""Alembic's environment: our tables alone, the job engine's are left as they are."""

from typing import Any

from alembic import context
from sqlmodel import SQLModel

from storage import tables  # noqa: F401  (fills the metadata)

engine = context.config.attributes["engine"]


def ours(name: str | None, kind: str, parents: Any) -> bool:
    return kind != "table" or name in SQLModel.metadata.tables


with engine.connect() as connection:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.commit()
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        include_name=ours,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        connection.commit()
