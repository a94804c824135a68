"""All that is special about PostgreSQL: one writer at a time across replicas, as SQLite has by nature."""

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

_WRITER_LOCK = 0x70687565  # any number, the same in every replica


def make_engine(url: URL) -> AsyncEngine:
    """An engine whose transactions queue on an advisory lock; it is released with the transaction."""
    engine = create_async_engine(url, pool_size=2, max_overflow=0, pool_pre_ping=True, hide_parameters=True)
    event.listen(engine.sync_engine, "begin", take_writer_lock)
    return engine


def take_writer_lock(connection: Connection) -> None:
    """Wait until no other replica writes: the audit's chain and each queue's order rely on it."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})")
