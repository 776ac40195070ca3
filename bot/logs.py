"""Logs: ids, never what people said, and no token either.

Everything goes through the standard library's logging, whoever writes it, and what no code of
ours catches does too. Libraries that log payloads when they are asked for detail are kept at
warnings. A line that is not ours gives its place in the source, and an exception that is not ours
its type and place: their words may quote a request, or a statement's values.
"""

import json
import logging
import re
import sys
import threading
import traceback
import warnings
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Final, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.mediation.refusals import Refusal

TELLING: Final = frozenset(
    {"text", "texts", "blocks", "body", "view", "values", "payload", "private_metadata", "prompt"}
)
"""Keys whose values are what people said, or hold it."""

LIBRARIES: Final = (
    "slack_sdk",
    "slack_bolt",
    "openai",
    "httpx",
    "httpx2",
    "httpcore",
    "langchain",
    "langchain_core",
    "langchain_openai",
    "sqlalchemy",
    "alembic",
    "dbos",
    "urllib3",
    "websockets",
)
HIDDEN: Final = "(not logged)"

_SECRETS = re.compile(r"\b(?:xox[a-z]-|xapp-|sk-)[A-Za-z0-9-]{4,}|(?<=://)[^/@\s]+:[^/@\s]+(?=@)")
_OURS = ("bot.", "storage.", "prompts.")

log = logging.getLogger(__name__)

Fault = tuple[type[BaseException], BaseException, TracebackType | None]


def set_up_logs(
    level: str = "info", *, debug_texts: bool = False, stream: TextIO | None = None
) -> None:
    """Send the logs of this process to a stream: lines for people on a terminal, JSON elsewhere.

    debug_texts: also write what people said. For a test workspace only; a warning says so.
    """
    out = stream or sys.stderr
    chain = _processors(debug_texts=debug_texts)
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=chain,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _renderer(out)],
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(formatter)
    if not debug_texts:
        handler.addFilter(_no_detail_of_libraries)
    root = logging.getLogger()
    root.handlers = [handler]
    least = logging.getLevelNamesMapping()[level.upper()]
    root.setLevel(least)
    for name in LIBRARIES:
        library = logging.getLogger(name)
        library.setLevel(least if debug_texts else max(least, logging.WARNING))
        library.handlers = [logging.NullHandler()]  # DBOS brings one of its own where there is none
        library.propagate = True
    _catch_the_rest()
    structlog.configure(
        processors=[*chain, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    if debug_texts:
        log.warning("PARLEY_DEBUG_TEXTS is on: these logs hold what people said in private")


def _catch_the_rest() -> None:
    """What would go to the console by itself: faults that nobody caught, and warnings."""
    sys.excepthook = _uncaught
    sys.unraisablehook = _left_over
    threading.excepthook = _left_over
    warnings.showwarning = _warned


def _uncaught(
    kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None
) -> None:
    """As logs tell it. Who presses Ctrl-C, or is done, has met no fault."""
    if fault is not None and not issubclass(kind, KeyboardInterrupt | SystemExit):
        log.critical("a fault that nothing caught", exc_info=(kind, fault, trace))


def _left_over(found: "sys.UnraisableHookArgs | threading.ExceptHookArgs") -> None:
    _uncaught(found.exc_type, found.exc_value, found.exc_traceback)


def _warned(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """The kind and the place: a warning's words may show the value that it is about."""
    log.info("%s at %s:%s", category.__name__, filename, lineno)


def _no_detail_of_libraries(record: logging.LogRecord) -> bool:
    """Also of those that set their own loggers' level, as slack_bolt does, or that nobody knew."""
    return record.levelno >= logging.WARNING or _is_ours(record)


def _is_ours(record: logging.LogRecord) -> bool:
    return f"{record.name}.".startswith(_OURS)


def _processors(*, debug_texts: bool) -> list[Processor]:
    own: list[Processor] = [_faults_in_full if debug_texts else _faults_by_type]
    if not debug_texts:
        own += [_without_texts, _by_place]
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        *own,
        _without_secrets,
    ]


def _renderer(out: TextIO) -> Processor:
    if out.isatty():
        return structlog.dev.ConsoleRenderer()
    return structlog.processors.JSONRenderer(serializer=_line)


def _line(event: Mapping[str, Any], **_: Any) -> str:
    return json.dumps(event, default=str, ensure_ascii=False)


def _without_texts(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    for key in TELLING & event.keys():
        event[key] = HIDDEN
    return event


def _by_place(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """A line of a library's, by where its source says it: what it says may be anybody's words."""
    record: logging.LogRecord | None = event.get("_record")
    if record is not None and not _is_ours(record):
        place = record.pathname.rpartition("site-packages/")[2]
        event["event"] = f"{place}:{record.lineno} in {record.funcName}"
    return event


def _without_secrets(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    for key, value in event.items():
        if isinstance(value, str) and not key.startswith("_"):
            event[key] = _SECRETS.sub(HIDDEN, value)
    return event


def _faults_by_type(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    fault = _fault_of(event.pop("exc_info", None))
    if fault is not None:
        event["fault"] = "\n".join(_told(fault[1]))
    return event


def _faults_in_full(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    fault = _fault_of(event.pop("exc_info", None))
    if fault is not None:
        event["fault"] = "".join(traceback.format_exception(*fault))
    return event


def _fault_of(given: Any) -> Fault | None:
    """An exception in each of the forms in which `exc_info` is passed."""
    if isinstance(given, BaseException):
        return type(given), given, given.__traceback__
    if given is True:
        given = sys.exc_info()
    return given if isinstance(given, tuple) and given[0] is not None else None


def _told(fault: BaseException) -> list[str]:
    """Where it happened, from the cause to the fault; messages of our own exceptions alone."""
    before = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    lines = _told(before) if before is not None and before is not fault else []
    frames = traceback.extract_tb(fault.__traceback__)
    lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    name = f"{type(fault).__module__}.{type(fault).__qualname__}"
    speaks = name.startswith(_OURS) or isinstance(fault, OSError)
    # A refusal is a sentence for who asked; the solver names what a side rated.
    quiet = isinstance(fault, Refusal) or name.startswith("bot.bargaining.")
    return [*lines, f"{name}: {fault}" if speaks and not quiet else name]
