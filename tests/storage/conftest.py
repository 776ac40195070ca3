"""The databases that the contract runs on."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage import migrate, open_engine
from tests.storage import postgres
from tests.storage.databases import migrated_file, postgres_engine, sqlite_engine


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return migrated_file(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def postgres_admin() -> Iterator[str]:
    """The running server, one for all workers of a run; skips, and says why, if there is none."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    server = postgres.server(run)
    try:
        admin = server.__enter__()
    except Exception as fault:  # noqa: BLE001  (whatever it is, the reason is printed)
        pytest.skip(f"no PostgreSQL server could be started here: {fault!r}")
    yield admin
    server.__exit__(None, None, None)


@pytest.fixture(scope="session")
def postgres_template(postgres_admin: str) -> str:
    address = postgres.database(postgres_admin)
    engine = open_engine(address)
    migrate(engine)
    engine.dispose()
    return address.split("?")[0].rsplit("/", 1)[1]


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine on a fresh, migrated database."""
    if request.param == "sqlite":
        with sqlite_engine(request.getfixturevalue("sqlite_template"), tmp_path) as opened:
            yield opened
    else:
        admin = request.getfixturevalue("postgres_admin")
        with postgres_engine(admin, request.getfixturevalue("postgres_template")) as opened:
            yield opened
