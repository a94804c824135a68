"""How a bot under test dies at a named point, and how it is broken on purpose. Installed in its own process.

A point names a moment around a commit or a request. The process kills itself there, so that no further
instruction of it runs. Commits are told apart by what was done in them.
"""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

import bot.assembly
import bot.workers.sender
import db.sqlite
from bot.telegram.application import Gateway
from bot.telegram.request import AiohttpRequest
from bot.telegram.send import Telegram
from bot.workers import pacing
from db.deliveries import OutboxState
from db.inbox import Inbox
from db.outbox import Outbox
from db.store import UnitOfWork

COMMITS: dict[str, tuple[type, str]] = {
    "inbox": (Inbox, "store"),
    "turn": (Inbox, "done"),
    "attempt": (Outbox, "attempt"),
    "settle": (Outbox, "sent"),
    "recover": (Outbox, "recover"),
}
"""A commit is called by the last of these that was called before it."""

REQUESTS = {
    "poll": "getUpdates",
    "say": "sendMessage",
    "topic": "createForumTopic",
    "edit": "editMessageText",
}
SIDES = ("before", "after")
POINTS: tuple[str, ...] = (
    *(f"{side} {name} commit" for name in COMMITS for side in SIDES),
    *(f"{side} {name} request" for name in REQUESTS for side in SIDES),
    "after replay",
)
"""Every named crash point, in an order in which each finds the work that it needs."""

_stage: ContextVar[str] = ContextVar("stage", default="")


class Crash:
    """Kills this process when a point is reached for the `nth` time."""

    def __init__(self, point: str, nth: int = 1) -> None:
        self._point = point
        self._left = nth

    def at(self, point: str) -> None:
        if point != self._point:
            return
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def install(self) -> None:
        """Watch all commits and requests of this process."""
        for name, (repository, method) in COMMITS.items():
            setattr(repository, method, _naming(getattr(repository, method), name))
        _watch(UnitOfWork, "commit", self, _commit_name)
        _watch(AiohttpRequest, "do_request", self, _request_name)
        _watch(Gateway, "replay", self, lambda *_: "replay")


def _naming(method: Callable[..., Awaitable[Any]], name: str) -> Callable[..., Awaitable[Any]]:
    async def named(*args: Any, **given: Any) -> Any:
        _stage.set(name)
        return await method(*args, **given)

    return named


def _watch(owner: type, method_name: str, crash: Crash, name_of: Callable[..., str]) -> None:
    method = getattr(owner, method_name)

    async def watched(*args: Any, **given: Any) -> Any:
        name = name_of(*args, **given)
        crash.at(f"before {name}")
        answer = await method(*args, **given)
        crash.at(f"after {name}")
        return answer

    setattr(owner, method_name, watched)


def _commit_name(*_: Any) -> str:
    name = _stage.get()
    _stage.set("")
    return f"{name} commit"


def _request_name(_request: object, url: str, *_: Any, **__: Any) -> str:
    called = url.rpartition("/")[2]
    return next((f"{name} request" for name, method in REQUESTS.items() if method == called), called)


def _put(owner: Any, **parts: Any) -> None:
    """Replace parts of the product, in this process only."""
    for name, part in parts.items():
        setattr(owner, name, part)


def hurry(read_timeout: float, *, paced: bool) -> None:
    """Shorten the bot's patience (20 s for an answer, 2 s before a repeat); without pacing, send at once."""
    _put(bot.assembly, AiohttpRequest=partial(AiohttpRequest, read_timeout=read_timeout))
    bot.workers.sender.UNKNOWN_SECONDS = min(2.0, read_timeout / 10)
    if not paced:
        pacing.CHAT_BURST = pacing.GROUP_PER_WINDOW = pacing.OVERALL_PER_SECOND = 10_000


def _stock_polling() -> None:
    """As the library does it: nothing is stored before Telegram is told that it arrived."""
    _put(bot.assembly, InboxRequest=lambda inner, **_: inner)


def _sent_before_sending() -> None:
    """Deliveries are marked sent when they are taken up."""

    async def attempt(self: Outbox, ids: list[int], now: datetime) -> None:
        for one in ids:
            await self._settle(one, OutboxState.SENT, None, now)

    _put(Outbox, attempt=attempt)


def _unmarked_repeats() -> None:
    """What may be a repeat does not say so."""
    _put(Telegram, _marked=lambda _self, _delivery, text, **_: text)


def _eager_repeats() -> None:
    """Every delivery is sent once more, marked, for no reason."""
    carry_out = Telegram.carry_out

    async def twice(self: Telegram, delivery: Any, to: Any) -> Any:
        await carry_out(self, delivery, to)
        await asyncio.sleep(0)
        return await carry_out(self, replace(delivery, possible_repeat=True), to)

    _put(Telegram, carry_out=twice)


def _unsynced_commits() -> None:
    """The write-ahead log is left to the operating system, and nobody reads the pragma back."""
    relaxed = (("synchronous", "NORMAL", "1"),)
    db.sqlite.PRAGMAS = tuple(one for one in db.sqlite.PRAGMAS if one[0] != "synchronous") + relaxed


BREAKS: dict[str, Callable[[], None]] = {
    "stock polling": _stock_polling,
    "sent before sending": _sent_before_sending,
    "unmarked repeats": _unmarked_repeats,
    "eager repeats": _eager_repeats,
    "unsynced commits": _unsynced_commits,
}
