"""What `tests/conftest.py` promises to every other test."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import structlog

from tests.guard import NetworkError
from tests.secrets_seen import PLANTED, plant
from tests.telegram.updates import message, private, read

INNER = """
import pytest
import structlog
from tests.secrets_seen import plant

WORDS = "planted words of an inner test"


def test_it_prints():
    plant(WORDS)
    {line}
"""
LINES = {
    "stdout": "print(WORDS)",
    "stderr": "import sys; sys.stderr.write(WORDS)",
    "a log that was not redacted": "structlog.reset_defaults(); structlog.get_logger().info(WORDS)",
    "a number": "plant(7310000000017); print({'id': 7310000000017})",
}


@pytest.mark.parametrize("host", ["example.org", "192.0.2.1", "8.8.8.8"])
def test_it_reaches_no_other_machine(host: str) -> None:
    with pytest.raises(NetworkError):
        socket.create_connection((host, 443), timeout=1)


def test_it_reaches_this_machine() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=1) as here,
        server.accept()[0] as there,
    ):
        here.sendall(b"hello")
        assert there.recv(5) == b"hello"


@pytest.mark.parametrize("what", LINES)
def test_it_fails_a_test_that_shows_what_was_planted(tmp_path: Path, what: str) -> None:
    assert "1 passed, 1 error" in _ran(tmp_path, LINES[what])


def test_it_lets_a_test_pass_whose_logs_hold_nothing(tmp_path: Path) -> None:
    said = _ran(tmp_path, "structlog.get_logger().info('update.failed', words=WORDS, text=WORDS)")
    assert "1 passed" in said
    assert "error" not in said


def test_it_fails_a_session_whose_words_were_planted_too_late(tmp_path: Path) -> None:
    late = "from tests.conftest import LOGS; LOGS.lines.add('words that came late')"
    said = _ran(tmp_path, late, "\n\ndef test_it_plants():\n    plant('words that came late')\n")
    assert "1 planted words, ids or tokens stand in the logs" in said


def _ran(folder: Path, line: str, more: str = "") -> str:
    """What pytest says about a test that does this."""
    root = Path(__file__).parents[1]
    (folder / "conftest.py").write_text("from tests.conftest import *\n")
    (folder / "test_inner.py").write_text(INNER.format(line=line) + more)
    command = [sys.executable, "-m", "pytest", "-p", "no:randomly", "-p", "no:cacheprovider", str(folder)]
    done = subprocess.run(  # noqa: S603
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_it_plants_whatever_the_parser_reads() -> None:
    read(message=message(text="words that nobody planted by hand", chat=private(7_310_000_000_021)))
    assert "words that nobody planted by hand" in PLANTED
    assert 7_310_000_000_021 in PLANTED


def test_the_product_logs_to_where_tests_look(capfd: pytest.CaptureFixture[str]) -> None:
    plant("never shown anywhere at all")
    structlog.get_logger().debug("worker.failed", worker="sender", text="never shown anywhere at all")
    assert json.loads(capfd.readouterr().err)["event"] == "worker.failed"


def test_a_name_from_our_own_source_is_no_word_of_a_child() -> None:
    for words in ("process.failed", "process.failed again"):
        read(message=message(text=words, chat=private(7_310_000_000_022)))
    assert "process.failed" not in PLANTED
    assert "process.failed again" in PLANTED
