"""Reading has a deadline of its own: who stands in line behind others is not late for it."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from bot.domain.judgement import Judgement, Status
from bot.turns import Judge
from tests.domain.build import judged


@dataclass
class Slow:
    """A reader that takes its time, and fails when it is told to."""

    seconds: float = 0.0
    broken: bool = False

    def judge(self, text: str, recent: Sequence[str] = ()) -> Judgement:  # noqa: ARG002
        time.sleep(self.seconds)
        if self.broken:
            raise ValueError(text)
        return judged()


@pytest.fixture
def thread() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as executor:
        yield executor


async def statuses(judge: Judge, messages: int) -> list[Status]:
    read = await asyncio.gather(*(judge.judge("words", ()) for _ in range(messages)))
    return [one.status for one in read]


async def test_many_messages_at_once_are_all_read(thread: ThreadPoolExecutor) -> None:
    judge = Judge(Slow(0.05), thread, deadline=0.5)
    assert await statuses(judge, 30) == [Status.JUDGED] * 30


async def test_a_reading_that_takes_too_long_is_late(thread: ThreadPoolExecutor) -> None:
    assert await statuses(Judge(Slow(0.5), thread, deadline=0.05), 1) == [Judgement.late().status]


async def test_a_line_that_does_not_move_is_left_for_a_person(thread: ThreadPoolExecutor) -> None:
    judge = Judge(Slow(0.5), thread, deadline=5.0, line=0.05)
    assert await statuses(judge, 3) == [Status.JUDGED, *[Judgement.late().status] * 2]


async def test_after_a_failure_the_next_one_is_read(thread: ThreadPoolExecutor) -> None:
    reader = Slow(broken=True)
    judge = Judge(reader, thread)
    assert await statuses(judge, 2) == [Judgement.failed().status] * 2
    reader.broken = False
    assert await statuses(judge, 1) == [Status.JUDGED]
