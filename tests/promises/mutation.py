"""Which modules are mutated, which tests must notice, and what came of it.

`python -m tests.promises.mutation FILE ...` tries every mutant of these files and prints the survivors, each
with the name under which `equivalent_mutants.yaml` would know it; `--sample N` only so many of all.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from tests.promises.mutant_trials import Batch, Ended, Trial
from tests.promises.mutants import Mutant, mutants_of

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("bot", "content", "db", "tests", "pyproject.toml")
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.yaml")
SEED = 19
JOBS = 2
ALONE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""A process with threads cannot be forked safely."""
PATIENCE = 3.0
"""A mutant gets so many times the processor time that the tests take without one …"""
GRACE = 10.0
"""… and so many seconds more, before it counts as noticed: a message that is never answered is no answer."""
LONGEST = 600.0
LAST = 3000
"""Characters of the output that are shown when the product as it is does not pass."""


@dataclass(frozen=True, slots=True)
class Room:
    """Modules and the tests that must notice, quick ones first."""

    name: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]

    def files(self) -> list[str]:
        """The modules, as paths from the root."""
        found = {path for pattern in self.modules for path in ROOT.glob(pattern)}
        return sorted(path.relative_to(ROOT).as_posix() for path in found)

    def tests_for(self, file: str) -> tuple[str, ...]:
        """All tests of the room; those named after the module first."""
        own = f"/test_{Path(file).stem}.py"
        return tuple(sorted(self.tests, key=lambda test: not test.endswith(own)))


def _domain_tests() -> tuple[str, ...]:
    slow = ("test_screens.py", "test_route.py", "test_lessons.py", "test_any_history.py")
    files = [path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/domain").rglob("test_*.py")]
    last = {name: place + 1 for place, name in enumerate(slow)}
    return tuple(sorted(files, key=lambda file: (last.get(Path(file).name, 0), file)))


def _reading_test(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return "/".join(filter(None, ("tests/understanding", folder, f"test_{file}.py")))


_UNDERSTOOD = (
    *("normalise", "slots", "lexicon", "views", "quoting", "words"),
    *("scripts", "help_words", "understanding", "consulting", "talk"),
    *("distress/*", "faq/bands", "faq/matcher", "faq/ngrams", "faq/trained"),
)
_READING = (
    *("bands", "ngrams", "scripts", "help_words", "judgement", "trained/weighing", "trained/evidence"),
    *("slots", "cautions", "lexicon", "screen", "matcher", "words", "normalise", "quoting"),
    *("policy", "views", "lookalikes", "recent", "examples", "knowledge", "curated", "understanding"),
    *("trained/ranking", "faq", "trained/understanding"),
)
ROOMS = (
    Room(
        "understanding",
        (*(f"bot/understanding/{name}.py" for name in _UNDERSTOOD), "content/notation.py"),
        tuple(map(_reading_test, _READING)),
    ),
    Room("domain", ("bot/domain/**/*.py",), _domain_tests()),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One mutant and how its trial ended."""

    mutant: Mutant
    how: str
    seconds: float

    @property
    def noticed(self) -> bool:
        """Whether a test failed, or none ever ended."""
        return self.how in ("killed", "late")


Task = tuple[Mutant, tuple[str, ...]]
"""A mutant and the tests that must notice it."""


class UselessError(RuntimeError):
    """The tests cannot judge: they fail, or do not run, on the product as it is."""


def room_of(file: str) -> Room:
    """The room whose tests judge that module."""
    return next(room for room in ROOMS if file in room.files())


def equivalents() -> dict[str, str]:
    """Names of the mutants that no test can notice, and why."""
    told: dict[str, str] = yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8")) or {}
    return told


def all_mutants(files: Iterable[str], root: Path = ROOT) -> list[Mutant]:
    """Every mutant of these modules."""
    return [m for file in files for m in mutants_of(file, (root / file).read_text(encoding="utf-8"))]


def sample(mutants: Iterable[Mutant], size: int) -> list[Mutant]:
    """So many of them, the same ones again while their places are not edited, whatever else is."""
    return sorted(mutants, key=lambda mutant: hashlib.sha256(f"{SEED} {mutant.name}".encode()).digest())[
        :size
    ]


@contextmanager
def copied() -> Iterator[Path]:
    """The product and its tests as they are now, in a folder that goes away."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        folder = Path(name)
        for part in COPIED:
            if (ROOT / part).is_dir():
                shutil.copytree(ROOT / part, folder / part)
            else:
                shutil.copy(ROOT / part, folder / part)
        yield folder


def judged(mutants: Iterable[Mutant]) -> list[Task]:
    """Each with all tests of its room."""
    return [(mutant, room_of(mutant.file).tests_for(mutant.file)) for mutant in mutants]


def outcomes(tasks: Sequence[Task], *, reading: bool) -> list[Outcome]:
    """Try the tests of each task on its mutant, but first on the product as it is.

    Raises:
        UselessError: the product as it is does not pass, or there was no test to run.
    """
    with copied() as folder:
        seconds = _calm(
            folder, {frozenset(tests): (mutant, tests) for mutant, tests in tasks}, reading=reading
        )
        trials = [
            Trial(m.file, m.place, m.which, tests, PATIENCE * seconds[frozenset(tests)] + GRACE)
            for m, tests in tasks
        ]
        ended = _run(folder, trials, reading=reading)
    useless = [one for one in ended if one.how in ("no tests", "broken")]
    if useless:
        raise UselessError(f"{useless[0].how}: {tasks[useless[0].number][0]}")
    return [Outcome(m, one.how, one.seconds) for (m, _), one in zip(tasks, ended, strict=True)]


def _calm(folder: Path, chosen: dict[frozenset[str], Task], *, reading: bool) -> dict[frozenset[str], float]:
    """What each set of tests takes without a mutant."""
    trials = [
        Trial(m.file, 0, None, tests, LONGEST, str(folder / f"calm{number}.txt"))
        for number, (m, tests) in enumerate(chosen.values())
    ]
    ended = _run(folder, trials, reading=reading)
    for one in ended:
        if one.how != "survived":
            told = Path(trials[one.number].output).read_text(encoding="utf-8")
            raise UselessError(f"without a mutant: {one.how}\n{told[-LAST:]}")
    return {tests: one.seconds for tests, one in zip(chosen, ended, strict=True)}


def _run(folder: Path, trials: Sequence[Trial], *, reading: bool) -> list[Ended]:
    batch = Batch(tuple(trials), min(JOBS, os.cpu_count() or 1), reading)
    surroundings = {**os.environ, **ALONE, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-m", "tests.promises.mutant_trials"]
    ended = subprocess.run(  # noqa: S603 - our own module
        command,
        cwd=folder,
        env=surroundings,
        input=json.dumps(asdict(batch)),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found = [Ended(**json.loads(line)) for line in ended.stdout.splitlines()]
    return sorted(found, key=lambda one: one.number)


def main() -> int:
    """Print how each of the chosen mutants ended that was not noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.promises.mutation")
    parser.add_argument("files", nargs="+", help="modules to mutate, as paths from the root")
    parser.add_argument("--sample", type=int, help="only so many of the mutants")
    chosen = parser.parse_args()
    known = equivalents()
    mutants = [m for m in all_mutants(chosen.files) if m.name not in known]
    tried = outcomes(judged(sample(mutants, chosen.sample or len(mutants))), reading=True)
    for one in tried:
        if not one.noticed:
            print(f"{one.mutant}\n    {one.mutant.name}")  # noqa: T201 - what was asked for
    print(f"{sum(one.noticed for one in tried)} of {len(tried)} noticed")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
