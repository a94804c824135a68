"""Time comes from one place. Moments are UTC with a time zone; durations are seconds."""

import asyncio
import ipaddress
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Protocol
from urllib.parse import urlsplit

import aiohttp

LOOK_SECONDS = 0.5
"""How often the moved clock looks at the simulator's."""

ANSWER_SECONDS = 2.0


class Clock(Protocol):
    """What time it is, and waiting."""

    def now(self) -> datetime:
        """The moment, in UTC."""

    def monotonic(self) -> float:
        """Seconds that never run back."""

    async def sleep(self, seconds: float) -> None:
        """Wait for a span of this clock."""

    async def wait(self, event: asyncio.Event, until: datetime) -> bool:
        """Wait for the event or the moment, whichever comes first; True for the event. Does not clear it."""


async def first_of(event: asyncio.Event, sleeping: Awaitable[None]) -> bool:
    """Whether the event came before the sleep ended."""
    tasks = (asyncio.ensure_future(event.wait()), asyncio.ensure_future(sleeping))
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return event.is_set()


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The moment, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never run back."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(max(0.0, seconds))

    async def wait(self, event: asyncio.Event, until: datetime) -> bool:
        """Wait for the event or the moment."""
        return await first_of(event, self.sleep((until - self.now()).total_seconds()))


class MovedClock:
    """The machine's clock plus the offset of a simulator, which only moves forward.

    Raises:
        ValueError: at creation, when `api_url` is not a loopback address: against the real Telegram nobody
            may move time.
    """

    def __init__(self, api_url: str, offset: Callable[[], Awaitable[float]]) -> None:
        if not is_loopback(api_url):
            raise ValueError("a moved clock is for a simulator on this machine only")
        self._read_offset = offset
        self._offset = 0.0
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        """The moment, in UTC."""
        return datetime.now(UTC) + timedelta(seconds=self._offset)

    def monotonic(self) -> float:
        """Seconds that never run back."""
        return time.monotonic() + self._offset

    async def sleep(self, seconds: float) -> None:
        """Wait until that span has passed, by waiting or by a move of the clock."""
        end = self.monotonic() + seconds
        while (left := end - self.monotonic()) > 0:
            moved = self._moved
            await first_of(moved, asyncio.sleep(left))

    async def wait(self, event: asyncio.Event, until: datetime) -> bool:
        """Wait for the event or the moment."""
        return await first_of(event, self.sleep((until - self.now()).total_seconds()))

    async def follow(self) -> None:
        """Look at the simulator's clock for ever; while it does not answer, the offset stays."""
        while True:
            with suppress(OSError, ValueError, TimeoutError):
                self.move(await self._read_offset())
            await asyncio.sleep(LOOK_SECONDS)

    def move(self, offset: float) -> None:
        """Take over a new offset in seconds and wake all who wait. Time never runs back."""
        if offset <= self._offset:
            return
        self._offset = offset
        self._moved.set()
        self._moved = asyncio.Event()


def simulator_offset(api_url: str) -> Callable[[], Awaitable[float]]:
    """A reader of the simulator's offset in seconds; it raises OSError or ValueError without one."""

    async def read() -> float:
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.get(f"{api_url.rstrip('/')}/sim/clock") as answer,
            ):
                body = await answer.json()
        except aiohttp.ClientError as error:
            raise OSError(type(error).__name__) from None
        return _offset_in(body)

    return read


def _offset_in(body: object) -> float:
    result = body.get("result") if isinstance(body, dict) else None
    offset = result.get("offset") if isinstance(result, dict) else None
    if not isinstance(offset, int | float):
        raise ValueError("no offset")  # noqa: TRY004 - the answer is wrong, not a type of ours
    return float(offset)


def is_loopback(url: str) -> bool:
    """Whether a URL names this machine by a loopback address or as localhost."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
