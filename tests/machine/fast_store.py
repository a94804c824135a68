"""A real store on SQLite, quick enough for thousands of programs, that can lose its process at any statement.

Statements run in the calling task instead of a thread of their own, and the tables are copied from a template
instead of migrated. Everything else is the product's: engine, pragmas, transactions, repositories.
"""

import atexit
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Generator
from functools import cache
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import AsyncAdaptedQueuePool, event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from db.sealing import Sealer
from db.sqlite import FileConnection, begin_immediate, set_pragmas
from db.store import Store
from tests.storage import database_file, database_url, sealer

T = TypeVar("T")

MEMORY = Path("/dev/shm")  # noqa: S108 - only a place for the disk of a test


class CrashError(BaseException):
    """The process is gone. No `except Exception` of the product can catch this."""


class Fuse:
    """Counts visits to the database and ends the process at the one that was chosen."""

    def __init__(self) -> None:
        self._left = -1
        self._after = False
        self.blown = False

    def set(self, visits: int, *, after: bool) -> None:
        """Crash at the visit of that number, before or after it is carried out."""
        self._left, self._after = visits, after

    def disarm(self) -> None:
        """No crash any more."""
        self._left = -1

    def pass_through(self, visit: Callable[[], T]) -> T:
        """Carry out a visit, unless the process is gone."""
        if self.blown:
            raise CrashError
        self._left -= 1
        burns = self._left == 0
        if burns and not self._after:
            self.blown = True
            raise CrashError
        result = visit()
        if burns:
            self.blown = True
            raise CrashError
        return result


class _Cursor:
    """What SQLAlchemy asks of a cursor."""

    def __init__(self, connection: "InlineConnection") -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.arraysize = 1
        self.description: Any = None
        self.lastrowid: int | None = None
        self.rowcount = -1

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing stays open."""

    async def execute(self, sql: str, parameters: Any = ()) -> Self:
        return self._ran(sqlite3.Cursor.execute, sql, parameters)

    async def executemany(self, sql: str, parameters: Any) -> Self:
        return self._ran(sqlite3.Cursor.executemany, sql, parameters)

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        """It was read to its end."""

    def _ran(self, method: Callable[..., sqlite3.Cursor], sql: str, parameters: Any) -> Self:
        cursor = self._connection.run(method, sql, parameters)
        self.description, self.rowcount, self.lastrowid = (
            cursor.description,
            cursor.rowcount,
            cursor.lastrowid,
        )
        self._rows = cursor.fetchall() if cursor.description else []
        cursor.close()
        return self


class InlineConnection(FileConnection):
    """A connection without a thread; when the fuse blows it is closed, which undoes the uncommitted.

    The product's one asks nothing of a connection but `_execute`, `commit`, `rollback` and `close`.
    """

    def __init__(self, database: str, fuse: Fuse) -> None:
        super().__init__(database)
        self._fuse = fuse

    def __await__(self) -> Generator[Any, None, Self]:
        return self._open().__await__()

    async def _open(self) -> Self:
        self._connection = self._connector()
        self._cursor = self._connection.cursor()
        return self

    async def _execute(self, fn: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        return self._passing(lambda: fn(*args, **kwargs))

    def cursor(self) -> Any:
        """A cursor that needs one visit a statement."""
        return _Cursor(self)

    def run(self, method: Callable[..., sqlite3.Cursor], sql: str, parameters: Any) -> sqlite3.Cursor:
        """One statement."""
        self._cursor = self._conn.cursor()
        return self._passing(lambda: method(self._cursor, sql, parameters))

    async def rollback(self) -> None:
        """What a dead process did not commit is undone already."""
        if self._connection is not None:
            self._connection.rollback()

    async def close(self) -> None:
        self.stop()

    def stop(self) -> None:
        if self._connection is not None:
            self._cursor.close()  # one that was not read to its end would keep its lock
            self._connection.rollback()
            self._connection.close()
            self._connection = None

    async def stopped(self) -> None:
        """No thread to wait for."""

    def _passing(self, visit: Callable[[], T]) -> T:
        try:
            return self._fuse.pass_through(visit)
        except CrashError:
            self.stop()
            raise


def place() -> str | None:
    """Where throw-away databases lie: in memory where there is such a file system."""
    return str(MEMORY) if MEMORY.is_dir() else None


async def fresh_database(folder: Path) -> None:
    """Put an empty database into a folder."""
    template = _template_folder()
    if not database_file(template).exists():
        store = await Store.open(database_url(template), sealer())
        await store.checkpoint()
        await store.close()
    shutil.copy(database_file(template), database_file(folder))


@cache
def _template_folder() -> Path:
    folder = Path(tempfile.mkdtemp(dir=place()))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


async def open_fast(folder: Path, fuse: Fuse, clock: Callable[[], Any], keys: Sealer | None = None) -> Store:
    """Open the database of a folder."""
    store = Store(_engine(folder, fuse), keys or sealer(), clock)
    await store._claim()
    return store


def _engine(folder: Path, fuse: Fuse) -> AsyncEngine:
    async def connect() -> FileConnection:
        if fuse.blown:
            raise CrashError
        connection = InlineConnection(str(database_file(folder)), fuse)
        await connection
        await set_pragmas(connection)
        return connection

    engine = create_async_engine(
        make_url(database_url(folder)),
        async_creator=connect,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
    )
    event.listen(engine.sync_engine, "begin", begin_immediate)
    return _warmed(engine)


_WARM: list[AsyncEngine] = []


def _warmed(engine: AsyncEngine) -> AsyncEngine:
    """Use the statements that the first engine has compiled: compiling costs more than most programs."""
    _WARM[1:] = []
    _WARM.append(engine)
    first = _WARM[0].sync_engine
    engine.sync_engine.dialect = first.dialect
    engine.sync_engine._compiled_cache = first._compiled_cache
    return engine
