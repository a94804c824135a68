"""Throws away what has expired, and empties the write-ahead log where deleted words would live on."""

from datetime import timedelta

from bot.clock import Clock
from bot.workers.worker import Beat, Worker
from db.store import Store

EVERY_SECONDS = 30.0
SETTLED_KEEP = timedelta(days=7)
"""Telegram repeats an unconfirmed update for at most a day, so that ids of a week are plenty."""

DEAD_KEEP = timedelta(days=30)

SUGGESTIONS_KEEP = timedelta(days=365)
"""Whoever tends the data looks more often than once a year; then what was suggested is out of date."""


class Janitor(Worker):
    """The worker of expiries."""

    name = "janitor"

    def __init__(self, *, store: Store, clock: Clock, beat: Beat, keep_cases: timedelta) -> None:
        super().__init__(clock, beat)
        self._store = store
        self._keep_cases = keep_cases

    async def step(self) -> None:
        """Tidy, then wait."""
        await self.tidy()
        await self.pause(EVERY_SECONDS)

    async def tidy(self) -> None:
        """Expire recent words, message ids, closed cases and settled rows; then empty the write-ahead log."""
        now = self._clock.now()
        async with self._store.begin() as work:
            await work.words.expire(now)
            await work.messages.expire(now)
            await work.cases.expire(now, self._keep_cases)
            await work.suggestions.expire(now - SUGGESTIONS_KEEP)
            await work.outbox.purge(now - SETTLED_KEEP)
            await work.inbox.purge(settled_before=now - SETTLED_KEEP, dead_before=now - DEAD_KEEP)
            await work.commit()
        await self._store.checkpoint()
