"""The demo as a person starts it: `python -m bot demo`, in a folder of its own, on a free port."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
START_SECONDS = 90.0
STOP_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demo. `folder`: where it keeps its database."""

    address: str
    folder: Path

    @property
    def database(self) -> Path:
        """The file of the bot's database, made anew at every start."""
        return self.folder / "var" / "demo" / "phuean.db"


@asynccontextmanager
async def running_demo(
    folder: Path, language: str = "th", settings: Mapping[str, str] | None = None
) -> AsyncIterator[Demo]:
    """Start the demo, yield it once the bot listens, and stop it as Ctrl+C does.

    Raises:
        AssertionError: it ended, or said nothing within `START_SECONDS`.
    """
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"} | dict(settings or {})
    command = [sys.executable, "-m", "bot", "demo", "--port", "0", "--language", language]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(  # noqa: ASYNC220, S603 - own command, read in a thread
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=log, start_new_session=True
        )
        try:
            yield Demo(await _address(process, folder), folder)
        finally:
            await asyncio.to_thread(_stop, process)


async def _address(process: "subprocess.Popen[bytes]", folder: Path) -> str:
    """The address that the demo announces."""
    assert process.stdout is not None
    reading = asyncio.to_thread(process.stdout.readline)
    try:
        line = await asyncio.wait_for(reading, START_SECONDS)
    except TimeoutError:
        line = b""
    found = re.search(rb"http://127\.0\.0\.1:\d+", line)
    assert found, f"the demo did not start: {(folder / 'log').read_text()[-2000:]}"
    return found.group().decode()


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """Interrupt it; whatever is left of its own process group is killed."""
    process.send_signal(signal.SIGINT)
    with suppress(subprocess.TimeoutExpired):
        process.wait(STOP_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout is not None:
        process.stdout.close()
