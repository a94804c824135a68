"""All that is special about SQLite: the pragmas, the transactions, the file's mode, the checkpoint."""

import asyncio
import os
import sqlite3
from functools import partial
from typing import Any

import aiosqlite
from sqlalchemy import AsyncAdaptedQueuePool, Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from db.errors import PragmaError, StorageFailedError

BUSY_MILLISECONDS = 5_000
# name, value to set, value that must then be read back
PRAGMAS: tuple[tuple[str, str, str], ...] = (
    ("busy_timeout", str(BUSY_MILLISECONDS), str(BUSY_MILLISECONDS)),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", "2"),
    ("foreign_keys", "ON", "1"),
    ("secure_delete", "ON", "1"),
    ("temp_store", "MEMORY", "2"),
)


def make_engine(url: URL) -> AsyncEngine:
    """An engine with one connection: SQLite has one writer, and everything here writes."""
    engine = create_async_engine(
        url,
        async_creator=partial(connect, url.database or ""),
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "begin", begin_immediate)
    return engine


def begin_immediate(connection: Connection) -> None:
    """Take the write lock at the start: a reader that becomes a writer half-way could fail as busy."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


class FileConnection(aiosqlite.Connection):
    """A connection to a private file, whose thread never keeps the process alive."""

    def __init__(self, database: str) -> None:
        super().__init__(partial(open_private, database), iter_chunk_size=64)
        self._thread.daemon = True
        self._stopping: asyncio.Future[Any] | None = None

    def stop(self) -> asyncio.Future[Any] | None:
        """Ask the thread to end."""
        self._stopping = super().stop()
        return self._stopping

    async def stopped(self) -> None:
        """Wait until the thread has ended, if it was asked to."""
        if self._stopping is not None:
            await self._stopping


def open_private(database: str) -> sqlite3.Connection:
    """Open the file, made with mode 600 before SQLite would make it wider; -wal and -shm inherit it.

    Raises sqlite3.OperationalError.
    """
    if database in ("", ":memory:"):
        raise sqlite3.OperationalError("a database in memory keeps nothing")
    try:
        file = os.open(database, os.O_RDWR | os.O_CREAT, 0o600)
        os.fchmod(file, 0o600)
        os.close(file)
    except OSError as error:
        raise sqlite3.OperationalError(f"cannot be opened: {error.strerror}") from error
    # isolation_level=None: the driver begins nothing by itself; `begin_immediate` does.
    return sqlite3.connect(database, isolation_level=None, check_same_thread=False)


async def connect(database: str) -> FileConnection:
    """Open a connection with all pragmas set and read back. Raises PragmaError.

    Cancelled half-way, it closes what it opened: its thread must not answer into a loop that is gone.
    """
    opening = asyncio.ensure_future(_connect(database))
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:
        await (await opening).close()
        raise


async def _connect(database: str) -> FileConnection:
    connection = FileConnection(database)
    try:
        await connection
    except BaseException:
        await connection.stopped()
        raise
    try:
        await set_pragmas(connection)
    except BaseException:
        await connection.close()
        raise
    return connection


async def set_pragmas(connection: aiosqlite.Connection) -> None:
    """Set every pragma and read it back. Raises PragmaError for the first that does not hold."""
    for name, wanted, expected in PRAGMAS:
        await connection.execute_fetchall(f"PRAGMA {name}={wanted}")
        held = await read_pragma(connection, name)
        if held != expected:
            raise PragmaError(f"{name} is {held}, not {expected}")


async def read_pragma(connection: aiosqlite.Connection, name: str) -> str:
    """What a pragma stands at."""
    ((value,),) = await connection.execute_fetchall(f"PRAGMA {name}")
    return str(value)


async def checkpoint(connection: AsyncConnection) -> bool:
    """Move the -wal file into the database and empty it. False when another process still reads it."""
    raw = await connection.get_raw_connection()
    driver = raw.driver_connection
    if not isinstance(driver, FileConnection):
        raise StorageFailedError("not a connection of this engine")
    try:
        ((busy, _, _),) = await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        raise StorageFailedError(type(error).__name__) from error
    return bool(busy == 0)
