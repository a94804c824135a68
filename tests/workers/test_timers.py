"""Timers become inputs, also after a restart."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.domain.inputs import Input, TimerDue, TimerKind
from bot.origin import FromTimer, Origin
from bot.workers.timers import Timers
from db.store import Store
from tests.clock import START, FakeClock


class Turns:
    """Notes what it is given and marks the timer done, unless told to fail."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.inputs: list[Input] = []
        self.fails_for: set[str] = set()

    async def run(self, input: Input, *, origin: Origin) -> None:  # noqa: A002
        assert isinstance(origin, FromTimer)
        assert isinstance(input, TimerDue)
        if input.subject in self.fails_for:
            raise RuntimeError("a fault in the turn")
        async with self.store.begin() as work:
            await work.timers.done(origin.timer_id)
            await work.commit()
        self.inputs.append(input)


def worker(store: Store, turns: Turns, clock: FakeClock) -> Timers:
    return Timers(store=store, turns=turns, clock=clock, beat=lambda _: None)


async def start(store: Store, clock: FakeClock, subject: str, seconds: float, count: int = 0) -> None:
    async with store.begin() as work:
        due = clock.now() + timedelta(seconds=seconds)
        await work.timers.start(TimerKind.RAISE_CASE, subject, due, count)
        await work.commit()


async def test_it_hands_over_a_timer_that_is_due(store: Store) -> None:
    clock, turns = FakeClock(), Turns(store)
    await start(store, clock, "case", 120, 3)
    clock.jump(120)
    await worker(store, turns, clock).run_due()
    assert turns.inputs == [TimerDue(TimerKind.RAISE_CASE, "case", 3)]


async def test_it_leaves_a_timer_that_is_not_due(store: Store) -> None:
    clock, turns = FakeClock(), Turns(store)
    await start(store, clock, "case", 120)
    clock.jump(119)
    assert await worker(store, turns, clock).run_due() == 0
    assert not turns.inputs


class NotingClock(FakeClock):
    """Notes until when it is to wait, and does not."""

    until = START

    async def wait(self, event: asyncio.Event, until: datetime) -> bool:
        self.until = until
        return event.is_set()


async def test_it_waits_exactly_until_the_next_moment(store: Store) -> None:
    clock = NotingClock()
    await start(store, clock, "case", 12)
    await worker(store, Turns(store), clock).step()
    assert clock.until == clock.now() + timedelta(seconds=12)


async def test_it_looks_every_half_minute_when_the_next_moment_is_far(store: Store) -> None:
    clock = NotingClock()
    await start(store, clock, "case", 3600)
    await worker(store, Turns(store), clock).step()
    assert clock.until == clock.now() + timedelta(seconds=30)


async def test_it_wakes_when_a_timer_was_started(store: Store) -> None:
    clock, turns = FakeClock(), Turns(store)
    timers = worker(store, turns, clock)
    task = asyncio.create_task(timers.run())
    async with asyncio.timeout(5):
        while not clock.anyone_sleeps():  # noqa: ASYNC110
            await asyncio.sleep(0.005)
    await start(store, clock, "case", -1)
    assert not turns.inputs
    timers.wake.set()
    async with asyncio.timeout(5):
        while not turns.inputs:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
    timers.stop()
    await task
    assert turns.inputs == [TimerDue(TimerKind.RAISE_CASE, "case", 0)]
    assert clock.now() == START


async def test_one_turn_that_fails_does_not_hold_up_the_others(store: Store) -> None:
    clock, turns = FakeClock(), Turns(store)
    turns.fails_for = {"broken"}
    await start(store, clock, "broken", 1)
    await start(store, clock, "fine", 2)
    clock.jump(5)
    with pytest.raises(ExceptionGroup):
        await worker(store, turns, clock).run_due()
    assert [one.subject for one in turns.inputs if isinstance(one, TimerDue)] == ["fine"]


async def test_a_timer_whose_turn_failed_stays_due(store: Store) -> None:
    clock, turns = FakeClock(), Turns(store)
    turns.fails_for = {"broken"}
    await start(store, clock, "broken", 1)
    clock.jump(5)
    with pytest.raises(ExceptionGroup):
        await worker(store, turns, clock).run_due()
    turns.fails_for.clear()
    assert await worker(store, turns, clock).run_due() == 1
