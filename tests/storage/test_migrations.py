"""The migrations bring any database from nothing to the models, and no further."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

import storage
from bot.mediation.timeline import digest_of
from storage import migrate, open_engine
from tests.storage import postgres

FOLDER = Path(storage.__file__).parent / "migrations"
NEWEST = ScriptDirectory(str(FOLDER)).get_current_head()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "sqlite":
        engine = open_engine(f"sqlite:///{tmp_path / 'deep' / 'folder' / 'empty.db'}")
        yield engine
        engine.dispose()
        return
    admin = request.getfixturevalue("postgres_admin")
    address = postgres.database(admin)
    engine = open_engine(address)
    yield engine
    engine.dispose()
    postgres.drop(admin, address)


def test_from_nothing_to_exactly_what_the_models_say(empty: Engine) -> None:
    migrate(empty)
    with empty.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": True, "include_name": lambda name, kind, _: name != "alembic"},
        )
        assert compare_metadata(context, SQLModel.metadata) == []
    tables = set(inspect(empty).get_table_names())
    assert tables == {*SQLModel.metadata.tables, "alembic_version"}


def test_there_is_one_newest_revision() -> None:
    assert ScriptDirectory(str(FOLDER)).get_heads() == [NEWEST]


def test_migrating_twice_changes_nothing(empty: Engine) -> None:
    migrate(empty)
    before = _version(empty)
    migrate(empty)
    assert _version(empty) == before == NEWEST


def test_two_processes_that_start_together_migrate_once(empty: Engine) -> None:
    address = empty.url.render_as_string(hide_password=False)
    program = "import sys; from storage import *; migrate(open_engine(sys.argv[1]))"
    starting = [
        subprocess.Popen([sys.executable, "-c", program, address], stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    said = [process.communicate(timeout=60)[1].decode() for process in starting]
    assert [p.returncode for p in starting] == [0, 0], said
    assert _version(empty) == NEWEST


def test_salts_move_to_their_texts_and_those_of_erased_texts_are_gone(empty: Engine) -> None:
    migrate_to(empty, "0007")
    digests = [digest_of(said, "ab" * 16) for said in ("kept", "erased")]
    with empty.begin() as connection:
        for position, digest in enumerate(digests):
            connection.execute(
                text(
                    "INSERT INTO timeline_link (subject, position, kind, at, salt, digest, "
                    "previous, hash) VALUES ('c1', :p, 'x', '2026-11-02 09:00:00', :s, :d, '', '')"
                ),
                {"p": position, "s": "ab" * 16, "d": digest},
            )
        connection.execute(
            text("INSERT INTO timeline_text (subject, position, text) VALUES ('c1', 0, 'kept')")
        )
    migrate(empty)
    with empty.connect() as connection:
        [(kept, salt)] = connection.execute(text("SELECT text, salt FROM timeline_text"))
    columns = {c["name"] for c in inspect(empty).get_columns("timeline_link")}
    assert digest_of(kept, salt) == digests[0]
    assert "salt" not in columns
    with pytest.raises(DBAPIError, match="only ever added"), empty.begin() as connection:
        connection.execute(text("UPDATE timeline_link SET kind = 'x'"))


def test_tables_of_others_are_left_alone(empty: Engine) -> None:
    with empty.begin() as connection:
        connection.execute(text("CREATE TABLE workflow_status (id TEXT)"))
        connection.execute(text("INSERT INTO workflow_status VALUES ('kept')"))
    migrate(empty)
    with empty.connect() as connection:
        assert connection.scalar(text("SELECT id FROM workflow_status")) == "kept"


def test_references_are_checked_again_after_migrating(empty: Engine) -> None:
    migrate(empty)
    with pytest.raises(DBAPIError, match=r"(?i)foreign key"), empty.begin() as connection:
        connection.execute(
            text("INSERT INTO private_line (clarification_id, side, told) VALUES ('x', 'a', 't')")
        )


def migrate_to(engine: Engine, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["engine"] = engine
    command.upgrade(config, revision)


def _version(engine: Engine) -> str:
    with engine.connect() as connection:
        return str(connection.scalar(text("SELECT version_num FROM alembic_version")))
