"""All that is special about SQLite: the pragmas, the transactions, and one hop to the thread a statement."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar, cast

import aiosqlite
from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from db.errors import PragmaError, StorageFailedError

T = TypeVar("T")

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


class _Cursor:
    """What SQLAlchemy's adapter asks of a cursor, with execute and fetch in one visit to the thread.

    The stock cursor visits the thread four times a statement (open, execute, fetch, close); each visit costs
    more than the statement itself.
    """

    __slots__ = ("_connection", "_rows", "arraysize", "description", "lastrowid", "rowcount")

    def __init__(self, connection: "OneHopConnection") -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.arraysize = 1
        self.description: Any = None
        self.lastrowid: int | None = None
        self.rowcount = -1

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows = ()

    async def execute(self, sql: str, parameters: Any = ()) -> Self:
        """Run a statement and fetch all its rows."""
        return await self._visit(sqlite3.Cursor.execute, sql, parameters)

    async def executemany(self, sql: str, parameters: Iterable[Any]) -> Self:
        """Run a statement once for each set of parameters."""
        return await self._visit(sqlite3.Cursor.executemany, sql, parameters)

    async def fetchall(self) -> Sequence[Any]:
        """The rows of the last statement."""
        return self._rows

    async def close(self) -> None:
        """Nothing stays open: the real cursor was closed in the thread."""

    async def _visit(self, method: Callable[..., sqlite3.Cursor], sql: str, parameters: Any) -> Self:
        outcome = await self._connection.visit(partial(_run, method, sql, parameters))
        self._rows, self.description, self.rowcount, self.lastrowid = outcome
        return self


def _run(
    method: Callable[..., sqlite3.Cursor], sql: str, parameters: Any, connection: sqlite3.Connection
) -> tuple[Sequence[Any], Any, int, int | None]:
    cursor = connection.cursor()
    try:
        method(cursor, sql, parameters)
        rows = cursor.fetchall() if cursor.description else ()
        return rows, cursor.description, cursor.rowcount, cursor.lastrowid
    finally:
        cursor.close()


class OneHopConnection(aiosqlite.Connection):
    """An aiosqlite connection whose cursors visit the thread once a statement."""

    def __init__(self, database: str) -> None:
        # isolation_level=None: the driver begins nothing by itself; `begin_immediate` does.
        super().__init__(
            partial(sqlite3.connect, database, isolation_level=None, check_same_thread=False), 64
        )
        self._thread.daemon = True

    def cursor(self) -> Any:
        """A cursor that needs no opening."""
        return _Cursor(self)

    async def visit(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do something with the plain connection in its thread."""
        return cast("T", await self._execute(work, self._conn))  # type: ignore[no-untyped-call]


async def connect(database: str) -> OneHopConnection:
    """Open a connection with all pragmas set and read back. Raises PragmaError."""
    connection = OneHopConnection(database)
    await connection
    try:
        await connection.visit(set_pragmas)
    except BaseException:
        await connection.close()
        raise
    return connection


def set_pragmas(connection: sqlite3.Connection) -> None:
    """Set every pragma and read it back. Raises PragmaError for the first that does not hold."""
    for name, wanted, expected in PRAGMAS:
        connection.execute(f"PRAGMA {name}={wanted}")
        held = str(connection.execute(f"PRAGMA {name}").fetchone()[0])
        if held != expected:
            raise PragmaError(f"{name} is {held}, not {expected}")


def make_engine(url: URL) -> AsyncEngine:
    """An engine with one connection: SQLite has one writer, and everything here writes."""
    database = url.database or ":memory:"
    engine = create_async_engine(
        url, async_creator=partial(connect, database), pool_size=1, max_overflow=0, hide_parameters=True
    )
    event.listen(engine.sync_engine, "begin", begin_immediate)
    return engine


def begin_immediate(connection: Connection) -> None:
    """Take the write lock at the start: a reader that becomes a writer half-way could fail as busy."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def make_private(url: URL) -> None:
    """Create the file with mode 600 before SQLite would do so with a wider one; -wal and -shm inherit it."""
    if url.database and url.database != ":memory:":
        path = Path(url.database)
        path.touch(mode=0o600, exist_ok=True)
        path.chmod(0o600)


async def checkpoint(connection: AsyncConnection) -> bool:
    """Move the -wal file into the database and empty it. False when another process still reads it."""
    raw = await connection.get_raw_connection()
    driver = raw.driver_connection
    if not isinstance(driver, OneHopConnection):
        raise StorageFailedError("not a connection of this engine")
    busy, _, _ = await driver.visit(_truncate)
    return busy == 0


def _truncate(connection: sqlite3.Connection) -> tuple[int, int, int]:
    row: tuple[int, int, int] = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return row
