"""One sandbox for each test that asks for it; each stops when its test ends."""

from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from bot.sandbox.options import Options
from bot.sandbox.server import Sandbox, running_sandbox
from tests.sandbox.apps import connected_app, web_client
from tests.sandbox.recorder import Recorder

QUICK = Options(ack_seconds=1.5, retry_delays=(0.1, 0.2, 0.4))


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A sandbox that waits half as long as Slack for an acknowledgement."""
    with running_sandbox(QUICK) as running:
        yield running


@pytest.fixture(scope="module")
def shared_sandbox() -> Iterator[Sandbox]:
    """One sandbox for all tests of a module that do not get in each other's way."""
    with running_sandbox(QUICK) as running:
        yield running


@pytest.fixture
def api(shared_sandbox: Sandbox) -> WebClient:
    """The official client, with the app's token, on the module's sandbox."""
    return web_client(shared_sandbox)


@pytest.fixture
def recorder(sandbox: Sandbox) -> Iterator[Recorder]:
    """An app that keeps everything, connected to the test's own sandbox."""
    recorder = Recorder()
    with connected_app(sandbox, recorder.wire):
        yield recorder
