"""Leave the process's logging as it was: for tests of what sets it up."""

import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from bot.logs import LIBRARIES


@contextmanager
def logs_kept() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    libraries = [logging.getLogger(name) for name in LIBRARIES]
    held = [(one.level, one.handlers, one.propagate) for one in libraries]
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook, warnings.showwarning
    try:
        yield
    finally:
        root.handlers = handlers
        root.setLevel(level)
        for library, (its_level, its_handlers, propagates) in zip(libraries, held, strict=True):
            library.setLevel(its_level)
            library.handlers, library.propagate = its_handlers, propagates
        sys.excepthook, sys.unraisablehook, threading.excepthook, warnings.showwarning = hooks
        structlog.reset_defaults()
