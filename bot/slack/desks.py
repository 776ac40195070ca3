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
class Desk:
    """One message's line. `newest` may change while its holder waits for something else."""

    newest: Wish
    line: threading.Lock = field(default_factory=threading.Lock)
    waiting: int = 0


class Desks:
    """A desk for each key that somebody is at; it goes when the last one leaves."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._desks: dict[str, Desk] = {}

    @contextmanager
    def at(self, key: str, wish: Wish) -> Iterator[Desk]:
        """Leave the wish, wait in line, and hold the desk inside the block."""
        with self._guard:
            desk = self._desks.setdefault(key, Desk(wish))
            desk.waiting += 1
            if wish.revision > desk.newest.revision:
                desk.newest = wish
        try:
            with desk.line:
                yield desk
        finally:
            with self._guard:
                desk.waiting -= 1
                if not desk.waiting:
                    del self._desks[key]

    def waiting(self, key: str) -> int:
        """How many are at this desk, its holder among them."""
        with self._guard:
            desk = self._desks.get(key)
            return desk.waiting if desk else 0
