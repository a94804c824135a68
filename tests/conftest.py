"""Holds for every test: no network, no leak of a child's words in any output, the same examples every time.

HYPOTHESIS_PROFILE=explore looks for new examples instead of taking the same ones.
"""

import logging
import os
import re
import sys
import threading
from collections.abc import Generator, Iterator
from typing import Any

import pytest
import structlog
from hypothesis import settings

from bot import log
from tests.guard import close_network
from tests.secrets_seen import PLANTED, watch_parser

TIMES = re.compile(r'"timestamp": "[^"]*"')
LEAKS, LINES = "leaks", "leaking lines"

settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("explore", deadline=None, max_examples=1_000)


class Logs:
    """Where the product logs to in tests: the captured stderr, and every different line once for the end."""

    def __init__(self) -> None:
        self.lines: set[str] = set()

    def write(self, line: str) -> int:
        """One line."""
        self.lines.add(TIMES.sub("", line))
        return sys.stderr.write(line)

    def flush(self) -> None:
        """Nothing is held back."""


LOGS = Logs()


def pytest_configure() -> None:
    """Before anything is collected."""
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
    close_network()
    watch_parser()


@pytest.fixture(autouse=True)
def product_logs() -> Iterator[None]:
    """The product logs all it can, as it would in production: each test begins with the same set-up."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, structlog.get_config()
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
    log.configure(level="DEBUG", stream=LOGS)  # type: ignore[arg-type]
    logging.captureWarnings(capture=False)
    sys.excepthook, sys.unraisablehook, threading.excepthook = hooks  # a test that loses an error fails
    yield
    root.handlers[:], root.level = before[:2]
    structlog.configure(**before[2])
    logging.captureWarnings(capture=False)
    sys.excepthook, sys.unraisablehook, threading.excepthook = hooks


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
    call: pytest.CallInfo[Any],  # noqa: ARG001
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test whose output shows what was planted fails, whatever it was about."""
    report = yield
    if report.when == "teardown" and report.passed and leaks(text for _, text in report.sections):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: its output shows words, an id or a token that were planted"
    return report


def leaks(texts: Iterator[str]) -> int:
    """How many planted things these texts show."""
    return len(PLANTED.found_in("\n".join(texts).encode("utf-8", "replace")))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """All that was ever logged, against all that was ever planted."""
    found = leaks(iter(LOGS.lines)) + session.config.stash.get(_OF_WORKERS, 0)
    output = getattr(session.config, "workeroutput", None)
    lines = [line for line in LOGS.lines if leaks(iter([line]))]
    if output is not None:
        output[LEAKS], output[LINES] = found, lines
    elif found:
        told = "\n".join([*lines, *session.config.stash.get(_LINES_OF_WORKERS, [])])
        sys.stderr.write(f"\n{told}\n{found} planted words, ids or tokens stand in the logs of the tests\n")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


_OF_WORKERS = pytest.StashKey[int]()
_LINES_OF_WORKERS = pytest.StashKey[list[str]]()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """What a worker of pytest-xdist has found."""
    stash = node.config.stash
    stash[_OF_WORKERS] = stash.get(_OF_WORKERS, 0) + getattr(node, "workeroutput", {}).get(LEAKS, 0)
    told = getattr(node, "workeroutput", {}).get(LINES, [])
    stash[_LINES_OF_WORKERS] = [*stash.get(_LINES_OF_WORKERS, []), *told]
