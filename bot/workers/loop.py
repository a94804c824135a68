"""What all workers share: do one step, again and again, and never die of an error."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog

from bot.clock import Clock

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0

Beat = Callable[[str], None]

log = structlog.get_logger(__name__)


class Loop:
    """Runs `step` until stopped. A step does its work and then waits for the next occasion by itself.

    An error is logged by class and place; then there is a pause, longer each time it happens again.
    """

    def __init__(self, name: str, step: Callable[[], Awaitable[None]], clock: Clock, beat: Beat) -> None:
        self._name = name
        self._step = step
        self._clock = clock
        self._beat = beat
        self.stopping = asyncio.Event()

    async def run(self) -> None:
        """Run until `stop`."""
        pause = FIRST_PAUSE
        while not self.stopping.is_set():
            try:
                await self._step()
                self._beat(self._name)
                pause = FIRST_PAUSE
            except Exception as error:
                log.error("worker.failed", worker=self._name, exc_info=error)  # noqa: TRY400
                await self._clock.wait(self.stopping, self._clock.now() + timedelta(seconds=pause))
                pause = min(LONGEST_PAUSE, pause * 2)

    def stop(self) -> None:
        """End after the step that is running."""
        self.stopping.set()


async def pause(clock: Clock, wake: asyncio.Event, seconds: float) -> None:
    """Wait for the wake event, at most so many seconds, and clear it."""
    await clock.wait(wake, clock.now() + timedelta(seconds=seconds))
    wake.clear()
