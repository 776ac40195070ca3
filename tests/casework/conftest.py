"""The world that the use cases are played in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import SqlStore
from tests.casework.world import World, sqlite_world
from tests.storage.databases import copied_file


@pytest.fixture
def world(sqlite_template: Path, tmp_path: Path) -> Iterator[World]:
    """Two sides in a shared channel, on a real store."""
    made = sqlite_world(copied_file(sqlite_template, tmp_path))
    yield made
    assert isinstance(made.store, SqlStore)
    made.store.engine.dispose()
