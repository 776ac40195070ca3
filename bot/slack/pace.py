"""Slack takes about one message a second in each channel; whoever posts waits for their turn."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Pace:
    """At least so many seconds between the starts of two posts to a channel; 0 turns it off.

    One post at a time in a channel, so that messages stand there in the order of their turns.
    """

    def __init__(
        self,
        seconds: float,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._seconds = seconds
        self._monotonic = monotonic
        self._sleep = sleep
        self._guard = threading.Lock()
        self._turns: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._free_at: dict[str, float] = {}

    @contextmanager
    def turn(self, channel: str) -> Iterator[None]:
        """Wait for this channel, then post inside the block."""
        with self._guard:
            turn = self._turns[channel]
        with turn:
            wait_s = self._free_at.get(channel, 0.0) - self._monotonic()
            if self._seconds and wait_s > 0:
                self._sleep(wait_s)
            self._free_at[channel] = self._monotonic() + self._seconds
            yield
