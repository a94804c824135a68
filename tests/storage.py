"""An open store for tests, on SQLite or on the PostgreSQL that PHUEAN_TEST_POSTGRES names."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from db.keys import KeyRing
from db.sealing import Sealer
from db.store import Store, utc_now

MASTER = bytes(range(32))
NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def sealer() -> Sealer:
    """The sealer of every test store; the key is no secret."""
    return Sealer(KeyRing.of(MASTER))


def database_file(folder: Path) -> Path:
    """Where the test store of a folder lies."""
    return folder / "phuean.db"


def sqlite_url(folder: Path) -> str:
    """The URL of the test store of a folder."""
    return f"sqlite+aiosqlite:///{database_file(folder)}"


async def open_store(folder: Path, *, clock: Callable[[], datetime] = utc_now) -> Store:
    """A store in a folder; opened again it holds what it held. The caller closes it."""
    return await Store.open(sqlite_url(folder), sealer(), clock=clock)
