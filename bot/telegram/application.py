"""The library's application around the inbox: build it, replay, poll, stop, disconnect.

Order of a start: the waiting updates of the last run go into the queue first, polling begins after them, so
that each chat's order holds across a restart.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import structlog
from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, CallbackContext, TypeHandler
from telegram.request import BaseRequest

from bot.telegram.in_flight import InFlight
from bot.telegram.processor import ChatOrderProcessor
from db.store import Store

ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
)
POLL_SECONDS = 25
REPLAY_LIMIT = 100_000
RETRY_SECONDS = 5.0

Handle = Callable[[Update, int], Awaitable[None]]
App = Application[Any, Any, Any, Any, Any, Any]

log = structlog.get_logger(__name__)


def build_application(
    *, token: str, api_url: str, request: BaseRequest, inbox_request: BaseRequest, running: int = 256
) -> App:
    """The library's application: no job queue, no persistence, no rate limiter, one order per chat."""
    return (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .request(request)
        .get_updates_request(inbox_request)
        .concurrent_updates(ChatOrderProcessor(running))
        .job_queue(None)
        .build()
    )


class Gateway:
    """Starts and stops the application, and puts stored updates into its queue."""

    def __init__(
        self, application: App, *, store: Store, in_flight: InFlight, now: Callable[[], datetime]
    ) -> None:
        self._application = application
        self._store = store
        self._in_flight = in_flight
        self._now = now
        application.add_error_handler(_on_error)

    async def connect(self) -> None:
        """Learn who the bot is; waits for the network as long as it takes.

        Raises:
            InvalidToken: Telegram does not know the token.
        """
        while True:
            try:
                return await self._application.initialize()
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("telegram.unreachable", error=type(error).__name__)
                await asyncio.sleep(RETRY_SECONDS)

    async def start(self, handle: Handle) -> None:
        """Replay what waits, then poll. Call after `connect`."""

        async def on_update(update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
            await handle(update, update.update_id)

        self._application.add_handler(TypeHandler(Update, on_update))
        await self._application.start()
        await self.replay()
        if self._application.updater is None:
            raise RuntimeError("the application was built without polling")
        await self._application.updater.start_polling(
            timeout=timedelta(seconds=POLL_SECONDS),
            bootstrap_retries=-1,
            allowed_updates=list(ALLOWED_UPDATES),
            error_callback=_on_polling_error,
        )

    async def replay(self) -> int:
        """Queue stored updates that are neither done nor on their way; how many.

        What waits inside this transaction has not committed its turn, so the ids in flight are known exactly.
        """
        async with self._store.begin() as work:
            waiting = await work.inbox.waiting(REPLAY_LIMIT)
            rows = [(update_id, raw) for update_id, raw in waiting if update_id not in self._in_flight]
            self._in_flight.begin(update_id for update_id, _ in rows)
        for update_id, raw in rows:
            await self._queue(update_id, raw)
        return len(rows)

    async def _queue(self, update_id: int, raw: bytes) -> None:
        try:
            update = Update.de_json(json.loads(raw), self._application.bot)
        except Exception as error:  # a library that reads less than the one before
            log.error("update.unreadable", exc_info=error)  # noqa: TRY400
            await self._bury(update_id, raw)
        else:
            await self._application.update_queue.put(update)

    async def _bury(self, update_id: int, raw: bytes) -> None:
        async with self._store.begin() as work:
            await work.inbox.dead(update_id, raw, "not_parsable", self._now())
            await work.commit()
        self._in_flight.end([update_id])

    async def stop(self) -> None:
        """Stop polling and let running turns end. What is not done stays in the inbox. Sending goes on."""
        if self._application.updater is not None and self._application.updater.running:
            await self._application.updater.stop()
        if self._application.running:
            await self._application.stop()

    async def disconnect(self) -> None:
        """Close all connections: after `stop`, when nothing is being sent any more."""
        await self._application.shutdown()
        await self._application.bot.shutdown()  # where `connect` did not get through


def _on_polling_error(error: TelegramError) -> None:
    log.warning("polling.failed", error=type(error).__name__)


async def _on_error(_update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
    """The border for what a handler did not catch: class and place, never the update."""
    log.error("handler.failed", exc_info=context.error)
