"""Takes up stored updates that nobody is handling, such as those of a turn that was given up."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.clock import Clock
from bot.workers.loop import Beat, Loop, pause

EVERY_SECONDS = 30.0

log = structlog.get_logger(__name__)


class Sweeper:
    """The worker of forgotten updates. `replay` queues what waits and is not on its way; how many."""

    def __init__(self, *, replay: Callable[[], Awaitable[int]], clock: Clock, beat: Beat) -> None:
        self.wake = asyncio.Event()
        self._replay = replay
        self._clock = clock
        self._loop = Loop("sweeper", self.step, clock, beat)

    async def run(self) -> None:
        """Run until stopped."""
        await self._loop.run()

    def stop(self) -> None:
        """End soon."""
        self._loop.stop()
        self.wake.set()

    async def step(self) -> None:
        """Wait, then sweep: at the start the gateway replays by itself."""
        await pause(self._clock, self.wake, EVERY_SECONDS)
        if not self._loop.stopping.is_set():
            await self.sweep()

    async def sweep(self) -> None:
        """Sweep once."""
        count = await self._replay()
        if count:
            log.warning("sweeper.replayed", count=count)
