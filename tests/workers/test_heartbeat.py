"""The heartbeat is a promise: silence means that somebody must look."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.workers.heartbeat import Heartbeat
from bot.workers.watch import Watch
from tests.workers.outbox import Desk, to_child, to_staff

Told = list[tuple[str, ...]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "beat" / "heartbeat"


@pytest.fixture
def watch() -> Watch:
    return Watch(lambda: 0.0)


@pytest.fixture
def told() -> Told:
    return []


@pytest.fixture
def heartbeat(desk: Desk, watch: Watch, file: Path, told: Told) -> Heartbeat:
    return Heartbeat(
        store=desk.store, clock=desk.clock, watch=watch, file=file, beat=lambda _: None, notify=telling(told)
    )


def telling(told: Told) -> Callable[[tuple[str, ...]], Awaitable[None]]:
    async def tell(alarms: tuple[str, ...]) -> None:
        told.append(alarms)

    return tell


async def beat(heartbeat: Heartbeat) -> None:
    await heartbeat.tell(await heartbeat.alarms())


async def test_it_writes_the_moment_while_all_is_well(heartbeat: Heartbeat, desk: Desk, file: Path) -> None:
    await beat(heartbeat)
    assert await asyncio.to_thread(file.read_text) == desk.clock.now().isoformat() + "\n"


async def test_it_is_withheld_while_an_alert_is_unsent_for_a_minute(
    heartbeat: Heartbeat, desk: Desk, file: Path
) -> None:
    await desk.add(to_staff("alert"))
    desk.clock.jump(61)
    await beat(heartbeat)
    assert not await asyncio.to_thread(file.exists)
    assert await heartbeat.alarms() == ("alert_unsent",)


async def test_it_does_not_mind_an_alert_that_is_young(heartbeat: Heartbeat, desk: Desk) -> None:
    await desk.add(to_staff("alert"))
    desk.clock.jump(59)
    assert await heartbeat.alarms() == ()


async def test_it_does_not_mind_a_lesson_that_waits(heartbeat: Heartbeat, desk: Desk) -> None:
    await desk.add(to_child("nok"))
    desk.clock.jump(600)
    assert await heartbeat.alarms() == ()


async def test_it_comes_back_when_the_alert_is_sent(heartbeat: Heartbeat, desk: Desk, file: Path) -> None:
    await desk.add(to_staff("alert"))
    desk.clock.jump(61)
    await beat(heartbeat)
    await desk.send_all()
    await beat(heartbeat)
    assert await asyncio.to_thread(file.exists)


async def test_it_is_withheld_while_polling_is_refused(
    heartbeat: Heartbeat, watch: Watch, file: Path
) -> None:
    for _ in range(3):
        watch.refused(401)
    await beat(heartbeat)
    assert not await asyncio.to_thread(file.exists)


async def test_it_is_withheld_while_storage_fails(
    heartbeat: Heartbeat, desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing() -> None:
        raise OSError("disk")

    monkeypatch.setattr(desk.store, "begin", failing)
    await beat(heartbeat)
    assert not await asyncio.to_thread(file.exists)


async def test_it_tells_of_an_alarm_once_and_of_its_end(
    heartbeat: Heartbeat, watch: Watch, told: Told
) -> None:
    watch.staff_group(present=False)
    await beat(heartbeat)
    await beat(heartbeat)
    watch.staff_group(present=True)
    await beat(heartbeat)
    assert told == [("not_in_staff_group",), ()]
