"""The judgement of a child's words: off the event loop, with a deadline, and never an exception."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import Executor
from typing import Protocol

import structlog

from bot.domain.inputs import Input, MediaReceived, TextReceived
from bot.domain.judgement import Judgement

log = structlog.get_logger(__name__)

DEADLINE_SECONDS = 3.0
"""Longer than any message that was measured; past it a person reads the message instead."""
LINE_SECONDS = 20.0
"""So long a message may wait behind others, as after a time without network; then a person reads it."""


class Reader(Protocol):
    """Reads a message; `bot.understanding.Understanding` is one."""

    def judge(self, text: str, recent: Sequence[str] = ()) -> Judgement:
        """The judgement of a text, with the few messages before it."""


class Judge:
    """Calls the reader in the thread of the executor, for one message at a time."""

    def __init__(
        self,
        reader: Reader,
        executor: Executor,
        deadline: float = DEADLINE_SECONDS,
        line: float = LINE_SECONDS,
    ) -> None:
        """`deadline`: seconds for reading one message. `line`: seconds in which its turn must come."""
        self._reader = reader
        self._executor = executor
        self._deadline = deadline
        self._line = line
        self._turn = asyncio.Lock()

    @property
    def mode(self) -> str | None:
        """The name of the way of reading that is active; None where the reader does not tell it."""
        mode = getattr(self._reader, "mode", None)
        return mode if isinstance(mode, str) else None

    async def judge(self, text: str, recent: Sequence[str]) -> Judgement:
        """The judgement; "too late" and "failed" are values of it, and both send the words to a person."""
        try:
            async with asyncio.timeout(self._line):
                await self._turn.acquire()
            try:
                return await asyncio.wait_for(self._read(text, recent), self._deadline)
            finally:
                self._turn.release()
        except TimeoutError:
            log.warning("judgement.late")
            return Judgement.late()
        except Exception as error:
            log.warning("judgement.failed", error=type(error).__name__)
            return Judgement.failed()

    def _read(self, text: str, recent: Sequence[str]) -> asyncio.Future[Judgement]:
        loop = asyncio.get_running_loop()
        return loop.run_in_executor(self._executor, self._reader.judge, text, tuple(recent))


def words_in(received: Input) -> str | None:
    """The child's words in an input, or None when it carries none."""
    match received:
        case TextReceived(text=text):
            return text
        case MediaReceived(caption=caption) if caption:
            return caption
        case _:
            return None
