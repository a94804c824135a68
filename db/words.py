"""The last few messages of a child, sealed: what a judgement of the next one needs, no longer."""

from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update

from db import tables
from db.session import Session, pack, unpack
from db.types import param

KEEP = timedelta(minutes=30)
AT_MOST = 5

_t = tables.words.c
_CHILD = param("child_")
_GET = select(_t.recent).where(_t.child == _CHILD)
_STATE = {"recent": param("recent_"), "expires_at": param("expires_at_")}
_UPDATE = update(tables.words).where(_t.child == _CHILD).values(_STATE)
_INSERT = insert(tables.words).values(child=_CHILD, **_STATE)
_FORGET = delete(tables.words).where(_t.child == _CHILD)
_EXPIRE = delete(tables.words).where(_t.expires_at <= param("now"))

# moment, message id, text
_Entry = tuple[str, int, str]


class RecentWords:
    """The repository of recent words: one sealed row a child."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def recent(self, child: str, now: datetime) -> list[str]:
        """The texts of the last 30 minutes, at most five, oldest first."""
        return [text for _, _, text in await self._entries(child, now)]

    async def add(self, child: str, text: str, message_id: int, now: datetime) -> None:
        """Add a text; an edited message takes the place of its first version."""
        before = await self._entries(child, now)
        entries = [entry for entry in before if entry[1] != message_id]
        entries.append((now.isoformat(), message_id, text))
        sealed = self._session.sealer.seal(pack(entries[-AT_MOST:]), context=_context(child))
        await self._session.put(_UPDATE, _INSERT, child_=child, recent_=sealed, expires_at_=now + KEEP)

    async def forget(self, child: str) -> None:
        """Delete a child's recent words."""
        await self._session.run(_FORGET, child_=child)

    async def expire(self, now: datetime) -> int:
        """Delete the windows of children who wrote nothing for 30 minutes; how many."""
        return await self._session.count(_EXPIRE, now=now)

    async def _entries(self, child: str, now: datetime) -> list[_Entry]:
        row = await self._session.one(_GET, child_=child)
        if row is None:
            return []
        entries: list[_Entry] = unpack(self._session.sealer.open(row.recent, context=_context(child)))
        return [entry for entry in entries if datetime.fromisoformat(entry[0]) > now - KEEP]


def _context(child: str) -> str:
    return f"words:recent:{child}"
