"""What all workers share: do one step, again and again, and never die of an error."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import timedelta
from typing import ClassVar

import structlog

from bot.clock import Clock

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0

Beat = Callable[[str], None]

log = structlog.get_logger(__name__)


class Worker(ABC):
    """Runs `step` until stopped. A step does its work and then waits for the next occasion by itself.

    An error is logged by class and place; then there is a pause, longer each time it happens again.
    Set `wake` to end the waiting.
    """

    name: ClassVar[str]
    """Under this name it shows that it lives."""

    def __init__(self, clock: Clock, beat: Beat) -> None:
        self.wake = asyncio.Event()
        self.stopping = asyncio.Event()
        self._clock = clock
        self._beat = beat

    @abstractmethod
    async def step(self) -> None:
        """Do the work, then wait."""

    async def run(self) -> None:
        """Run until stopped."""
        seconds = FIRST_PAUSE
        while not self.stopping.is_set():
            try:
                await self.step()
                self._beat(self.name)
                seconds = FIRST_PAUSE
            except Exception as error:
                log.error("worker.failed", worker=self.name, exc_info=error)  # noqa: TRY400
                await self._clock.wait(self.stopping, self._clock.now() + timedelta(seconds=seconds))
                seconds = min(LONGEST_PAUSE, seconds * 2)

    def stop(self) -> None:
        """End after the step that is running."""
        self.stopping.set()
        self.wake.set()

    async def pause(self, seconds: float) -> None:
        """Wait for the wake event, at most so many seconds, and clear it."""
        await self._clock.wait(self.wake, self._clock.now() + timedelta(seconds=seconds))
        self.wake.clear()
