"""The databases that the contract runs on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.storage.databases import postgres_engine, sqlite_engine


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine on a fresh, migrated database."""
    if request.param == "sqlite":
        with sqlite_engine(request.getfixturevalue("sqlite_template"), tmp_path) as opened:
            yield opened
    else:
        with postgres_engine(request.getfixturevalue("postgres_url")) as opened:
            yield opened
