"""Who may do what in the staff group. Labels are sealed: colleagues see them, a thief does not."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, or_, select, update

from bot.domain.state import Role, StaffMember
from db import tables
from db.session import Session, pack, unpack
from db.types import param

_t = tables.roster.c
_REF = param("ref_")
_VALID = or_(_t.expires_at.is_(None), _t.expires_at > param("now"))
_ALL = select(_t.ref, _t.body, _t.expires_at).where(_VALID).order_by(_t.saved_at, _t.ref)
_GET = select(_t.ref, _t.body, _t.expires_at).where(_t.ref == _REF, _VALID)
_STATE = {"body": param("body_"), "expires_at": param("expires_at_"), "saved_at": param("now")}
_UPDATE = update(tables.roster).where(_t.ref == _REF).values(_STATE)
_INSERT = insert(tables.roster).values(ref=_REF, **_STATE)
_REMOVE = delete(tables.roster).where(_t.ref == _REF)
_EXPIRE = delete(tables.roster).where(_t.expires_at <= param("now"))


class Roster:
    """The repository of staff. Nobody sees an expired entry, even before it is deleted."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, ref: str) -> StaffMember | None:
        """A person's entry, or None for a stranger and for an expired one."""
        row = await self._session.one(_GET, ref_=ref, now=self._session.clock())
        return None if row is None else self._member(row)

    async def all(self) -> list[StaffMember]:
        """Everybody on the roster now."""
        return [self._member(row) for row in await self._session.all(_ALL, now=self._session.clock())]

    async def save(self, member: StaffMember, now: datetime) -> None:
        """Put a person on the roster, or change the entry."""
        body = pack({"label": member.label, "role": member.role.value})
        sealed = self._session.sealer.seal(body, context=_context(member.ref))
        expires = member.expires_at
        await self._session.put(_UPDATE, _INSERT, ref_=member.ref, body_=sealed, expires_at_=expires, now=now)

    async def remove(self, ref: str, now: datetime) -> None:  # noqa: ARG002
        """Take a person off the roster."""
        await self._session.run(_REMOVE, ref_=ref)

    async def expire(self, now: datetime) -> int:
        """Delete expired entries; how many."""
        return await self._session.count(_EXPIRE, now=now)

    def _member(self, row: Row[Any]) -> StaffMember:
        body = unpack(self._session.sealer.open(row.body, context=_context(row.ref)))
        return StaffMember(row.ref, body["label"], Role(body["role"]), row.expires_at)


def _context(ref: str) -> str:
    return f"roster:body:{ref}"
