"""Waiting until something can be seen, without asking over and over."""

import time
from collections.abc import Callable
from typing import TypeVar

from bot.sandbox.seen import Screen
from bot.sandbox.wire import Wire

Seen = TypeVar("Seen")


def wait_until(
    wire: Wire,
    look: Callable[[], Seen],
    granted: Callable[[Seen], bool],
    wish: str,
    timeout: float,
) -> Seen:
    """Look again at every change in the workspace until `granted`, then return what was seen.

    Raises AssertionError with the last look after `timeout` seconds.
    """
    deadline = time.monotonic() + timeout
    while True:
        version = wire.get("/stage/news?since=-1")["version"]
        seen = look()
        if granted(seen):
            return seen
        left = deadline - time.monotonic()
        if left <= 0:
            shown = seen.text if isinstance(seen, Screen) else seen
            raise AssertionError(f"{wish}, {timeout} s long. Seen at last:\n{shown}")
        wire.get(f"/stage/news?since={version}&seconds={left:.3f}")
