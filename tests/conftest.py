"""What every test shares: a fixed key, how Hypothesis runs, databases to be copied."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from storage import migrate, open_engine
from storage.secrets import use_keys
from tests.chance import KEY
from tests.storage import postgres
from tests.storage.databases import migrated_file

settings.register_profile(
    "house",
    deadline=None,
    max_examples=60,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _secret_key() -> None:
    use_keys(KEY)


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
def postgres_url(postgres_admin: str, postgres_template: str) -> str:
    """A migrated database of this worker's own, for one test after the other."""
    return postgres.database(postgres_admin, template=postgres_template)


@pytest.fixture(scope="session")
def postgres_template(postgres_admin: str) -> str:
    address = postgres.database(postgres_admin)
    engine = open_engine(address)
    migrate(engine)
    engine.dispose()
    return address.split("?")[0].rsplit("/", 1)[1]
