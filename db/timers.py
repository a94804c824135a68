"""Moments to wake up at; as rows they survive a restart."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, func, insert, select

from bot.domain.inputs import TimerKind
from db import tables
from db.session import Session
from db.types import param

_t = tables.timers.c
_START = insert(tables.timers).values(
    kind=param("kind_"), subject=param("subject_"), due=param("due_"), round=param("round_")
)
_STOP = delete(tables.timers).where(_t.subject == param("subject_"))
_DUE = (
    select(_t.id, _t.kind, _t.subject, _t.round)
    .where(_t.due <= param("now"))
    .order_by(_t.due, _t.id)
    .limit(param("limit"))
)
_DONE = delete(tables.timers).where(_t.id == param("id_"))
_NEXT = select(func.min(_t.due).label("due"))


class Timer(NamedTuple):
    """A timer whose moment came."""

    id: int
    kind: TimerKind
    subject: str
    round: int


class Timers:
    """The repository of timers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def start(self, kind: TimerKind, subject: str, due: datetime, round: int) -> None:  # noqa: A002
        """Set a timer."""
        await self._session.run(_START, kind_=kind.value, subject_=subject, due_=due, round_=round)

    async def stop(self, subject: str) -> None:
        """Forget all timers about a subject."""
        await self._session.run(_STOP, subject_=subject)

    async def due(self, now: datetime, limit: int) -> list[Timer]:
        """Timers whose moment came, the longest overdue first."""
        rows = await self._session.all(_DUE, now=now, limit=limit)
        return [Timer(row.id, TimerKind(row.kind), row.subject, row.round) for row in rows]

    async def done(self, timer: int) -> None:
        """A timer was handled. Call it in the unit of work that carries out what follows."""
        await self._session.run(_DONE, id_=timer)

    async def next_due(self) -> datetime | None:
        """The earliest moment of all timers."""
        row = await self._session.one(_NEXT)
        return None if row is None else row.due
