"""Who wants the same message changed waits in one line, and the newest wish serves them all."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.slack.blocks import Rendered


@dataclass(frozen=True, slots=True)
class Wish:
    """What a message should show. Of two, the one of the higher revision counts."""

    revision: int
    rendered: Rendered


@dataclass(slots=True)
class Queue:
    """One message's line. `newest` may change while its holder waits for something else."""

    newest: Wish
    line: threading.Lock = field(default_factory=threading.Lock)
    waiting: int = 0


class Queues:
    """A queue for each key that somebody is at; it goes when the last one leaves."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._queues: dict[str, Queue] = {}

    @contextmanager
    def at(self, key: str, wish: Wish) -> Iterator[Queue]:
        """Leave the wish, wait in line, and hold the queue inside the block."""
        with self._guard:
            queue = self._queues.setdefault(key, Queue(wish))
            queue.waiting += 1
            if wish.revision > queue.newest.revision:
                queue.newest = wish
        try:
            with queue.line:
                yield queue
        finally:
            with self._guard:
                queue.waiting -= 1
                if not queue.waiting:
                    del self._queues[key]

    def waiting(self, key: str) -> int:
        """How many are at this queue, its holder among them."""
        with self._guard:
            queue = self._queues.get(key)
            return queue.waiting if queue else 0
