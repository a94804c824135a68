"""Whether the encoder can run on this machine's processor at all, tried in a process of its own.

A library that was compiled for newer processors raises nothing there: the system ends its whole process
(SIGILL), and the bot would die at every start without a word to staff.
"""

import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PATIENCE_SECONDS = 60.0
SMALLEST = (
    "import sys, onnxruntime; onnxruntime.InferenceSession(sys.argv[1])"
    ".run(None, {'ids': [0, 2], 'places': [0, 1], 'texts': [[1.0, 1.0]]})"
)
"""Reads a text of no pieces between its two marks: every kind of operation once."""


class ProcessorError(Exception):
    """The encoder cannot run on this processor; says how it ended."""


def survives(encoder: Path, python: Sequence[str] = (sys.executable, "-c", SMALLEST)) -> None:
    """Run the encoder once, apart. What it raises there it raises again where it is loaded.

    Raises:
        ProcessorError: the process was ended by the system, or did not end.
    """
    try:
        ended = subprocess.run(  # noqa: S603 - our own interpreter, our own words
            [*python, str(encoder)], timeout=PATIENCE_SECONDS, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ProcessorError(f"the encoder does not end on this processor ({platform.machine()})") from error
    if ended.returncode < 0:
        signal = -ended.returncode
        raise ProcessorError(f"the encoder dies on this processor ({platform.machine()}): signal {signal}")
