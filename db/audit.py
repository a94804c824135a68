"""Who did what when, in a chain that shows every change by other hands.

Each row's `chain` is a keyed checksum over its content and the checksum before it; the number and checksum
of the last row are kept apart, so that cutting off the end shows too. Without the master key no row can be
forged.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select

from db import meta, tables
from db.errors import AuditError
from db.session import Session, pack
from db.types import param

_HEAD = "audit_head"
_PAGE = 500
_t = tables.audit.c
_ADD = insert(tables.audit).values(
    id=param("id_"),
    at=param("now"),
    action=param("action_"),
    actor=param("actor_"),
    subject=param("subject_"),
    detail=param("detail_"),
    chain=param("chain_"),
)
_FROM = select(tables.audit).where(_t.id > param("after")).order_by(_t.id).limit(_PAGE)


class AuditTrail:
    """The repository of the audit: rows are added and read, never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(
        self, action: str, actor: str | None, subject: str | None, detail: str, now: datetime
    ) -> None:
        """Note an action. `detail` never holds a child's words; it is sealed all the same."""
        number, before = await self._head()
        number += 1
        sealed = self._session.sealer.seal(detail.encode(), context=f"audit:detail:{number}")
        chain = self._link(before, number, now, action, actor, subject, sealed)
        await self._session.run(
            _ADD,
            id_=number,
            now=now,
            action_=action,
            actor_=actor,
            subject_=subject,
            detail_=sealed,
            chain_=chain,
        )
        await meta.write(self._session, _HEAD, f"{number}:{chain.hex()}")

    async def verify(self) -> None:
        """Walk the whole chain. Raises AuditError at the first row that does not fit."""
        end, head = await self._head()
        number, before = 0, b""
        while rows := await self._session.all(_FROM, after=number):
            for row in rows:
                number, before = number + 1, self._checked(before, number + 1, row)
        if (number, before) != (end, head):
            raise AuditError(min(number, end) + 1)

    def _checked(self, before: bytes, number: int, row: Row[Any]) -> bytes:
        chain = self._link(before, number, row.at, row.action, row.actor, row.subject, row.detail)
        if row.id != number or row.chain != chain:
            raise AuditError(number)
        return chain

    async def _head(self) -> tuple[int, bytes]:
        head = await meta.read(self._session, _HEAD)
        if head is None:
            return 0, b""
        number, _, chain = head.partition(":")
        return int(number), bytes.fromhex(chain)

    def _link(
        self,
        before: bytes,
        number: int,
        at: datetime,
        action: str,
        actor: str | None,
        subject: str | None,
        detail: bytes,
    ) -> bytes:
        row = pack([before.hex(), number, at.isoformat(), action, actor, subject, detail.hex()])
        return self._session.sealer.mac(row)
