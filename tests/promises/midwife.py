"""Speaks with the nursery from the process of a proof."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

from tests.promises.nursery import READY, Life, order_to_bear

START_SECONDS = 60.0
LIFE_SECONDS = 60.0


class Midwife:
    """Starts bots and learns how they ended."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._stdin, self._stdout = process.stdin, process.stdout

    async def answer(self, seconds: float) -> dict[str, Any]:
        """The next line of the nursery."""
        line = await asyncio.wait_for(self._stdout.readline(), seconds)
        answer: dict[str, Any] = json.loads(line)
        return answer

    async def bear(self, life: Life) -> int:
        """Start a bot; its process id."""
        self._write(order_to_bear(life))
        pid: int = (await self.answer(LIFE_SECONDS))["pid"]
        return pid

    async def end(self, pid: int, how: signal.Signals = signal.SIGKILL) -> int:
        """Send a signal, and wait for the end; the status."""
        os.kill(pid, how)
        return await self.outlive(pid)

    async def outlive(self, pid: int, seconds: float = LIFE_SECONDS) -> int:
        """Wait for a bot that dies by itself; one that does not within that time is ended, status 0."""
        self._write({"wait": pid})
        try:
            return await self._status(seconds)
        except TimeoutError:
            os.kill(pid, signal.SIGKILL)
            await self._status(LIFE_SECONDS)
            return 0

    async def _status(self, seconds: float) -> int:
        status: int = (await self.answer(seconds))["status"]
        return status

    def _write(self, order: dict[str, Any]) -> None:
        self._stdin.write(json.dumps(order).encode() + b"\n")


@asynccontextmanager
async def nursery(reader: str, python: Sequence[str] = (sys.executable,)) -> AsyncIterator[Midwife]:
    """A nursery with the "real" reader or the "plain" one. `python`: how to start it."""
    process = await asyncio.create_subprocess_exec(
        *python,
        "-m",
        "tests.promises.nursery",
        reader,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    midwife = Midwife(process)
    try:
        assert await midwife.answer(START_SECONDS) == READY
        yield midwife
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.communicate()
