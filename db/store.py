"""The way in: open a store, begin a unit of work, commit it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime

from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from db import engines
from db.audit import AuditTrail
from db.cases import Cases
from db.chats import Chats
from db.counters import Counters
from db.errors import NestedUnitOfWorkError
from db.inbox import Inbox
from db.learners import Learners
from db.messages import Messages
from db.meta import claim
from db.migrate import upgrade
from db.outbox import Outbox
from db.pictures import Pictures
from db.roster import Roster
from db.sealing import Sealer
from db.session import Session, translated
from db.suggestions import Suggestions
from db.timers import Timers
from db.words import RecentWords


def utc_now() -> datetime:
    """The system's clock."""
    return datetime.now(UTC)


class UnitOfWork:
    """One write transaction, and every repository in it. Nothing is kept without `commit`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.committed = False
        self.inbox = Inbox(session)
        self.outbox = Outbox(session)
        self.cases = Cases(session)
        self.learners = Learners(session, self.cases)
        self.chats = Chats(session)
        self.roster = Roster(session)
        self.timers = Timers(session)
        self.audit = AuditTrail(session)
        self.counters = Counters(session)
        self.words = RecentWords(session)
        self.messages = Messages(session)
        self.suggestions = Suggestions(session)
        self.pictures = Pictures(session)

    async def commit(self) -> None:
        """Keep everything. Only the first call does something; the unit of work is over after it.

        Raises StorageFailedError; what became of the changes is then unknown, as after a power cut.
        """
        if self.committed:
            return
        with translated():
            await self._session.connection.commit()
        self.committed = True


class Store:
    """An open database. One process has one, see `db.lock`."""

    def __init__(self, engine: AsyncEngine, sealer: Sealer, clock: Callable[[], datetime]) -> None:
        self.engine = engine
        self.sealer = sealer
        self._clock = clock
        self._writer = asyncio.Lock()
        self._owner: asyncio.Task[object] | None = None

    @classmethod
    async def open(cls, url: str, sealer: Sealer, *, clock: Callable[[], datetime] = utc_now) -> "Store":
        """Open, bring the tables up to date, and check that the master key fits.

        Raises PragmaError, WrongKeyError or StorageFailedError.
        """
        store = cls(engines.make_engine(make_url(url)), sealer, clock)
        try:
            with translated():
                await upgrade(store.engine)
            await store._claim()
        except BaseException:
            await store.close()
            raise
        return store

    async def _claim(self) -> None:
        async with self._session() as session:
            await claim(session)
            await session.connection.commit()

    def begin(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Begin a unit of work; it waits for the one before it. Rolls back unless `commit` was called.

        Raises NestedUnitOfWorkError inside another one of the same task, and StorageFailedError.
        """
        return self._begin()

    @asynccontextmanager
    async def _begin(self) -> AsyncIterator[UnitOfWork]:
        async with self._session() as session:
            yield UnitOfWork(session)

    @asynccontextmanager
    async def _session(self) -> AsyncIterator[Session]:
        async with self._turn(), self._connection() as connection:
            await connection.begin()
            yield Session(connection, self.sealer, self._clock)

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        task = asyncio.current_task()
        if task is self._owner:
            raise NestedUnitOfWorkError("this task has a unit of work already")
        async with self._writer:
            self._owner = task
            try:
                yield
            finally:
                self._owner = None

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[AsyncConnection]:
        with translated():
            async with self.engine.connect() as connection:
                yield connection

    async def checkpoint(self) -> bool:
        """Empty the -wal file, where deleted words live on. False when another process still reads it."""
        async with self._turn(), self._connection() as connection:
            return await engines.checkpoint(connection)

    async def close(self) -> None:
        """Close every connection. A unit of work still open in another task is waited for."""
        async with self._writer:
            await self.engine.dispose()
