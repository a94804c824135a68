"""What has expired goes away, also from the write-ahead log."""

from datetime import timedelta
from pathlib import Path

from bot.workers.janitor import SETTLED_KEEP, Janitor
from db.store import Store
from tests.clock import FakeClock
from tests.db.samples import a_suggestion
from tests.storage import database_file
from tests.workers.outbox import Desk, to_child


def janitor(store: Store, clock: FakeClock) -> Janitor:
    return Janitor(store=store, clock=clock, beat=lambda _: None, keep_cases=timedelta(days=90))


async def test_it_forgets_recent_words_after_half_an_hour(store: Store) -> None:
    clock = FakeClock()
    async with store.begin() as work:
        await work.words.add("nok", "invented words", 1, clock.now())
        await work.commit()
    clock.jump(31 * 60)
    await janitor(store, clock).tidy()
    async with store.begin() as work:
        assert await work.words.expire(clock.now()) == 0


async def test_it_forgets_message_ids_after_two_days(store: Store) -> None:
    clock = FakeClock()
    async with store.begin() as work:
        await work.messages.add("nok", 5, clock.now())
        await work.commit()
    clock.jump(49 * 3600)
    await janitor(store, clock).tidy()
    async with store.begin() as work:
        assert await work.messages.expire(clock.now()) == 0


async def test_it_deletes_settled_deliveries_after_a_week(desk: Desk) -> None:
    await desk.add(to_child("nok"))
    await desk.send_all()
    desk.clock.jump(SETTLED_KEEP.total_seconds() + 1)
    await janitor(desk.store, desk.clock).tidy()
    async with desk.store.begin() as work:
        assert sum((await work.outbox.counts()).values()) == 0


async def test_it_keeps_known_update_ids_for_a_week(store: Store) -> None:
    clock = FakeClock()
    async with store.begin() as work:
        await work.inbox.store([(7, b"{}")], clock.now())
        await work.inbox.done(7, clock.now())
        await work.commit()
    clock.jump(6 * 24 * 3600)
    await janitor(store, clock).tidy()
    async with store.begin() as work:
        assert await work.inbox.store([(7, b"{}")], clock.now()) == frozenset()


async def test_it_forgets_suggestions_after_a_year(store: Store) -> None:
    clock = FakeClock()
    async with store.begin() as work:
        await work.suggestions.add(a_suggestion(at=clock.now()))
        await work.commit()
    for days, left in ((364, 1), (2, 0)):
        clock.jump(days * 24 * 3600)
        await janitor(store, clock).tidy()
        async with store.begin() as work:
            assert len(await work.suggestions.all()) == left


async def test_it_empties_the_write_ahead_log(store: Store, tmp_path: Path) -> None:
    clock = FakeClock()
    async with store.begin() as work:
        await work.words.add("nok", "invented words", 1, clock.now())
        await work.commit()
    await janitor(store, clock).tidy()
    log = database_file(tmp_path).with_name("phuean.db-wal")
    assert not log.exists() or log.stat().st_size == 0
