"""Raw updates, stored before Telegram is told that they arrived."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, null, select, update

from db import tables
from db.session import Session
from db.types import param

_t = tables.inbox.c
_d = tables.dead_letters.c
_WAITS = _t.settled_at.is_(None)
_ID = param("update_id_")

_KNOWN = select(_t.update_id).where(_t.update_id.in_(param("ids", expanding=True)))
_STORE = insert(tables.inbox).values(update_id=_ID, raw=param("raw_"), received_at=param("now"), attempts=0)
_WAITING = (
    select(_t.update_id, _t.raw).where(_WAITS).order_by(_t.received_at, _t.update_id).limit(param("limit"))
)
_RAW = select(_t.raw).where(_t.update_id == _ID, _WAITS)
_SETTLE = (
    update(tables.inbox)
    .where(_t.update_id == _ID, _WAITS)
    .values(raw=null(), settled_at=param("now"), reason=param("reason_"))
)
_FAIL = (
    update(tables.inbox)
    .where(_t.update_id == _ID)
    .values(attempts=_t.attempts + 1, reason=param("reason_"))
    .returning(_t.attempts)
)
_BURY = insert(tables.dead_letters).values(
    ref=param("ref_"),
    update_id=_ID,
    raw=param("raw_"),
    reason=param("reason_"),
    died_at=param("now"),
)
_COUNTS = select(
    select(func.count()).select_from(tables.inbox).where(_WAITS).scalar_subquery().label("waiting"),
    select(func.count()).select_from(tables.dead_letters).scalar_subquery().label("dead"),
)
_DEAD = select(_d.ref, _d.update_id, _d.raw, _d.reason).order_by(_d.died_at).limit(param("limit"))
_PURGE_SETTLED = delete(tables.inbox).where(_t.settled_at < param("before"))
_PURGE_DEAD = delete(tables.dead_letters).where(_d.died_at < param("before"))


@dataclass(frozen=True, slots=True)
class InboxCounts:
    """How many updates are not done yet, and how many nobody could read."""

    waiting: int
    dead: int


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """An update that could not be handled, as it came."""

    update_id: int | None
    raw: bytes = b""
    reason: str = ""


class Inbox:
    """The repository of raw updates."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def store(self, updates: Sequence[tuple[int, bytes]], now: datetime) -> frozenset[int]:
        """Keep updates (id, raw JSON) in the order given; the ids that were new. Known ones are ignored."""
        wanted = dict(reversed(updates))
        known = {row.update_id for row in await self._session.all(_KNOWN, ids=list(wanted))}
        rows = [
            {"update_id_": update_id, "raw_": self._seal(update_id, raw), "now": now}
            for update_id, raw in reversed(wanted.items())
            if update_id not in known
        ]
        await self._session.many(_STORE, rows)
        return frozenset(wanted) - known

    async def waiting(self, limit: int) -> list[tuple[int, bytes]]:
        """Updates not done yet, oldest first."""
        rows = await self._session.all(_WAITING, limit=limit)
        return [(row.update_id, self._open(row.update_id, row.raw)) for row in rows]

    async def done(self, update_id: int, now: datetime) -> None:
        """An update was handled: empty it. The id stays, so that a repeat is recognised."""
        await self._session.run(_SETTLE, update_id_=update_id, now=now, reason_=None)

    async def failed(self, update_id: int, reason: str, now: datetime) -> int:  # noqa: ARG002
        """Handling failed (`reason`: the error's name, never words of a message); attempts so far."""
        row = await self._session.one(_FAIL, update_id_=update_id, reason_=reason)
        return 0 if row is None else int(row.attempts)

    async def dead(self, update_id: int | None, raw: bytes, reason: str, now: datetime) -> None:
        """Give up on an update: keep it sealed for a person to look at, and settle it."""
        ref = uuid.uuid4().hex
        sealed = self._session.sealer.seal(raw, context=f"dead_letters:raw:{ref}")
        await self._session.run(_BURY, ref_=ref, update_id_=update_id, raw_=sealed, reason_=reason, now=now)
        if update_id is not None:
            await self._session.run(_SETTLE, update_id_=update_id, now=now, reason_=reason)

    async def bury(self, update_id: int, reason: str, now: datetime) -> None:
        """Give up on a stored update: keep it, sealed and as it came, for a person to look at."""
        row = await self._session.one(_RAW, update_id_=update_id)
        raw = b"" if row is None else self._open(update_id, row.raw)
        await self.dead(update_id, raw, reason, now)

    async def dead_letters(self, limit: int) -> list[DeadLetter]:
        """The dead letters, oldest first."""
        rows = await self._session.all(_DEAD, limit=limit)
        return [
            DeadLetter(
                row.update_id,
                self._session.sealer.open(row.raw, context=f"dead_letters:raw:{row.ref}"),
                row.reason,
            )
            for row in rows
        ]

    async def counts(self) -> InboxCounts:
        """How many wait and how many are dead."""
        row = await self._session.one(_COUNTS)
        return InboxCounts(0, 0) if row is None else InboxCounts(row.waiting, row.dead)

    async def purge(self, *, settled_before: datetime, dead_before: datetime) -> int:
        """Delete settled ids and dead letters from before these moments; how many."""
        settled = await self._session.count(_PURGE_SETTLED, before=settled_before)
        return settled + await self._session.count(_PURGE_DEAD, before=dead_before)

    def _seal(self, update_id: int, raw: bytes) -> bytes:
        return self._session.sealer.seal(raw, context=f"inbox:raw:{update_id}")

    def _open(self, update_id: int, sealed: bytes) -> bytes:
        return self._session.sealer.open(sealed, context=f"inbox:raw:{update_id}")
