"""Takes one stored update to its end: parse, run the turn, and if that fails try again.

The turn marks the update done in its own transaction. While storage itself fails nothing is counted: the
update waits, in its chat's order. A turn that fails by itself gets `TRIES` attempts, then as many `last` ones
(which go to a person unread by the machine), then the update is kept as a dead letter.
"""

import asyncio
from datetime import timedelta
from typing import Protocol

import structlog
from telegram import Update

from bot.clock import Clock
from bot.domain.inputs import Input
from bot.origin import FromUpdate, Origin
from bot.staff_room import StaffRoom
from bot.telegram.in_flight import InFlight
from bot.telegram.intake import is_empty
from bot.telegram.parse import Parser
from bot.telegram.reading import Ignored, Moved, Parsed, Reading, Reason, StaffMembership
from db.errors import StorageFailedError
from db.store import Store, UnitOfWork

TRIES = 3
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 10.0

log = structlog.get_logger(__name__)


class Turns(Protocol):
    """What an input is handed to."""

    async def run(self, input: Input, *, origin: Origin) -> None:  # noqa: A002
        """Decide and commit, marking the origin done in the same transaction."""


class StaffObserver(Protocol):
    """Who wants to know whether the bot is in the staff group."""

    def staff_group(self, *, present: bool) -> None:
        """The bot was put out of the staff group, or let in again."""


class Receiver:
    """Takes stored updates to their end."""

    def __init__(
        self,
        *,
        parser: Parser,
        turns: Turns,
        store: Store,
        staff: StaffRoom,
        clock: Clock,
        observer: StaffObserver,
        in_flight: InFlight,
    ) -> None:
        self._parser = parser
        self._turns = turns
        self._store = store
        self._staff = staff
        self._clock = clock
        self._observer = observer
        self._in_flight = in_flight
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Give up what is being retried; it stays in the inbox."""
        self._stopping.set()

    async def handle(self, update: Update, update_id: int) -> None:
        """Take an update to its end. A stub of one that is known already is nothing to do."""
        if is_empty(update):
            return
        try:
            await self._until_done(self._parser.parse(update), update_id)
        finally:
            self._in_flight.end([update_id])

    async def _until_done(self, reading: Reading, update_id: int) -> None:
        attempt, pause = 1, FIRST_PAUSE
        while attempt <= 2 * TRIES:
            try:
                return await self._once(reading, update_id, attempt)
            except Exception as error:
                log.error("update.failed", attempt=attempt, exc_info=error)  # noqa: TRY400
                attempt = await self._counted(update_id, error, attempt)
            if await self._clock.wait(self._stopping, self._clock.now() + timedelta(seconds=pause)):
                return None
            pause = min(LONGEST_PAUSE, pause * 2)
        return await self._bury(update_id)

    async def _once(self, reading: Reading, update_id: int, attempt: int) -> None:
        if isinstance(reading, Parsed):
            origin = FromUpdate(update_id, reading.chat, attempt, last=attempt > TRIES)
            return await self._turns.run(reading.input, origin=origin)
        async with self._store.begin() as work:
            await self._without_turn(work, reading, update_id)
            await work.inbox.done(update_id, self._clock.now())
            await work.commit()
        return None

    async def _without_turn(
        self, work: UnitOfWork, reading: Ignored | Moved | StaffMembership, update_id: int
    ) -> None:
        now = self._clock.now()
        match reading:
            case Ignored(Reason.MALFORMED):
                await work.inbox.bury(update_id, Reason.MALFORMED, now)
            case Ignored(reason):
                await work.counters.add(f"ignored_{reason}", now)
            case Moved(_, chat_id, staff=True):
                await self._staff.move(work, chat_id, now)
            case Moved(ref, chat_id):
                await work.chats.migrated(ref, chat_id)
            case StaffMembership(present):
                self._observer.staff_group(present=present)

    async def _counted(self, update_id: int, error: Exception, attempt: int) -> int:
        """The number of the next attempt; the same again while it is storage that fails."""
        if isinstance(error, StorageFailedError):
            return attempt
        try:
            async with self._store.begin() as work:
                failed = await work.inbox.failed(update_id, type(error).__name__, self._clock.now())
                await work.commit()
        except StorageFailedError:
            return attempt
        return max(attempt, failed) + 1

    async def _bury(self, update_id: int) -> None:
        log.error("update.dead", attempts=2 * TRIES)
        async with self._store.begin() as work:
            await work.inbox.bury(update_id, "turn_failed", self._clock.now())
            await work.commit()
