"""Ids of both sides' messages in a child's chat, so that they can be removed there. Ids only, no words."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update

from db import tables
from db.session import Session
from db.types import param

# Telegram lets a bot delete messages in a private chat only while they are under 48 hours old
# (https://core.telegram.org/bots/api#deletemessage).
KEEP = timedelta(hours=48)

_t = tables.messages.c
_CHILD = param("child_")
_MESSAGE = param("message_id_")
_UPDATE = update(tables.messages).where(_t.child == _CHILD, _t.message_id == _MESSAGE).values(at=param("now"))
_INSERT = insert(tables.messages).values(child=_CHILD, message_id=_MESSAGE, at=param("now"))
_RECENT = select(_t.message_id).where(_t.child == _CHILD, _t.at > param("after")).order_by(_t.message_id)
_REMOVE = delete(tables.messages).where(_t.child == _CHILD, _t.message_id.in_(param("ids", expanding=True)))
_FORGET = delete(tables.messages).where(_t.child == _CHILD)
_EXPIRE = delete(tables.messages).where(_t.at <= param("after"))


class Messages:
    """The repository of message ids."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, child: str, message_id: int, now: datetime) -> None:
        """Note a message of either side."""
        await self._session.put(_UPDATE, _INSERT, child_=child, message_id_=message_id, now=now)

    async def recent(self, child: str, now: datetime) -> list[int]:
        """Ids of the last 48 hours, ascending."""
        rows = await self._session.all(_RECENT, child_=child, after=now - KEEP)
        return [row.message_id for row in rows]

    async def remove(self, child: str, ids: Iterable[int]) -> None:
        """These are gone from the chat."""
        await self._session.run(_REMOVE, child_=child, ids=list(ids))

    async def forget(self, child: str) -> None:
        """Delete all ids of a child."""
        await self._session.run(_FORGET, child_=child)

    async def expire(self, now: datetime) -> int:
        """Delete ids that are too old to be of use; how many."""
        return await self._session.count(_EXPIRE, after=now - KEEP)
