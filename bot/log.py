"""Logs that cannot hold a child's words, an id or the token, by construction.

Our own lines    an event name and fields from `FIELDS`, all others are dropped; strings and numbers that look
                 like an id or a token are blanked
Library lines    only the logger, the level, the place in the code and the class of an error; never the
                 message, since libraries print whole updates and URLs at every level
"""

import asyncio
import json
import logging
import re
import sys
import threading
from collections.abc import Mapping, MutableMapping
from types import TracebackType
from typing import Any, TextIO

import structlog

FIELDS = frozenset(
    {
        "age",
        "alarms",
        "attempt",
        "attempts",
        "count",
        "dead",
        "error",
        "event",
        "kind",
        "lane",
        "level",
        "library",
        "method",
        "name",
        "outcome",
        "path",
        "problems",
        "reason",
        "seconds",
        "setting",
        "state",
        "status",
        "timestamp",
        "version",
        "waiting",
        "what",
        "where",
        "worker",
    }
)
"""Fields that may be logged. None of them is meant for text of a person, an id, a pseudonym or a URL."""

SAFE_EVENT = re.compile(r"[a-z0-9_.]{1,60}")
TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{8,}")
LONG_NUMBER = re.compile(r"\d{6,}")
LARGEST_NUMBER = 99_999
LONGEST = 200

Event = MutableMapping[str, Any]


def configure(*, level: str = "INFO", as_json: bool = True, stream: TextIO | None = None) -> None:
    """Set up all logging of the process, also for errors that nobody catches."""
    out = stream or sys.stderr
    renderer = _to_json if as_json else structlog.dev.ConsoleRenderer(colors=False)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            place_of_error,
            only_known_fields,
            redact,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=lambda *_: Writer(out),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers[:] = [LibraryHandler()]
    root.setLevel(logging.WARNING)
    _catch_what_python_prints()


def _catch_what_python_prints() -> None:
    """Errors that end nothing and warnings would stand on stderr with all that they quote."""
    logging.captureWarnings(capture=True)
    sys.excepthook = _uncaught
    sys.unraisablehook = _unraisable
    threading.excepthook = _thread_failed


class Writer:
    """Writes lines. A log that cannot be written must not stop what is being done: lost lines are counted."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.lost = 0

    def msg(self, message: str) -> None:
        """Write one line."""
        try:
            self._stream.write(message + "\n")
            self._stream.flush()
        except (OSError, ValueError):
            self.lost += 1

    debug = info = warning = error = critical = exception = log = msg


def place_of_error(_logger: Any, _method: str, event: Event) -> Event:
    """Turn `exc_info` into the class of the error and the place where it was raised."""
    given = event.pop("exc_info", None)
    error = given if isinstance(given, BaseException) else sys.exception() if given else None
    if error is not None:
        event["error"], event["where"] = type(error).__name__, position(error)
    return event


def only_known_fields(_logger: Any, _method: str, event: Event) -> Event:
    """Drop every field that is not in `FIELDS`, and an event that is not a name."""
    kept = {name: value for name, value in event.items() if name in FIELDS}
    if not SAFE_EVENT.fullmatch(str(kept.get("event", ""))):
        kept["event"] = "unnamed"
    return kept


def redact(_logger: Any, _method: str, event: Event) -> Event:
    """Blank whatever looks like a token or an id."""
    return {name: value if name == "timestamp" else _blanked(value) for name, value in event.items()}


def _blanked(value: Any) -> Any:
    match value:
        case bool() | None:
            return value
        case int() | float():
            return value if abs(value) <= LARGEST_NUMBER else "[number]"
        case str():
            return LONG_NUMBER.sub("[number]", TOKEN.sub("[token]", value))[:LONGEST]
        case list() | tuple() | set() | frozenset():
            return [_blanked(one) for one in value]
        case _:
            return f"[{type(value).__name__}]"


def position(error: BaseException) -> str:
    """`module:line` where the error was raised, or "unknown"."""
    trace: TracebackType | None = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "unknown"
    return f"{trace.tb_frame.f_globals.get('__name__', 'unknown')}:{trace.tb_lineno}"


class LibraryHandler(logging.Handler):
    """Passes on that a library logged something, but never what."""

    def emit(self, record: logging.LogRecord) -> None:
        """One line for one record of a library."""
        error = record.exc_info[1] if record.exc_info else None
        structlog.get_logger().log(
            record.levelno,
            "library",
            library=record.name,
            where=f"{record.module}:{record.lineno}",
            **({"error": type(error).__name__} if error is not None else {}),
        )


def watch_loop(loop: asyncio.AbstractEventLoop) -> None:
    """Log errors of forgotten tasks by class and place only."""
    loop.set_exception_handler(_loop_error)


def _loop_error(_loop: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    structlog.get_logger().error("loop.error", exc_info=context.get("exception"))


def _uncaught(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    if not isinstance(error, KeyboardInterrupt):
        structlog.get_logger().critical("process.failed", exc_info=error)


def _unraisable(lost: "sys.UnraisableHookArgs") -> None:
    structlog.get_logger().error("process.unraisable", exc_info=lost.exc_value)


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    structlog.get_logger().error("thread.failed", exc_info=failed.exc_value)


def _to_json(_logger: Any, _method: str, event: Event) -> str:
    return json.dumps(event, ensure_ascii=True, sort_keys=True)
