"""The update queue of one token, as Telegram keeps it: monotonic ids, expiry, one poller."""

import asyncio
import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.simulator.errors import ApiError
from bot.simulator.model import Json

OPT_IN = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Update kinds that are sent only when `allowed_updates` names them."""

LIFETIMES = {"callback_query": 150, "inline_query": 30, "chosen_inline_result": 600}
"""Seconds that an undelivered update is kept (`add_update` calls in the Bot API server); others: a day."""

DAY = 86_400
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(slots=True)
class Waiting:
    """An undelivered update, or bytes that are to be answered as they are."""

    id: int
    kind: str
    payload: Json
    expires: float

    def body(self) -> Json:
        """As `getUpdates` returns it."""
        return {"update_id": self.id, **self.payload}


class UpdateQueue:
    """Updates of one bot, oldest first."""

    def __init__(self, now: Callable[[], float], first_id: int) -> None:
        self._now = now
        self.next_id = first_id
        self.waiting: list[Waiting] = []
        self.raw: list[bytes] = []
        self.allowed: frozenset[str] = frozenset()
        self._poller: asyncio.Future[None] | None = None
        self._previous = (0, -math.inf)

    @property
    def polled(self) -> bool:
        """Whether a poll is waiting now."""
        return self._poller is not None and not self._poller.done()

    def guard(self, offset: int, limit: int, timeout: int) -> tuple[int, int]:
        """Limit and timeout as Telegram slows down polls that repeat an offset (within 0.5 s, within 3 s)."""
        (before, at), now = self._previous, time.monotonic()
        self._previous = (offset, now)
        if offset != before or now >= at + 3:
            return limit, timeout
        return (1 if now < at + 0.5 else limit), max(timeout, 3)

    def wants(self, kind: str) -> bool:
        """Whether updates of this kind are queued at all, by the last `allowed_updates`."""
        return kind in self.allowed if self.allowed else kind not in OPT_IN

    def push(self, kind: str, payload: Json) -> None:
        """Queue one update if the bot asked for its kind."""
        if self.wants(kind):
            self.inject({kind: payload}, kind)

    def inject(self, update: Json, kind: str = "") -> int:
        """Queue any update object as it is; returns the id that it got or brought."""
        body = dict(update)
        given = body.pop("update_id", None)
        chosen = given if isinstance(given, int) else self.next_id
        self.next_id = max(self.next_id, chosen + 1)
        self.waiting.append(Waiting(chosen, kind, body, self._now() + LIFETIMES.get(kind, DAY)))
        self.wake()
        return chosen

    def inject_raw(self, body: bytes) -> None:
        """Answer the next `getUpdates` with exactly these bytes."""
        self.raw.append(body)
        self.wake()

    def confirm(self, offset: int) -> None:
        """Forget what lies before `offset`; a negative one keeps only the last `-offset` updates."""
        if offset > 0:
            self.waiting = [update for update in self.waiting if update.id >= offset]
        elif offset < 0:
            self.waiting = self.waiting[offset:]

    def ready(self) -> list[Waiting]:
        """What has not expired, oldest first."""
        now = self._now()
        self.waiting = [update for update in self.waiting if update.expires > now]
        return self.waiting

    def clear(self) -> None:
        """Drop everything pending."""
        self.waiting = []

    def wake(self) -> None:
        """Let a waiting poll look again."""
        if self._poller is not None and self.polled:
            self._poller.set_result(None)

    def interrupt(self, reason: str = CONFLICT) -> None:
        """End the poll that waits, with 409."""
        if self._poller is not None and self.polled:
            self._poller.set_exception(ApiError(409, reason))

    async def wait(self, seconds: float) -> None:
        """Wait until something arrives or the time is over.

        Raises:
            ApiError: 409 when another poll begins meanwhile.
        """
        poller = self._poller = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait({poller}, timeout=seconds)
        finally:
            # A poll that is over is no poll, and what interrupted it counts as heard even if its caller left.
            refused = None if poller.cancel() else poller.exception()
        if refused is not None:
            raise refused
