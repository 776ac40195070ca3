"""Whether the database is there, is ours, and can be read with the key."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlmodel import SQLModel

import storage
import storage.tables  # fills the metadata that is walked here
from bot.doctor.finding import Finding
from storage import open_engine
from storage.secrets import EncryptedText, KeyFault, use_keys

DATABASE, KEY = "database", "secret key"
FIRST_START = "It is made when Parley starts for the first time."


def database_findings(url: str, keys: str, key_file: Path | None) -> Iterator[Finding]:
    """One finding for the database and one for the key. Nothing is made or changed."""
    place = _sqlite_file(url)
    if place is not None and not place.exists():
        yield _not_there_yet(place)
        yield _key(keys, key_file, None)
        return
    try:
        engine = open_engine(url)
        with engine.connect() as connection:
            yield _schema(connection)
        yield _key(keys, key_file, engine)
        engine.dispose()
    except (SQLAlchemyError, ArgumentError, OSError) as fault:
        # Its message may hold the address with the password.
        reason = type(getattr(fault, "orig", None) or fault).__name__
        todo = "See whether the server runs, and whether DATABASE_URL names it, its user and "
        yield Finding(DATABASE, f"It cannot be opened ({reason}).", todo + "its password.")


def _not_there_yet(place: Path) -> Finding:
    folder = next(p for p in place.absolute().parents if p.exists())
    if os.access(folder, os.W_OK):
        return Finding(DATABASE, f"{place} is not there yet. {FIRST_START}")
    todo = "Let Parley's user write there, or name another file in DATABASE_URL."
    return Finding(DATABASE, f"{place} cannot be made: {folder} may not be written.", todo)


def _schema(connection: Connection) -> Finding:
    scripts = ScriptDirectory(str(Path(storage.__file__).parent / "migrations"))
    newest = scripts.get_current_head()
    known = {script.revision for script in scripts.walk_revisions()}
    found = MigrationContext.configure(connection).get_current_revision()
    if found == newest:
        return Finding(DATABASE, f"It answers, and its schema is the newest one ({newest}).")
    if found is None:
        return Finding(DATABASE, "It answers and is empty. Its tables are made at the first start.")
    if found in known:
        return Finding(DATABASE, f"It answers. The next start brings it from {found} to {newest}.")
    todo = "Install the Parley that wrote it, or a newer one."
    return Finding(DATABASE, f"Its schema, {found}, is not known to this Parley.", todo)


def _key(keys: str, key_file: Path | None, engine: Engine | None) -> Finding:
    told = f"the file {key_file}" if not keys and key_file else "PARLEY_SECRET_KEY"
    held = keys
    try:
        if not held and key_file is not None and key_file.exists():
            held = key_file.read_text(encoding="ascii").strip()
        if held:
            use_keys(held)
        written = _has_private_text(engine, readable=bool(held)) if engine else False
    except (KeyFault, OSError, UnicodeDecodeError):
        todo = "Put the earlier key back, or add it to PARLEY_SECRET_KEY after a comma."
        return Finding(KEY, f"What people wrote in private cannot be read with {told}.", todo)
    if not held and written:
        todo = "Put the key file back from where it was kept, or set PARLEY_SECRET_KEY."
        return Finding(KEY, f"The database holds private text, and {told} is not there.", todo)
    if not held:
        return Finding(KEY, f"There is none yet. {FIRST_START}")
    if (
        not keys
        and key_file is not None
        and key_file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    ):
        return Finding(KEY, f"Others on this machine may read {told}.", f"chmod 600 {key_file}")
    return Finding(KEY, f"It is there, in {told}" + (", and fits the data." if written else "."))


def _has_private_text(engine: Engine, *, readable: bool) -> bool:
    """Whether encrypted values are stored. Raises KeyFault where one cannot be read."""
    there = set(inspect(engine).get_table_names())
    held = False
    with engine.connect() as connection:
        for table in (t for t in SQLModel.metadata.sorted_tables if t.name in there):
            for column in (c for c in table.columns if isinstance(c.type, EncryptedText)):
                wanted = column if readable else column.is_not(None)
                row = connection.execute(select(wanted).where(column.is_not(None)).limit(1)).first()
                held = held or row is not None
    return held


def _sqlite_file(url: str) -> Path | None:
    scheme, _, rest = url.partition(":///")
    name = rest.split("?", 1)[0]
    return Path(name) if scheme.startswith("sqlite") and name not in {"", ":memory:"} else None
