"""Tests of db/store.py."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.domain.state import Learner
from db.errors import NestedUnitOfWorkError, StorageFailedError, WrongKeyError
from db.store import Store
from tests.storage import NOW, open_store, opened, sealer


async def _waiting(store: Store) -> int:
    async with store.begin() as uow:
        return (await uow.inbox.counts()).waiting


async def _store_one(store: Store, *, commit: bool) -> None:
    async with store.begin() as uow:
        await uow.inbox.store([(1, b"{}")], NOW)
        if commit:
            await uow.commit()


async def test_it_keeps_what_was_committed(store: Store) -> None:
    await _store_one(store, commit=True)
    assert await _waiting(store) == 1


async def test_it_rolls_back_without_a_commit(store: Store) -> None:
    await _store_one(store, commit=False)
    assert await _waiting(store) == 0


async def test_it_rolls_back_when_something_raises(store: Store) -> None:
    async def work() -> None:
        async with store.begin() as uow:
            await uow.inbox.store([(1, b"{}")], NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await work()
    assert await _waiting(store) == 0


async def test_it_rolls_back_when_the_task_is_cancelled(store: Store) -> None:
    begun = asyncio.Event()

    async def work() -> None:
        async with store.begin() as uow:
            await uow.inbox.store([(1, b"{}")], NOW)
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(work())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await _waiting(store) == 0


async def test_it_survives_cancellation_inside_a_statement(store: Store) -> None:
    async def work() -> None:
        async with store.begin() as uow:
            for number in range(10_000):
                await uow.inbox.store([(number, b"{}")], NOW)

    for pause in range(1, 40, 3):
        task = asyncio.create_task(work())
        for _ in range(pause):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert await _waiting(store) == 0


async def test_it_keeps_everything_over_a_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        await _store_one(store, commit=True)
    async with opened(tmp_path) as store:
        assert await _waiting(store) == 1


async def test_it_commits_once(store: Store) -> None:
    async with store.begin() as uow:
        await uow.inbox.store([(1, b"{}")], NOW)
        await uow.commit()
        await uow.commit()
    assert await _waiting(store) == 1


async def test_it_refuses_a_unit_of_work_inside_another(store: Store) -> None:
    async with store.begin():
        with pytest.raises(NestedUnitOfWorkError):
            async with store.begin():
                pass


async def test_it_refuses_a_checkpoint_inside_a_unit_of_work(store: Store) -> None:
    async with store.begin():
        with pytest.raises(NestedUnitOfWorkError):
            await store.checkpoint()


async def test_it_may_begin_again_after_one_has_ended(store: Store) -> None:
    await _store_one(store, commit=False)
    await _store_one(store, commit=True)
    assert await _waiting(store) == 1


async def test_it_lets_one_writer_in_at_a_time(store: Store) -> None:
    async def count() -> None:
        async with store.begin() as uow:
            before = await uow.learners.get("child1") or Learner(ref="child1")
            await asyncio.sleep(0)
            await uow.learners.save(Learner(ref="child1", screen=before.screen + 1), NOW)
            await uow.commit()

    await asyncio.gather(*(count() for _ in range(30)))
    async with store.begin() as uow:
        assert (await uow.learners.get("child1")) == Learner(ref="child1", screen=30)


async def test_it_refuses_a_database_of_another_key(tmp_path: Path) -> None:
    async with opened(tmp_path):
        pass
    with pytest.raises(WrongKeyError):
        await open_store(tmp_path, keys=sealer(bytes([9] * 32)))


async def test_it_opens_with_a_rotated_key(tmp_path: Path) -> None:
    async with opened(tmp_path, keys=sealer(bytes(32))) as store, store.begin() as uow:
        await uow.learners.save(Learner(ref="child1", screen=7), NOW)
        await uow.commit()
    async with opened(tmp_path, keys=sealer(bytes(32), bytes([1] * 32))) as store, store.begin() as uow:
        assert await uow.learners.get("child1") == Learner(ref="child1", screen=7)


async def test_it_names_no_engine_it_does_not_know() -> None:
    with pytest.raises(StorageFailedError, match="no such engine"):
        await Store.open("mysql://nowhere", sealer())


async def test_it_reports_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StorageFailedError):
        await open_store(tmp_path / "missing")


async def _turn(store: Store) -> None:
    async with store.begin() as uow:
        await uow.learners.save(Learner(ref="child1"), NOW)
        await uow.inbox.store([(1, b"{}")], NOW)
        await uow.commit()


@pytest.mark.parametrize("failing", range(1, 6))
async def test_it_keeps_all_or_nothing_when_a_statement_fails(store: Store, failing: int) -> None:
    seen = 0

    def fail(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == failing:
            raise OSError("disk full")

    event.listen(store.engine.sync_engine, "before_cursor_execute", fail)
    with pytest.raises(OSError, match="disk full"):
        await _turn(store)
    event.remove(store.engine.sync_engine, "before_cursor_execute", fail)
    async with store.begin() as uow:
        learner, waiting = await uow.learners.get("child1"), (await uow.inbox.counts()).waiting
    assert (learner is not None) == (waiting > 0)
