"""Tests of db/pictures.py."""

from pathlib import Path

from db.store import UnitOfWork
from tests.storage import NOW, opened


async def test_it_knows_nothing_of_a_picture_that_was_not_sent(uow: UnitOfWork) -> None:
    assert await uow.pictures.file_id("first:1") is None


async def test_it_gives_back_the_id_across_a_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as store, store.begin() as uow:
        await uow.pictures.keep("first:1", "file", NOW)
        await uow.commit()
    async with opened(tmp_path) as store, store.begin() as uow:
        assert await uow.pictures.file_id("first:1") == "file"
        assert await uow.pictures.file_id("first:2") is None


async def test_it_puts_a_newer_id_in_the_place_of_the_older(uow: UnitOfWork) -> None:
    await uow.pictures.keep("first:1", "file", NOW)
    await uow.pictures.keep("first:1", "newer", NOW)
    assert await uow.pictures.file_id("first:1") == "newer"
