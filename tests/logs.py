"""Logging as in production, for the length of a test."""

import io
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from bot import log


@contextmanager
def logged(level: str = "DEBUG") -> Iterator[io.StringIO]:
    """All that is logged; everything is set back afterwards."""
    stream, hook, root = io.StringIO(), sys.excepthook, logging.getLogger()
    handlers, before = root.handlers[:], root.level
    log.configure(level=level, stream=stream)
    try:
        yield stream
    finally:
        sys.excepthook, root.handlers[:] = hook, handlers
        root.setLevel(before)
        structlog.reset_defaults()
