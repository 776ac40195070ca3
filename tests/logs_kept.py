"""Leave the process's logging as it was: for tests of what sets it up."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from bot.logs import LIBRARIES


@contextmanager
def logs_kept() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    levels = {name: logging.getLogger(name).level for name in LIBRARIES}
    try:
        yield
    finally:
        root.handlers = handlers
        root.setLevel(level)
        for name, held in levels.items():
            logging.getLogger(name).setLevel(held)
        structlog.reset_defaults()
