"""Tests of db/sqlite.py: the pragmas, the transactions, the connection."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from db import sqlite
from db.errors import DatabaseError, PragmaError, StorageFailedError
from db.store import Store
from tests.storage import NOW, database_file, open_store, opened, sealer


@pytest.mark.parametrize(("pragma", "held"), [(name, held) for name, _, held in sqlite.PRAGMAS])
async def test_it_holds_every_pragma_on_a_connection_of_the_store(
    tmp_path: Path, pragma: str, held: str
) -> None:
    async with opened(tmp_path) as store, store.engine.connect() as connection:
        assert str((await connection.exec_driver_sql(f"PRAGMA {pragma}")).scalar()) == held


async def test_it_holds_the_pragmas_on_a_second_connection(tmp_path: Path) -> None:
    connections = [await sqlite.connect(str(tmp_path / "any.db")) for _ in range(2)]
    held = [await sqlite.read_pragma(connection, "synchronous") for connection in connections]
    for connection in connections:
        await connection.close()
    assert held == ["2", "2"]


async def test_it_closes_a_connection_whose_opening_is_cancelled(tmp_path: Path) -> None:
    for pause in range(1, 12):
        opening = asyncio.create_task(sqlite.connect(str(tmp_path / "any.db")))
        for _ in range(pause):
            await asyncio.sleep(0)
        opening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await opening


def test_it_promises_what_the_design_asks_for() -> None:
    held = {name: value for name, _, value in sqlite.PRAGMAS}
    wanted = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"}
    assert wanted.items() <= held.items()


async def test_it_refuses_to_open_a_store_on_which_a_pragma_does_not_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PRAGMAS", [("synchronous", "OFF", "2")])
    with pytest.raises(DatabaseError, match="synchronous is 0"):
        await open_store(tmp_path)


@pytest.mark.parametrize("url", ["sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:"])
async def test_it_refuses_a_database_that_would_not_survive(url: str) -> None:
    with pytest.raises(StorageFailedError):
        await Store.open(url, sealer())


@pytest.mark.parametrize("broken", [name for name, *_ in sqlite.PRAGMAS])
async def test_it_notices_when_a_pragma_is_left_out(
    tmp_path: Path, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = [(n, "0" if n == broken else value, held) for n, value, held in sqlite.PRAGMAS]
    monkeypatch.setattr(sqlite, "PRAGMAS", wrong)
    with pytest.raises(PragmaError, match=broken):
        await sqlite.connect(str(tmp_path / "any.db"))


async def test_it_takes_the_write_lock_at_the_start_of_a_unit_of_work(tmp_path: Path) -> None:
    async with opened(tmp_path) as store, store.begin():
        other = sqlite3.connect(database_file(tmp_path), timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store waits a thousandth of a second for a lock."""
    quick = [(n, "1", "1") if n == "busy_timeout" else (n, v, held) for n, v, held in sqlite.PRAGMAS]
    monkeypatch.setattr(sqlite, "PRAGMAS", quick)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Another connection writes."""
    with closing(sqlite3.connect(database_file(folder), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@pytest.mark.usefixtures("impatient")
async def test_it_reports_a_locked_database_as_an_error_of_its_own(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        with _locked(tmp_path), pytest.raises(StorageFailedError):
            async with store.begin():
                pass


@pytest.mark.usefixtures("impatient")
async def test_it_works_again_once_the_lock_is_gone(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        with _locked(tmp_path), pytest.raises(StorageFailedError):
            async with store.begin():
                pass
        async with store.begin() as uow:
            assert (await uow.inbox.counts()).waiting == 0


async def test_it_keeps_the_files_from_others_on_the_machine(tmp_path: Path) -> None:
    async with opened(tmp_path, keys=sealer()) as store, store.begin() as uow:
        await uow.inbox.store([(1, b"{}")], NOW)
        assert _modes(tmp_path) == {"phuean.db": 0o600, "phuean.db-wal": 0o600, "phuean.db-shm": 0o600}


def _modes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}


async def test_it_empties_the_log_file_at_a_checkpoint(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        assert await store.checkpoint()
        assert (tmp_path / "phuean.db-wal").stat().st_size == 0


async def test_it_says_so_when_another_process_keeps_the_log_file_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = [(n, "1", "1") if n == "busy_timeout" else (n, v, held) for n, v, held in sqlite.PRAGMAS]
    monkeypatch.setattr(sqlite, "PRAGMAS", quick)
    async with opened(tmp_path) as store:
        other = sqlite3.connect(database_file(tmp_path), isolation_level=None)
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM inbox").fetchone()
        async with store.begin() as uow:
            await uow.inbox.store([(1, b"{}")], NOW)
            await uow.commit()
        assert not await store.checkpoint()
        other.close()


async def test_it_shows_no_values_in_its_errors(tmp_path: Path) -> None:
    engine = sqlite.make_engine(make_url(f"sqlite+aiosqlite:///{tmp_path / 'any.db'}"))
    async with engine.connect() as connection:
        with pytest.raises(Exception, match="no such table") as caught:
            await connection.execute(text("SELECT :secret FROM missing"), {"secret": "my words"})
    await engine.dispose()
    assert "my words" not in str(caught.value)
