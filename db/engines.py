"""Which engine a database URL names, and what each of them does in its own way."""

from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from db import postgresql, sqlite
from db.errors import StorageFailedError

_MAKERS = {"sqlite+aiosqlite": sqlite.make_engine, "postgresql+asyncpg": postgresql.make_engine}


def make_engine(url: URL) -> AsyncEngine:
    """An engine for `sqlite+aiosqlite://` or `postgresql+asyncpg://`. Others raise StorageFailedError."""
    maker = _MAKERS.get(url.drivername)
    if maker is None:
        raise StorageFailedError(f"no such engine: {url.drivername}; use one of {', '.join(_MAKERS)}")
    return maker(url)


async def checkpoint(connection: AsyncConnection) -> bool:
    """Remove what was deleted from the write-ahead log, where that is ours to do."""
    return await sqlite.checkpoint(connection) if connection.dialect.name == "sqlite" else True
