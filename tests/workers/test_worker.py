"""Workers go on, whatever a step does."""

import asyncio

from bot.workers.worker import Worker
from tests.clock import FakeClock


class Steps(Worker):
    """A step that fails as often as told, then stops."""

    name = "steps"

    def __init__(self, failures: int, clock: FakeClock) -> None:
        self.beats: list[str] = []
        super().__init__(clock, self.beats.append)
        self.failures = failures
        self.moments: list[float] = []
        self.monotonic = clock.monotonic

    async def step(self) -> None:
        self.moments.append(self.monotonic())
        if len(self.moments) <= self.failures:
            raise RuntimeError("a fault")
        self.stop()


async def test_it_goes_on_after_an_error() -> None:
    clock = FakeClock()
    steps = Steps(1, clock)
    task = asyncio.create_task(steps.run())
    await clock.advance(10)
    await task
    assert len(steps.moments) == 2


async def test_it_pauses_longer_after_each_error() -> None:
    clock = FakeClock()
    steps = Steps(4, clock)
    task = asyncio.create_task(steps.run())
    await clock.advance(60)
    await task
    assert steps.moments == [0, 1, 3, 7, 15]


async def test_it_gives_a_sign_of_life_only_after_a_good_step() -> None:
    clock = FakeClock()
    steps = Steps(2, clock)
    task = asyncio.create_task(steps.run())
    await clock.advance(60)
    await task
    assert steps.beats == ["steps"]


async def test_it_stops_while_it_pauses_after_an_error() -> None:
    clock = FakeClock()
    steps = Steps(99, clock)
    task = asyncio.create_task(steps.run())
    await clock.advance(0.5)
    steps.stop()
    await task
    assert len(steps.moments) == 1


async def test_a_pause_ends_early_when_woken_and_forgets_the_waking() -> None:
    clock = FakeClock()
    steps = Steps(0, clock)
    steps.wake.set()
    await steps.pause(100)
    assert not steps.wake.is_set()
    assert clock.monotonic() == 0
