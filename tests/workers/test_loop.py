"""Workers go on, whatever a step does."""

import asyncio

from bot.workers.loop import Loop, pause
from tests.clock import FakeClock


class Steps:
    """A step that fails as often as told, then stops its loop."""

    def __init__(self, failures: int, clock: FakeClock) -> None:
        self.failures = failures
        self.moments: list[float] = []
        self.beats: list[str] = []
        self._clock = clock
        self.loop = Loop("worker", self.step, clock, self.beats.append)

    async def step(self) -> None:
        self.moments.append(self._clock.monotonic())
        if len(self.moments) <= self.failures:
            raise RuntimeError("a fault")
        self.loop.stop()


async def test_it_goes_on_after_an_error() -> None:
    clock = FakeClock()
    steps = Steps(1, clock)
    task = asyncio.create_task(steps.loop.run())
    await clock.advance(10)
    await task
    assert len(steps.moments) == 2


async def test_it_pauses_longer_after_each_error() -> None:
    clock = FakeClock()
    steps = Steps(4, clock)
    task = asyncio.create_task(steps.loop.run())
    await clock.advance(60)
    await task
    assert steps.moments == [0, 1, 3, 7, 15]


async def test_it_gives_a_sign_of_life_only_after_a_good_step() -> None:
    clock = FakeClock()
    steps = Steps(2, clock)
    task = asyncio.create_task(steps.loop.run())
    await clock.advance(60)
    await task
    assert steps.beats == ["worker"]


async def test_it_stops_while_it_pauses_after_an_error() -> None:
    clock = FakeClock()
    steps = Steps(99, clock)
    task = asyncio.create_task(steps.loop.run())
    await clock.advance(0.5)
    steps.loop.stop()
    await task
    assert len(steps.moments) == 1


async def test_a_pause_ends_early_when_woken_and_forgets_the_waking() -> None:
    clock, wake = FakeClock(), asyncio.Event()
    wake.set()
    await pause(clock, wake, 100)
    assert not wake.is_set()
    assert clock.monotonic() == 0
