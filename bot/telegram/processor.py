"""Order within a chat, chats side by side.

The library takes its own semaphore before anything else and in the order of arrival, so a limit there would
let one spamming chat use all places while it waits for itself. Here a message first waits for its turn in its
chat and only then takes one of the `running` places; the library's limit is set out of reach.
"""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

RUNNING = 256
OUT_OF_REACH = 2**30


@dataclass(slots=True)
class _Turnstile:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


class ChatOrderProcessor(BaseUpdateProcessor):
    """Handles the updates of one chat one after the other, of at most `running` chats at once."""

    __slots__ = ("_places", "_turnstiles")

    def __init__(self, running: int = RUNNING) -> None:
        super().__init__(OUT_OF_REACH)
        self._places = asyncio.Semaphore(running)
        self._turnstiles: dict[str, _Turnstile] = {}

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn, then for a place, then handle."""
        key = order_key(update)
        turnstile = self._turnstiles.setdefault(key, _Turnstile())
        turnstile.waiting += 1
        try:
            async with turnstile.lock, self._places:
                await coroutine
        finally:
            if asyncio.iscoroutine(coroutine):
                coroutine.close()  # where it was never started
            turnstile.waiting -= 1
            if turnstile.waiting == 0:
                self._turnstiles.pop(key, None)


def order_key(update: object) -> str:
    """The chat of an update; polls and inline messages have none and go by their user."""
    if not isinstance(update, Update):
        return "other"
    if update.effective_chat is not None:
        return f"chat:{update.effective_chat.id}"
    return f"user:{update.effective_user.id}" if update.effective_user is not None else "other"
