"""Ways of reading as processes of their own, that wait for messages, all on one core."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import psutil

Times = list[float | None]
"""Milliseconds for each message; None where reading it raised an error."""


class Reader:
    """A way of reading as a process."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """Waits until it is ready."""
        self._process = process
        self.trouble: str = self._heard()

    def read(self, texts: Sequence[str]) -> Times:
        """Each message once, in order."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(texts) + "\n")
        self._process.stdin.flush()
        times: Times = self._heard()
        return times

    def memory_mb(self) -> float:
        """What the process holds (RSS)."""
        return float(psutil.Process(self._process.pid).memory_info().rss) / 2**20

    def _heard(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise ChildProcessError(f"{self._process.args!r} ended before it was done")
        return json.loads(line)


@contextmanager
def readers(names: Sequence[str], folder: Path) -> Iterator[dict[str, Reader]]:
    """Each way by name, ready or with its trouble."""
    with one_core(), ExitStack() as stack:
        yield {name: stack.enter_context(_running(name, folder)) for name in names}


@contextmanager
def one_core() -> Iterator[None]:
    """Processes that are started inside stay on one core, where the system can be told so."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def _running(name: str, folder: Path) -> Iterator[Reader]:
    command = [sys.executable, "-m", "tests.bench.one_way", name, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            yield Reader(process)
        finally:
            process.terminate()
