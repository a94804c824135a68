"""Tests of db/lock.py."""

import subprocess
import sys
from pathlib import Path

import pytest

from db.errors import AlreadyRunningError
from db.lock import single_instance

HOLD = """
import sys; from pathlib import Path; from db.lock import single_instance
with single_instance(Path(sys.argv[1])):
    print("held", flush=True); sys.stdin.read()
"""


def test_it_lets_no_second_one_in(tmp_path: Path) -> None:
    with (
        single_instance(tmp_path / "phuean.db"),
        pytest.raises(AlreadyRunningError),
        single_instance(tmp_path / "phuean.db"),
    ):
        pass


def test_it_lets_the_next_one_in_afterwards(tmp_path: Path) -> None:
    with single_instance(tmp_path / "phuean.db"):
        pass
    with single_instance(tmp_path / "phuean.db"):
        pass


def test_it_does_not_mind_another_database(tmp_path: Path) -> None:
    with single_instance(tmp_path / "one.db"), single_instance(tmp_path / "two.db"):
        pass


def test_it_lets_go_when_the_process_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path / "phuean.db")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:  # noqa: S603
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyRunningError), single_instance(tmp_path / "phuean.db"):
            pass
        other.kill()
        other.wait()
        with single_instance(tmp_path / "phuean.db"):
            pass
