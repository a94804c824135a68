"""Wakes cases: turns timers whose moment came into inputs."""

from datetime import timedelta
from typing import Protocol

import structlog

from bot.clock import Clock
from bot.domain.inputs import Input, TimerDue
from bot.origin import FromTimer, Origin
from bot.workers.worker import Beat, Worker
from db.store import Store

AT_ONCE = 50
IDLE_SECONDS = 30.0
SHORTEST_SECONDS = 0.02

log = structlog.get_logger(__name__)


class Turns(Protocol):
    """What an input is handed to."""

    async def run(self, input: Input, *, origin: Origin) -> None:  # noqa: A002
        """Decide and commit, marking the origin done in the same transaction."""


class Timers(Worker):
    """The worker of the timers. Set `wake` after every commit that may have started one."""

    name = "timers"

    def __init__(self, *, store: Store, turns: Turns, clock: Clock, beat: Beat) -> None:
        super().__init__(clock, beat)
        self._store = store
        self._turns = turns

    async def step(self) -> None:
        """Run what is due, then wait for the next moment."""
        if await self.run_due():
            return
        async with self._store.begin() as work:
            moment = await work.timers.next_due()
        far = self._clock.now() + timedelta(seconds=IDLE_SECONDS)
        left = (min(moment or far, far) - self._clock.now()).total_seconds()
        await self.pause(max(SHORTEST_SECONDS, left))

    async def run_due(self) -> int:
        """Hand over every timer that is due; how many. One that fails does not hold up the others.

        Raises:
            ExceptionGroup: the turns that failed; their timers stay due.
        """
        async with self._store.begin() as work:
            due = await work.timers.due(self._clock.now(), AT_ONCE)
        errors: list[Exception] = []
        for timer in due:
            happened = TimerDue(timer.kind, timer.subject, timer.round)
            try:
                await self._turns.run(happened, origin=FromTimer(timer.id))
            except Exception as error:
                log.error("timer.failed", kind=timer.kind.value, exc_info=error)  # noqa: TRY400
                errors.append(error)
        if errors:
            raise ExceptionGroup("timers", errors)
        return len(due)
