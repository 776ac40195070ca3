"""A loopback Slack, as the tests of the client use it."""

from collections.abc import Iterator

import pytest

from tests.slack import loopback


@pytest.fixture(scope="session")
def loopback_server() -> Iterator[loopback.Loopback]:
    with loopback.running() as server:
        yield server


@pytest.fixture
def slack(loopback_server: loopback.Loopback) -> loopback.Loopback:
    loopback_server.forget()
    return loopback_server


@pytest.fixture(scope="session")
def model_server() -> Iterator[loopback.Loopback]:
    with loopback.running("/v1") as server:
        yield server


@pytest.fixture
def model(model_server: loopback.Loopback) -> loopback.Loopback:
    model_server.forget()
    return model_server
