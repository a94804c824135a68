"""New content without a restart: on a signal (SIGHUP) it is read, checked and whole, or the old one stays."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace

import structlog

from bot.clock import Clock
from bot.domain.effects import Lane, PostToStaff
from bot.domain.speech import Message, Part, line
from bot.turns import Judge, Reader, Turns
from bot.turns.posting import as_delivery
from content.content import Content
from content.problems import ContentError
from db.store import Store

log = structlog.get_logger(__name__)

MOST_TOLD = 3
"""Problems that staff read in full; the log has all of them."""


class NotPublishedError(Exception):
    """The new content is whole, but nobody of the organisation has answered for it."""


class Reloading:
    """Puts new content in the place of the old one, between two turns.

    `load`: reads and checks the content, and raises NotPublishedError where it may not be shown to children.
    `make_reader`: builds the reader for it. Both take seconds and run in a thread of `executor`.
    """

    def __init__(
        self,
        *,
        load: Callable[[], Content],
        make_reader: Callable[[Content], Reader],
        executor: Executor,
        turns: Turns,
        store: Store,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        self._load = load
        self._make_reader = make_reader
        self._executor = executor
        self._turns = turns
        self._store = store
        self._clock = clock
        self._wake = wake
        self._one_at_a_time = asyncio.Lock()

    async def reload(self) -> bool:
        """Read the content anew; whether it is in use now. Staff are told why not."""
        async with self._one_at_a_time:
            loop = asyncio.get_running_loop()
            try:
                content = await loop.run_in_executor(None, self._load)
            except ContentError as error:
                log.error("content.refused", problems=[str(one) for one in error.problems])  # noqa: TRY400
                await self._tell(*_refusal([str(one) for one in error.problems]))
                return False
            except NotPublishedError:
                log.error("content.not_published")  # noqa: TRY400
                await self._tell(line("content-not-published"))
                return False
            judge = Judge(await loop.run_in_executor(None, self._make_reader, content), self._executor)
            self._turns.adopt(replace(self._turns.world, content=content, reading=judge.mode), judge)
        log.info("content.reloaded")
        await self._tell(line("content-reloaded"))
        return True

    async def _tell(self, *parts: Part) -> None:
        async with self._store.begin() as uow:
            notice = PostToStaff(Message(parts), Lane.REPLY)
            await uow.outbox.add(as_delivery(notice, self._turns.world), self._clock.now())
            await uow.commit()
        self._wake()


def _refusal(problems: list[str]) -> tuple[Part, ...]:
    told = (line("content-problem", problem=problem) for problem in problems[:MOST_TOLD])
    return (line("content-refused", problems=len(problems)), *told)
