"""Tests of db/timers.py and db/counters.py."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from bot.domain.inputs import TimerKind
from db.store import UnitOfWork
from tests.storage import NOW, opened

MINUTE = timedelta(minutes=1)
RAISE = TimerKind.RAISE_CASE


async def test_it_wakes_at_the_moment_and_not_before(uow: UnitOfWork) -> None:
    await uow.timers.start(RAISE, "case1", NOW + MINUTE, 2)
    assert await uow.timers.due(NOW, 10) == []
    ((_, *timer),) = await uow.timers.due(NOW + MINUTE, 10)
    assert timer == [RAISE, "case1", 2]


async def test_it_wakes_for_the_longest_overdue_first(uow: UnitOfWork) -> None:
    for number in (3, 1, 2):
        await uow.timers.start(RAISE, f"case{number}", NOW + number * MINUTE, 0)
    due = await uow.timers.due(NOW + 5 * MINUTE, 2)
    assert [timer.subject for timer in due] == ["case1", "case2"]


async def test_it_wakes_once(uow: UnitOfWork) -> None:
    await uow.timers.start(RAISE, "case1", NOW, 0)
    ((number, *_),) = await uow.timers.due(NOW, 10)
    await uow.timers.done(number)
    assert await uow.timers.due(NOW, 10) == []


async def test_it_stops_all_timers_about_a_subject(uow: UnitOfWork) -> None:
    for subject in ("case1", "case1", "case2"):
        await uow.timers.start(RAISE, subject, NOW, 0)
    await uow.timers.stop("case1")
    assert [timer.subject for timer in await uow.timers.due(NOW, 10)] == ["case2"]


async def test_it_knows_when_to_wake_next(uow: UnitOfWork) -> None:
    assert await uow.timers.next_due() is None
    for minutes in (5, 3):
        await uow.timers.start(RAISE, "case1", NOW + minutes * MINUTE, 0)
    assert await uow.timers.next_due() == NOW + 3 * MINUTE


async def test_it_survives_a_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as store, store.begin() as uow:
        await uow.timers.start(RAISE, "case1", NOW, 1)
        await uow.commit()
    async with opened(tmp_path) as store, store.begin() as uow:
        assert [timer.subject for timer in await uow.timers.due(NOW, 10)] == ["case1"]


async def test_it_counts(uow: UnitOfWork) -> None:
    for name in ("lesson_done", "lesson_done", "question"):
        await uow.counters.add(name, NOW)
    assert await uow.counters.since(date(2026, 3, 1)) == [
        (date(2026, 3, 1), "lesson_done", 2),
        (date(2026, 3, 1), "question", 1),
    ]


async def test_it_counts_each_day_on_its_own(uow: UnitOfWork) -> None:
    for days in range(3):
        await uow.counters.add("question", NOW + timedelta(days=days))
    assert [day.day for day, _, _ in await uow.counters.since(date(2026, 3, 2))] == [2, 3]


async def test_it_counts_by_the_day_in_utc(uow: UnitOfWork) -> None:
    night_in_bangkok = datetime(2026, 3, 2, 1, 0, tzinfo=timezone(timedelta(hours=7)))
    await uow.counters.add("question", night_in_bangkok)
    assert await uow.counters.since(date(2026, 1, 1)) == [
        (night_in_bangkok.astimezone(UTC).date(), "question", 1)
    ]


async def test_it_adds_up_the_days_of_a_period(uow: UnitOfWork) -> None:
    for days in (0, 1, 1, 2, 3):
        await uow.counters.add("question", NOW + timedelta(days=days))
    first = NOW.date()
    assert await uow.counters.between(first + timedelta(days=1), first + timedelta(days=2)) == {"question": 3}
