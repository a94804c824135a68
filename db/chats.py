"""Where to answer: sealed chat ids, found by pseudonym."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, insert, select, update

from db import tables
from db.session import Session
from db.types import param

_t = tables.chats.c
_REF = param("ref_")
_GET = select(_t.kind, _t.chat_id).where(_t.ref == _REF)
_UPDATE = (
    update(tables.chats)
    .where(_t.ref == _REF)
    .values(kind=param("kind_"), chat_id=param("chat_id_"), noted_at=param("now"))
)
_INSERT = insert(tables.chats).values(
    ref=_REF, kind=param("kind_"), chat_id=param("chat_id_"), noted_at=param("now")
)
_MOVE = update(tables.chats).where(_t.ref == _REF).values(chat_id=param("chat_id_"))
_FORGET = delete(tables.chats).where(_t.ref == _REF)


class ChatKind(StrEnum):
    """What kind of chat a pseudonym stands for."""

    PRIVATE = "private"
    GROUP = "group"
    STAFF = "staff"


class Chats:
    """The repository of chats."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def remember(self, ref: str, kind: ChatKind, chat_id: int, now: datetime) -> None:
        """Keep a chat's id. Costs one read when it is known already."""
        row = await self._session.one(_GET, ref_=ref)
        if row is None or row.kind != kind or self._open(ref, row.chat_id) != chat_id:
            sealed = self._seal(ref, chat_id)
            await self._session.put(_UPDATE, _INSERT, ref_=ref, kind_=kind.value, chat_id_=sealed, now=now)

    async def chat_id(self, ref: str) -> int | None:
        """The chat's id, or None for a chat not known or forgotten."""
        row = await self._session.one(_GET, ref_=ref)
        return None if row is None else self._open(ref, row.chat_id)

    async def migrated(self, ref: str, new_id: int) -> None:
        """A group became a supergroup: the same pseudonym now stands for another id."""
        await self._session.run(_MOVE, ref_=ref, chat_id_=self._seal(ref, new_id))

    async def forget(self, ref: str) -> None:
        """Delete a chat's id."""
        await self._session.run(_FORGET, ref_=ref)

    def _seal(self, ref: str, chat_id: int) -> bytes:
        return self._session.sealer.seal(str(chat_id).encode(), context=f"chats:chat_id:{ref}")

    def _open(self, ref: str, sealed: bytes) -> int:
        return int(self._session.sealer.open(sealed, context=f"chats:chat_id:{ref}"))
