"""An open store for tests: on SQLite, and on the PostgreSQL that PHUEAN_TEST_POSTGRES names, if any.

async def test_it_keeps_something(tmp_path: Path) -> None:
    async with opened(tmp_path) as store, store.begin() as uow:
        ...
"""

import os
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from db.keys import KeyRing
from db.sealing import Sealer
from db.store import Store, utc_now

MASTER = bytes(range(32))
NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
POSTGRES = os.environ.get("PHUEAN_TEST_POSTGRES")
ENGINES: Sequence[str] = ("sqlite", "postgresql") if POSTGRES else ("sqlite",)


def sealer(*masters: bytes) -> Sealer:
    """The sealer of test stores; its key is no secret."""
    return Sealer(KeyRing.of(*(masters or (MASTER,))))


def database_file(folder: Path) -> Path:
    """Where the SQLite store of a folder lies."""
    return folder / "phuean.db"


def database_url(folder: Path, engine: str = "sqlite") -> str:
    """The URL of the test store; PostgreSQL has one for all tests."""
    return POSTGRES or "" if engine == "postgresql" else f"sqlite+aiosqlite:///{database_file(folder)}"


async def open_store(
    folder: Path,
    *,
    clock: Callable[[], datetime] = utc_now,
    engine: str = "sqlite",
    keys: Sealer | None = None,
) -> Store:
    """A store in a folder; opened again it holds what it held. The caller closes it."""
    if engine == "sqlite" and keys is None and _is_fresh(folder):
        await _copy_template(folder)
    return await Store.open(database_url(folder, engine), keys or sealer(), clock=clock)


_template: list[bytes] = []


def _is_fresh(folder: Path) -> bool:
    return folder.exists() and not database_file(folder).exists()


async def _copy_template(folder: Path) -> None:
    # Making all tables takes longer than most tests; a copy of an empty database does not.
    if not _template:
        with tempfile.TemporaryDirectory() as made:
            store = await Store.open(database_url(Path(made)), sealer())
            await store.close()
            _template.append(database_file(Path(made)).read_bytes())
    database_file(folder).write_bytes(_template[0])


@asynccontextmanager
async def opened(
    folder: Path,
    *,
    clock: Callable[[], datetime] = utc_now,
    engine: str = "sqlite",
    keys: Sealer | None = None,
) -> AsyncIterator[Store]:
    """A store in a folder that is closed at the end."""
    store = await open_store(folder, clock=clock, engine=engine, keys=keys)
    try:
        yield store
    finally:
        await store.close()
