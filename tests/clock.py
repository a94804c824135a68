"""A clock for tests: it stands still until a test moves it, and wakes whoever waited for the moment."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.clock import first_of

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


class FakeClock:
    """Fits `bot.clock.Clock`."""

    def __init__(self, start: datetime = START) -> None:
        self._start = start
        self._passed = 0.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._passed)

    def monotonic(self) -> float:
        return self._passed

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self._passed + seconds, woken))
        await woken

    async def wait(self, event: asyncio.Event, until: datetime) -> bool:
        return await first_of(event, self.sleep((until - self.now()).total_seconds()))

    def anyone_sleeps(self) -> bool:
        """Whether somebody waits for a moment to come."""
        return any(not woken.done() for _, woken in self._sleepers)

    def jump(self, seconds: float) -> None:
        """Move on without letting anything run."""
        self._passed += seconds

    async def advance(self, seconds: float) -> None:
        """Move on, waking sleepers in their order."""
        end = self._passed + seconds
        await breathe()
        while (due := self._next(end)) is not None:
            self._passed = max(self._passed, due[0])
            due[1].set_result(None)
            await breathe()
        self._passed = end

    def _next(self, end: float) -> tuple[float, asyncio.Future[None]] | None:
        self._sleepers = sorted((one for one in self._sleepers if not one[1].done()), key=lambda one: one[0])
        return self._sleepers.pop(0) if self._sleepers and self._sleepers[0][0] <= end else None


async def breathe() -> None:
    """Let every task that can go on do so."""
    for _ in range(20):
        await asyncio.sleep(0)
