"""Forgotten updates are taken up again."""

import asyncio

from bot.workers.sweeper import EVERY_SECONDS, Sweeper
from tests.clock import FakeClock


class Replay:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.moments: list[float] = []
        self.clock = FakeClock()
        self.sweeper = Sweeper(replay=self.replay, clock=self.clock, beat=lambda _: None)

    async def replay(self) -> int:
        self.moments.append(self.clock.monotonic())
        return 1


async def test_it_sweeps_twice_a_minute() -> None:
    replay = Replay()
    task = asyncio.create_task(replay.sweeper.run())
    await replay.clock.advance(61)
    replay.sweeper.stop()
    await task
    assert replay.moments == [EVERY_SECONDS, 2 * EVERY_SECONDS]


async def test_it_does_not_sweep_when_it_is_stopped() -> None:
    replay = Replay()
    task = asyncio.create_task(replay.sweeper.run())
    await replay.clock.advance(1)
    replay.sweeper.stop()
    await task
    assert replay.moments == []
