"""Cases: one child's need for help. Everything about one is sealed with its own key."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, Select, case, func, insert, null, select, update

from bot.domain.state import Case
from db import tables
from db.case_messages import CaseMessages
from db.errors import StaleCaseError
from db.sealing import Box
from db.session import Session
from db.types import param

_t = tables.cases.c
_k = tables.case_keys.c
_REF = param("ref_")
_CHILD = param("child_")
_OPEN = _t.closed_at.is_(None)
# Joined with the key: a case whose key is destroyed does not exist for anybody.
_READ = select(_t.ref, _t.body, _t.topic, _t.card, _k.wrapped).join(tables.case_keys, _k.case_ref == _t.ref)
_NEWEST = (_t.opened_at.desc(), _t.ref.desc())
_GET = _READ.where(_t.ref == _REF)
_OPEN_OF = _READ.where(_t.child == _CHILD, _OPEN).order_by(*_NEWEST).limit(1)
_LATEST_OF = _READ.where(_t.child == _CHILD).order_by(*_NEWEST).limit(1)
_BY_TOPIC = _READ.where(_t.topic == param("topic_")).order_by(*_NEWEST).limit(1)
_BY_POST = (
    _READ.join(tables.case_messages, tables.case_messages.c.case_ref == _t.ref)
    .where(tables.case_messages.c.topic_message == param("post_"), _t.topic == param("general_"))
    .order_by(tables.case_messages.c.id.desc())
    .limit(1)
)
_ALL_OPEN = _READ.where(_OPEN).order_by(_t.opened_at, _t.ref)
_NAMES = select(_t.name).where(_t.name.is_not(None))
_KNOWN = select(_t.ref).where(_t.ref == _REF)
_STATE = {
    "child": _CHILD,
    "name": param("name_"),
    "body": param("body_"),
    "topic": param("topic_"),
    "card": param("card_"),
    "opened_at": param("opened_at_"),
}
_NOW = param("closed", type_=_t.closed_at.type)
_INSERT = insert(tables.cases).values(ref=_REF, closed_at=_NOW, **_STATE)
_UPDATE = (
    update(tables.cases)
    .where(_t.ref == _REF)
    .values(closed_at=case((_NOW.is_(None), null()), else_=func.coalesce(_t.closed_at, _NOW)), **_STATE)
)
_SET_TOPIC = update(tables.cases).where(_t.ref == _REF).values(topic=param("topic_"))
_SET_CARD = update(tables.cases).where(_t.ref == _REF).values(card=param("card_"))
_CLOSED_BEFORE = select(_t.ref).where(_t.closed_at < param("before"), _t.body.is_not(None))
_CLOSED_OF = select(_t.ref).where(_t.child == _CHILD, _t.closed_at.is_not(None))
_EMPTY = (
    update(tables.cases)
    .where(_t.ref.in_(param("refs", expanding=True)))
    .values(child=null(), name=null(), body=null())
)

GENERAL_TOPIC = 1
"""The topic of cases for which none could be made: they stand in the General topic, or in a plain group."""

_CASE = TypeAdapter(Case)


class Cases(CaseMessages):
    """The repository of cases and their messages."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._read: set[str] = set()

    async def get(self, ref: str) -> Case | None:
        """A case, or None when it is unknown, expired or deleted."""
        return await self._first(_GET, ref_=ref)

    async def open_of(self, child: str) -> Case | None:
        """The child's open case, if any."""
        return await self._first(_OPEN_OF, child_=child)

    async def latest_of(self, child: str) -> Case | None:
        """The child's newest case, open or closed."""
        return await self._first(_LATEST_OF, child_=child)

    async def by_topic(self, topic: int) -> Case | None:
        """The case that a topic of the staff group belongs to."""
        return await self._first(_BY_TOPIC, topic_=topic)

    async def in_general_by_post(self, topic_message: int) -> Case | None:
        """The case whose child's words are this post, for cases that have no topic of their own."""
        return await self._first(_BY_POST, post_=topic_message, general_=GENERAL_TOPIC)

    async def open(self) -> list[Case]:
        """All open cases, oldest first."""
        return [self._case(row) for row in await self._session.all(_ALL_OPEN)]

    async def names_in_use(self) -> frozenset[str]:
        """The invented names that a new case may not take."""
        return frozenset(row.name for row in await self._session.all(_NAMES))

    async def save(self, case: Case, now: datetime) -> None:
        """Keep a case; a new one gets its own key. `now` counts as its closing when it is no longer open.

        Raises StaleCaseError for a case not read in this unit of work, and CaseGoneError for one whose key is
        destroyed.
        """
        if case.ref not in self._read:
            await self._add(case, now)
        else:
            await self._session.run(_UPDATE, **self._row(case, await self._keys.get(case.ref), now))

    async def set_topic(self, ref: str, topic: int | None) -> None:
        """Note the case's topic in the staff group; None when it is gone."""
        await self._session.run(_SET_TOPIC, ref_=ref, topic_=topic)

    async def set_card(self, ref: str, message_id: int | None) -> None:
        """Note which post is the case's card; None when it is gone."""
        await self._session.run(_SET_CARD, ref_=ref, card_=message_id)

    async def expire(self, now: datetime, keep: timedelta) -> int:
        """Empty the cases that were closed longer ago than `keep` and destroy their keys; how many."""
        rows = await self._session.all(_CLOSED_BEFORE, before=now - keep)
        return await self._empty([row.ref for row in rows])

    async def forget_closed(self, child: str) -> int:
        """Empty all closed cases of a child and destroy their keys; how many."""
        rows = await self._session.all(_CLOSED_OF, child_=child)
        return await self._empty([row.ref for row in rows])

    async def _empty(self, refs: list[str]) -> int:
        # The row itself stays, with its topic: posts that still wait for the topic must find it.
        if refs:
            await self._keys.destroy(refs)
            await self._delete_messages(refs)
            await self._session.run(_EMPTY, refs=refs)
        return len(refs)

    async def _add(self, case: Case, now: datetime) -> None:
        if await self._session.one(_KNOWN, ref_=case.ref) is not None:
            await self._keys.get(case.ref)
            raise StaleCaseError("read the case in the unit of work that saves it")
        key, wrapped = self._keys.make(case.ref)
        await self._session.run(_INSERT, **self._row(case, key, now))
        await self._keys.keep(case.ref, wrapped)
        self._read.add(case.ref)

    def _row(self, case: Case, key: Box, now: datetime) -> dict[str, Any]:
        return {
            "ref_": case.ref,
            "child_": case.child,
            "name_": case.name,
            "body_": key.seal(_CASE.dump_json(case), context=_context(case.ref)),
            "topic_": case.topic,
            "card_": case.card,
            "opened_at_": case.opened_at,
            "closed": None if case.status.open else now,
        }

    async def _first(self, statement: Select[Any], **parameters: Any) -> Case | None:
        row = await self._session.one(statement, **parameters)
        return None if row is None else self._case(row)

    def _case(self, row: Row[Any]) -> Case:
        key = self._keys.opened(row.ref, row.wrapped)
        self._read.add(row.ref)
        stored = _CASE.validate_json(key.open(row.body, context=_context(row.ref)))
        return replace(stored, topic=row.topic, card=row.card)


def _context(ref: str) -> str:
    return f"cases:body:{ref}"
