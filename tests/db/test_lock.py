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


def _held(database: Path) -> bool:
    """Whether the next one would be kept out."""
    try:
        with single_instance(database):
            return False
    except AlreadyRunningError:
        return True


def test_it_lets_no_second_one_in(tmp_path: Path) -> None:
    with (
        single_instance(tmp_path / "phuean.db"),
        pytest.raises(AlreadyRunningError),
        single_instance(tmp_path / "phuean.db"),
    ):
        pass


def test_it_lets_the_next_one_in_afterwards(tmp_path: Path) -> None:
    database = tmp_path / "phuean.db"
    with single_instance(database):
        assert _held(database)
    assert not _held(database)
    with single_instance(database):
        assert _held(database)


def test_it_does_not_mind_another_database(tmp_path: Path) -> None:
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    with single_instance(one):
        assert not _held(two)
        with single_instance(two):
            assert (_held(one), _held(two)) == (True, True)


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
