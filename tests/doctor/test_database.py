"""Whether the database is there, is ours, and can be read with the key. Looking changes nothing."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import Engine, text

from bot.doctor.database import database_findings
from bot.doctor.finding import Finding
from storage import migrate, open_engine
from storage.secrets import use_keys
from storage.tables import InstallationRow
from tests.slack.clocks import Now

KEY = Fernet.generate_key().decode()
OTHER = Fernet.generate_key().decode()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/parley.db"


@pytest.fixture
def engine(url: str) -> Engine:
    engine = open_engine(url)
    migrate(engine)
    return engine


def look(url: str, keys: str = KEY, key_file: Path | None = None) -> dict[str, Finding]:
    return {f.about: f for f in database_findings(url, keys, key_file)}


def write_something_private(engine: Engine, keys: str = KEY) -> None:
    use_keys(keys)
    with engine.begin() as connection:
        values = {"workspace": "T1", "name": "N", "bot_token": "s", "installed_at": Now().now()}
        connection.execute(InstallationRow.__table__.insert(), values)  # type: ignore[attr-defined]  # SQLModel's


class TestTheDatabase:
    def test_one_that_is_not_there_yet_is_no_fault_and_is_not_made(
        self, url: str, tmp_path: Path
    ) -> None:
        found = look(url)
        assert not found["database"].is_fault
        assert "is not there yet" in found["database"].sentence
        assert list(tmp_path.iterdir()) == []

    def test_the_newest_schema(self, url: str, engine: Engine) -> None:
        found = look(url)["database"]
        assert not found.is_fault
        assert "the newest one" in found.sentence

    def test_an_empty_one_is_filled_at_the_first_start(self, url: str) -> None:
        with open_engine(url).begin() as connection:
            connection.execute(text("CREATE TABLE theirs (id INTEGER)"))
        assert look(url)["database"].sentence.startswith("It answers and is empty")

    def test_one_of_a_newer_parley_is_left_alone(self, url: str, engine: Engine) -> None:
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        found = look(url)["database"]
        assert found.is_fault
        assert "9999" in found.sentence

    def test_a_file_that_is_no_database(self, url: str, tmp_path: Path) -> None:
        (tmp_path / "parley.db").write_text("a shopping list, " * 100)
        found = look(url)["database"]
        assert found.sentence == "It cannot be opened (DatabaseError)."
        assert "DATABASE_URL" in found.todo

    def test_a_server_out_of_reach_is_told_without_its_password(self) -> None:
        found = look("postgresql://parley:hidden@127.0.0.1:1/parley?connect_timeout=1")
        assert found["database"].is_fault
        assert "hidden" not in f"{found['database']}"


class TestTheKey:
    def test_a_key_that_fits_what_is_stored(self, url: str, engine: Engine) -> None:
        write_something_private(engine)
        found = look(url)["secret key"]
        assert not found.is_fault
        assert found.sentence == "It is there, in PARLEY_SECRET_KEY, and fits the data."

    def test_a_key_that_does_not_fit(self, url: str, engine: Engine) -> None:
        write_something_private(engine)
        found = look(url, OTHER)["secret key"]
        assert found.is_fault
        assert "after a comma" in found.todo
        assert OTHER not in found.sentence

    def test_a_new_key_before_the_old_one_fits(self, url: str, engine: Engine) -> None:
        write_something_private(engine)
        assert not look(url, f"{OTHER},{KEY}")["secret key"].is_fault

    def test_a_key_file_is_made_at_the_first_start_and_not_now(
        self, url: str, engine: Engine, tmp_path: Path
    ) -> None:
        found = look(url, "", tmp_path / "parley.key")["secret key"]
        assert found.sentence.startswith("There is none yet.")
        assert not (tmp_path / "parley.key").exists()

    def test_a_key_file_that_is_gone_while_the_data_is_there(
        self, url: str, engine: Engine, tmp_path: Path
    ) -> None:
        write_something_private(engine)
        found = look(url, "", tmp_path / "parley.key")["secret key"]
        assert found.is_fault
        assert "Put the key file back" in found.todo

    def test_a_key_file_that_others_may_read(
        self, url: str, engine: Engine, tmp_path: Path
    ) -> None:
        file = tmp_path / "parley.key"
        file.write_text(KEY)
        file.chmod(0o644)
        assert look(url, "", file)["secret key"].todo == f"chmod 600 {file}"
        file.chmod(0o600)
        assert not look(url, "", file)["secret key"].is_fault

    def test_a_key_file_with_something_else_in_it(
        self, url: str, engine: Engine, tmp_path: Path
    ) -> None:
        file = tmp_path / "parley.key"
        file.write_bytes(b"\xff\xfe not a key")
        assert look(url, "", file)["secret key"].is_fault
