"""Takes up stored updates that nobody is handling, such as those of a turn that was given up."""

from collections.abc import Awaitable, Callable

import structlog

from bot.clock import Clock
from bot.workers.worker import Beat, Worker

EVERY_SECONDS = 30.0

log = structlog.get_logger(__name__)


class Sweeper(Worker):
    """The worker of forgotten updates. `replay` queues what waits and is not on its way; how many."""

    name = "sweeper"

    def __init__(self, *, replay: Callable[[], Awaitable[int]], clock: Clock, beat: Beat) -> None:
        super().__init__(clock, beat)
        self._replay = replay

    async def step(self) -> None:
        """Wait, then sweep: at the start the gateway replays by itself."""
        await self.pause(EVERY_SECONDS)
        if not self.stopping.is_set():
            await self.sweep()

    async def sweep(self) -> None:
        """Sweep once."""
        count = await self._replay()
        if count:
            log.warning("sweeper.replayed", count=count)
