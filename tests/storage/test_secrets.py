"""The key behind the encrypted columns: checked at once, made once, readable by its owner."""

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import Dialect
from sqlalchemy.dialects import sqlite

from storage import secrets
from storage.secrets import EncryptedText, KeyFault, key_from_file, use_keys
from tests.chance import KEY


@pytest.fixture(autouse=True)
def _keys_afterwards() -> Iterator[None]:
    yield
    use_keys(KEY)


@pytest.mark.parametrize("keys", ["", " , ", "short", "ä" * 44, KEY[:-4], f"{KEY},nonsense"])
def test_what_is_no_key_is_refused_with_the_next_step(keys: str) -> None:
    with pytest.raises(KeyFault, match="parley key") as fault:
        use_keys(keys)
    assert fault.value.__suppress_context__, "what the library says may hold the key itself"


def test_a_refused_key_leaves_the_one_in_use(tmp_path: Path) -> None:
    with pytest.raises(KeyFault):
        use_keys("nonsense")
    column = EncryptedText()
    stored = column.process_bind_param("words", _dialect())
    assert column.process_result_value(stored, _dialect()) == "words"


def test_nothing_is_written_in_the_open_where_there_is_no_key() -> None:
    secrets._ring.clear()
    with pytest.raises(KeyFault, match="No PARLEY_SECRET_KEY"):
        EncryptedText().process_bind_param("words", _dialect())


def test_nothing_stays_nothing() -> None:
    column = EncryptedText()
    assert column.process_bind_param(None, _dialect()) is None
    assert column.process_result_value(None, _dialect()) is None


def test_the_same_words_look_different_every_time() -> None:
    column = EncryptedText()
    stored = {column.process_bind_param("same words", _dialect()) for _ in range(5)}
    assert len(stored) == 5


def test_changed_bytes_are_refused_not_read() -> None:
    column = EncryptedText()
    stored = str(column.process_bind_param("words", _dialect()))
    changed = stored[:-8] + ("A" if stored[-8] != "A" else "B") + stored[-7:]
    with pytest.raises(KeyFault):
        column.process_result_value(changed, _dialect())


def test_the_key_file_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "parley.key"
    key = key_from_file(path)
    assert key_from_file(path) == key
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    Fernet(key)


def test_processes_that_start_together_share_one_key(tmp_path: Path) -> None:
    path = tmp_path / "parley.key"
    found: list[str] = []
    ready = threading.Barrier(8)

    def start() -> None:
        ready.wait()
        found.append(key_from_file(path))

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert set(found) == {path.read_text()}
    assert [p.name for p in tmp_path.iterdir()] == ["parley.key"]


def _dialect() -> Dialect:
    return sqlite.dialect()
