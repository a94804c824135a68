"""Tells the outside that all is well, by rewriting a file; silence is the alarm.

The file is left alone while an alert to staff has waited too long, polling has stopped or a worker is silent.
What watches it (a container's health check, a cron job, a monitoring service) must not depend on Telegram.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

import structlog

from bot.clock import Clock
from bot.workers.watch import Watch
from bot.workers.worker import Beat, Worker
from db.store import Store

EVERY_SECONDS = 15.0
ALERT_SECONDS = 60.0

Notify = Callable[[tuple[str, ...]], Awaitable[None]]
Look = Callable[[], Awaitable[None]]

log = structlog.get_logger(__name__)


async def _nobody(_alarms: tuple[str, ...]) -> None:
    """No further route."""


async def _nothing() -> None:
    """Nothing more to look at."""


class Heartbeat(Worker):
    """The worker of the heartbeat file.

    `look` is called before each beat and may tell the watch what it finds; `notify` is called with the alarms
    whenever they change (with none when all is well again).
    """

    name = "heartbeat"

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        watch: Watch,
        file: Path,
        beat: Beat,
        look: Look = _nothing,
        notify: Notify = _nobody,
    ) -> None:
        super().__init__(clock, beat)
        self._store = store
        self._watch = watch
        self._file = file
        self._look = look
        self._notify = notify
        self._last: tuple[str, ...] = ()

    async def step(self) -> None:
        """Look, tell, wait."""
        await self._look()
        await self.tell(await self.alarms())
        await self.pause(EVERY_SECONDS)

    async def alarms(self) -> tuple[str, ...]:
        """Names of all that is wrong now. Storage that does not answer is one of them."""
        try:
            async with self._store.begin() as work:
                oldest = await work.outbox.oldest_unsent_alert()
        except Exception as error:
            log.error("heartbeat.storage", exc_info=error)  # noqa: TRY400
            return ("storage_failing", *self._watch.alarms())
        late = ("alert_unsent",) if oldest is not None and self._age(oldest) > ALERT_SECONDS else ()
        return (*late, *self._watch.alarms())

    async def tell(self, alarms: tuple[str, ...]) -> None:
        """Beat, or withhold the beat and say why."""
        if alarms:
            log.error("heartbeat.withheld", alarms=list(alarms))
        else:
            write_beat(self._file, self._clock.now())
        if alarms != self._last:
            self._last = alarms
            await self._notify(alarms)

    def _age(self, moment: datetime) -> float:
        return (self._clock.now() - moment).total_seconds()


def write_beat(file: Path, now: datetime) -> None:
    """Replace the file in one move, so that no reader finds half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(file.name + ".new")
    fresh.write_text(now.isoformat() + "\n", encoding="ascii")
    fresh.replace(file)
