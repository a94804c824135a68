"""Clocks: the machine's, a simulator's, and the one for tests."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web

from bot.clock import MovedClock, SystemClock, is_loopback, simulator_offset
from tests.clock import FakeClock, breathe
from tests.simulation import Simulation
from tests.telegram.fakes import closed_port, serving

LOCAL = "http://127.0.0.1:8081"


async def still() -> float:
    return 0.0


def moved() -> MovedClock:
    return MovedClock(LOCAL, still)


def test_moments_are_in_utc() -> None:
    assert SystemClock().now().tzinfo is UTC
    assert moved().now().tzinfo is UTC


@pytest.mark.parametrize(
    "url", ["https://api.telegram.org", "https://127.0.0.1.example.org", "http://10.0.0.1"]
)
def test_nobody_moves_time_against_the_real_telegram(url: str) -> None:
    with pytest.raises(ValueError, match="simulator"):
        MovedClock(url, still)


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:1", True),
        ("http://127.5.5.5", True),
        ("http://[::1]", True),
        ("http://localhost", True),
        ("http://0.0.0.0", False),
        ("http://example.org", False),
        ("nonsense", False),
    ],
)
def test_it_knows_loopback(*, url: str, local: bool) -> None:
    assert is_loopback(url) is local


def test_a_moved_clock_shows_the_moved_time() -> None:
    clock = moved()
    before, ticks = clock.now(), clock.monotonic()
    clock.move(3600)
    assert clock.now() - before >= timedelta(hours=1)
    assert clock.monotonic() - ticks >= 3600


def test_a_moved_clock_never_runs_back() -> None:
    clock = moved()
    clock.move(3600)
    clock.move(10)
    assert clock.now() - datetime.now(UTC) > timedelta(minutes=59)


async def test_a_move_wakes_who_sleeps() -> None:
    clock = moved()
    task = asyncio.create_task(clock.sleep(3600))
    await breathe()
    clock.move(1800)
    await breathe()
    assert not task.done()
    clock.move(3601)
    async with asyncio.timeout(1):
        await task


async def test_an_event_ends_a_wait() -> None:
    event = asyncio.Event()
    event.set()
    clock = SystemClock()
    assert await clock.wait(event, clock.now() + timedelta(hours=1))


async def test_a_moment_ends_a_wait() -> None:
    clock = moved()
    task = asyncio.create_task(clock.wait(asyncio.Event(), clock.now() + timedelta(hours=1)))
    await breathe()
    clock.move(3601)
    async with asyncio.timeout(1):
        assert not await task


async def test_a_wait_can_be_cancelled() -> None:
    clock = SystemClock()
    task = asyncio.create_task(clock.wait(asyncio.Event(), clock.now() + timedelta(hours=1)))
    await breathe()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_it_follows_the_simulator() -> None:
    async with Simulation() as sim:
        sim.advance(7200)
        clock = MovedClock(sim.base_url, simulator_offset(sim.base_url))
        assert _ahead(clock) < timedelta(minutes=1)
        task = asyncio.create_task(clock.follow())
        async with asyncio.timeout(5):
            while _ahead(clock) < timedelta(minutes=119):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert timedelta(minutes=119) < _ahead(clock) <= timedelta(minutes=120)


def _ahead(clock: MovedClock) -> timedelta:
    """How far a clock is before the machine's."""
    return clock.now() - datetime.now(UTC)


async def test_it_bears_a_simulator_that_does_not_answer() -> None:
    with pytest.raises(OSError, match=r".+"):
        await simulator_offset(await closed_port())()


async def test_it_bears_a_simulator_that_answers_nonsense() -> None:
    async def nonsense(_: web.Request) -> web.Response:
        return web.json_response({"result": {"offset": "tomorrow"}})

    async with serving(nonsense) as address:
        with pytest.raises(ValueError, match="offset"):
            await simulator_offset(address)()


async def test_the_clock_for_tests_wakes_sleepers_in_their_order() -> None:
    clock, woken = FakeClock(), list[tuple[int, float]]()

    async def sleeper(seconds: int) -> None:
        await clock.sleep(seconds)
        woken.append((seconds, clock.monotonic()))

    tasks = [asyncio.create_task(sleeper(seconds)) for seconds in (3, 1, 2)]
    await clock.advance(2.5)
    assert woken == [(1, 1), (2, 2)]
    await clock.advance(1)
    await asyncio.gather(*tasks)
