"""One sandbox for each test that asks for it; each stops when its test ends."""

from collections.abc import Iterator

import pytest

from bot.sandbox.options import Options
from bot.sandbox.server import Sandbox, running_sandbox

QUICK = Options(ack_seconds=0.5, retry_delays=(0.1, 0.2, 0.4))


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A sandbox that waits half a second for an acknowledgement instead of three."""
    with running_sandbox(QUICK) as running:
        yield running
