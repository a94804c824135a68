import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.acts import Acting
from tests.journeys.asked import NAMED
from tests.journeys.story import FOLDER, Step, read, stories

ROOT = Path(__file__).parents[2]


def test_every_rule_is_asked_for_by_a_story() -> None:
    asked = {name for file in stories() for name, _ in read(file).checks}
    assert asked == set(NAMED)


@pytest.mark.parametrize("file", stories(), ids=lambda file: file.stem)
def test_every_story_has_a_rule_of_its_own(file: Path) -> None:
    assert read(file).checks


def test_every_verb_stands_in_the_readme() -> None:
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    verbs = [
        name
        for name in vars(Acting)
        if not name.startswith("_") and name not in ("remember", "onward", "question", "answering")
    ]
    assert [verb for verb in verbs if f"`{verb}" not in told and f"{{{verb}:" not in told] == []


def test_a_step_may_be_written_short() -> None:
    assert Step("child", {"start": ""}).title() == "child: start"


def test_recording_is_refused_in_ci() -> None:
    asked = [sys.executable, "-m", "pytest", "tests/journeys", "--update", "--collect-only", "-q"]
    run = subprocess.run(asked, cwd=ROOT, env={**os.environ, "CI": "1"}, capture_output=True, check=False)  # noqa: S603
    assert run.returncode == pytest.ExitCode.USAGE_ERROR
