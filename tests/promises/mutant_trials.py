"""A warm process that tries tests on mutants: each in a fork, so that libraries are loaded only once.

`python -m tests.promises.mutant_trials`, in the folder of the copy, reads a `Batch` as JSON from standard
input and prints one line of JSON for each trial that has ended. No file is changed: the mutant is what the
import of its module gives inside the fork.
"""

import gc
import importlib
import importlib.machinery
import importlib.util
import json
import math
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

from tests.promises.mutants import compiled

LIBRARIES = (
    "bot.understanding",
    "hypothesis.strategies",
    "hypothesis.stateful",
    "rapidfuzz.process",
    "sqlalchemy",
)
"""Loaded once for all trials, `bot.understanding` for what it loads in turn."""
OURS = ("bot", "content", "db", "tests")
MEMORY = 3 << 30
"""Bytes of data that a trial may hold; a mutant that never stops collecting ends here."""
ASLEEP = 3600.0
"""Seconds on the clock after which a trial that waits for ever is ended."""
PYTEST = (
    "-x",
    *("-p", "no:cacheprovider"),
    *("-p", "no:randomly"),
    *("-p", "no:xdist"),
    "-W",
    "ignore:Module already",
)
"""The last: libraries that bring plugins are warm already, and pytest would warn of it."""
SURVIVED, NO_TESTS, BROKEN = 0, 5, 70


@dataclass(frozen=True, slots=True)
class Trial:
    """Tests on one mutant; on the module as it is where `which` is None.

    `seconds`: of processor time, so that a busy machine makes nothing late.
    """

    file: str
    place: int
    which: int | None
    tests: tuple[str, ...]
    seconds: float
    output: str = os.devnull


@dataclass(frozen=True, slots=True)
class Batch:
    """Trials, and how many may run at a time. `reading`: they read messages, so that warming up pays."""

    trials: tuple[Trial, ...]
    jobs: int
    reading: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """How the trial with that place in the batch ended, and after how many seconds of processor time.

    `how`: "survived", "killed", "late", "no tests" or "broken".
    """

    number: int
    how: str
    seconds: float


def main() -> None:
    """Try all, print each as it ends."""
    told = json.load(sys.stdin)
    batch = Batch(tuple(Trial(**one) for one in told["trials"]), told["jobs"], told["reading"])
    _warm(reading=batch.reading)
    for ended in tried(batch):
        print(json.dumps(asdict(ended)), flush=True)  # noqa: T201 - what the caller reads


def tried(batch: Batch) -> Iterator[Ended]:
    """Each trial as it ends. Leaves no process behind."""
    waiting = list(enumerate(batch.trials))[::-1]
    running: dict[int, tuple[int, float]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < batch.jobs:
                number, trial = waiting.pop()
                running[_begun(trial)] = number, time.monotonic()
            yield from _over(running)
            time.sleep(0.02)
    finally:
        for pid in running:
            _end(pid)


def _over(running: dict[int, tuple[int, float]]) -> Iterator[Ended]:
    for pid, (number, since) in list(running.items()):
        done, status, used = os.wait4(pid, os.WNOHANG)
        if done:
            how = _meaning(os.waitstatus_to_exitcode(status))
        elif time.monotonic() - since > ASLEEP:
            _end(pid)
            how = "late"
        else:
            continue
        del running[pid]
        yield Ended(number, how, round(used.ru_utime + used.ru_stime, 2))


def _meaning(code: int) -> str:
    known = {SURVIVED: "survived", NO_TESTS: "no tests", BROKEN: "broken", -signal.SIGXCPU: "late"}
    return known.get(code, "killed")


def _end(pid: int) -> None:
    """The trial and all that it has started."""
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(pid, 0)


def _begun(trial: Trial) -> int:
    pid = os.fork()
    if pid:
        with suppress(OSError):
            os.setpgid(pid, pid)
        return pid
    code = BROKEN
    try:
        code = _child(trial)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)


def _child(trial: Trial) -> int:
    with suppress(OSError):
        os.setpgid(0, 0)
    output = os.open(trial.output, os.O_RDWR | os.O_CREAT)
    for stream in range(3):
        os.dup2(output, stream)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(trial.seconds), math.ceil(trial.seconds) + 5))
    if trial.which is not None:
        sys.meta_path.insert(0, _OneChanged(trial))
    return int(pytest.main([*PYTEST, *trial.tests]))


class _Changed(importlib.machinery.SourceFileLoader):
    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - a loader of one module
        return self._code


class _OneChanged:
    """Finds one module, with its fault; all others are found as ever."""

    def __init__(self, trial: Trial) -> None:
        self._path = str(Path(trial.file).resolve())
        self._name = trial.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        source = Path(trial.file).read_text(encoding="utf-8")
        self._code = compiled(source, self._path, trial.place, trial.which or 0)

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None = None,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> Any:
        """The protocol of `sys.meta_path`."""
        if name != self._name:
            return None
        loader = _Changed(name, self._path, self._code)
        return importlib.util.spec_from_file_location(name, self._path, loader=loader)


def _warm(*, reading: bool) -> None:
    """Load libraries and fill their caches; then forget the project's modules: forks load their own."""
    for name in LIBRARIES:
        importlib.import_module(name)
    if reading:
        importlib.import_module("tests.promises.mutant_warmth").read_once()
    for name in [name for name in sys.modules if name.partition(".")[0] in OURS]:
        if name != __name__:
            del sys.modules[name]
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    main()
