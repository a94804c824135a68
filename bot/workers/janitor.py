"""Throws away what has expired, and empties the write-ahead log where deleted words would live on."""

import asyncio
from datetime import timedelta

from bot.clock import Clock
from bot.workers.loop import Beat, Loop, pause
from db.store import Store

EVERY_SECONDS = 30.0
SETTLED_KEEP = timedelta(days=7)
"""Telegram repeats an unconfirmed update for at most a day, so that ids of a week are plenty."""

DEAD_KEEP = timedelta(days=30)


class Janitor:
    """The worker of expiries."""

    def __init__(self, *, store: Store, clock: Clock, beat: Beat, keep_cases: timedelta) -> None:
        self.wake = asyncio.Event()
        self._store = store
        self._clock = clock
        self._keep_cases = keep_cases
        self._loop = Loop("janitor", self.step, clock, beat)

    async def run(self) -> None:
        """Run until stopped."""
        await self._loop.run()

    def stop(self) -> None:
        """End soon."""
        self._loop.stop()
        self.wake.set()

    async def step(self) -> None:
        """Tidy, then wait."""
        await self.tidy()
        await pause(self._clock, self.wake, EVERY_SECONDS)

    async def tidy(self) -> None:
        """Expire recent words, message ids, closed cases and settled rows; then empty the write-ahead log."""
        now = self._clock.now()
        async with self._store.begin() as work:
            await work.words.expire(now)
            await work.messages.expire(now)
            await work.cases.expire(now, self._keep_cases)
            await work.outbox.purge(now - SETTLED_KEEP)
            await work.inbox.purge(settled_before=now - SETTLED_KEEP, dead_before=now - DEAD_KEEP)
            await work.commit()
        await self._store.checkpoint()
