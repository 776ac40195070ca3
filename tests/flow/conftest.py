"""One sandbox and one bot for a worker's tests, started once; a new channel for each test."""

from collections.abc import Iterator

import pytest

from tests.flow.house import House, Place, house


@pytest.fixture(scope="session", name="house")
def shared_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("house")) as open_house:
        yield open_house


@pytest.fixture
def place(house: House) -> Place:
    return house.place()
