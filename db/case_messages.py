"""The messages of a case, sealed with the case's key."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, delete, false, insert, null, select, true, update

from bot.domain.state import Author, CaseMessage
from db import tables
from db.case_keys import CaseKeys
from db.session import Session
from db.types import param

_t = tables.case_messages.c
_k = tables.case_keys.c
_REF = param("ref_")
_CASE = param("case")
_READ = select(_t.ref, _t.case_ref, _t.body, _t.topic_message, _t.opened, _k.wrapped).join(
    tables.case_keys, _k.case_ref == _t.case_ref
)
_GET = _READ.where(_t.ref == _REF)
_BY_TOPIC_MESSAGE = _READ.where(_t.case_ref == _CASE, _t.topic_message == param("topic_message_"))
_OF_CASE = _READ.where(_t.case_ref == _CASE).order_by(_t.id)
_UNOPENED = (
    _READ.join(tables.cases, tables.cases.c.ref == _t.case_ref)
    .where(tables.cases.c.child == param("child"), _t.author == Author.STAFF.value, _t.opened == false())
    .order_by(_t.id)
)
_RECORD = insert(tables.case_messages).values(
    ref=_REF,
    case_ref=_CASE,
    author=param("author_"),
    body=param("body_"),
    at=param("at_"),
    topic_message=param("topic_message_"),
    opened=param("opened_"),
)
_SET_TOPIC_MESSAGE = (
    update(tables.case_messages).where(_t.ref == _REF).values(topic_message=param("topic_message_"))
)
_FORGET_TOPIC_MESSAGES = update(tables.case_messages).values(topic_message=null())
_MARK_OPENED = (
    update(tables.case_messages).where(_t.ref.in_(param("refs", expanding=True))).values(opened=true())
)
_DELETE = delete(tables.case_messages).where(_t.case_ref.in_(param("cases", expanding=True)))

_MESSAGE = TypeAdapter(CaseMessage)


class CaseMessages:
    """The part of `Cases` that keeps messages."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._keys = CaseKeys(session)

    async def record(self, message: CaseMessage) -> None:
        """Keep a message with its case. Raises CaseGoneError when the case has no key."""
        key = await self._keys.get(message.case)
        await self._session.run(
            _RECORD,
            ref_=message.ref,
            case=message.case,
            author_=message.author.value,
            body_=key.seal(_MESSAGE.dump_json(message), context=_context(message.ref)),
            at_=message.at,
            topic_message_=message.topic_message,
            opened_=message.opened,
        )

    async def message(self, ref: str) -> CaseMessage | None:
        """A message, or None."""
        return self._opened_message(await self._session.one(_GET, ref_=ref))

    async def message_by_topic_message(self, case: str, topic_message: int) -> CaseMessage | None:
        """The message that a post in the case's topic shows, or None."""
        row = await self._session.one(_BY_TOPIC_MESSAGE, case=case, topic_message_=topic_message)
        return self._opened_message(row)

    async def set_topic_message(self, message_ref: str, topic_message: int) -> None:
        """Note which post in the topic shows a message."""
        await self._session.run(_SET_TOPIC_MESSAGE, ref_=message_ref, topic_message_=topic_message)

    async def forget_topic_messages(self) -> None:
        """The staff group was moved: it numbers its messages anew, so that the old numbers mean nothing."""
        await self._session.run(_FORGET_TOPIC_MESSAGES)

    async def messages(self, case: str) -> list[CaseMessage]:
        """All messages of a case in the order they were kept."""
        return [self._open_message(row) for row in await self._session.all(_OF_CASE, case=case)]

    async def unopened(self, child: str) -> list[CaseMessage]:
        """Replies of staff that the child has not opened yet, oldest first; closed cases count too."""
        return [self._open_message(row) for row in await self._session.all(_UNOPENED, child=child)]

    async def mark_opened(self, refs: Iterable[str]) -> None:
        """The child opened these replies."""
        await self._session.run(_MARK_OPENED, refs=list(refs))

    async def _delete_messages(self, cases: list[str]) -> None:
        await self._session.run(_DELETE, cases=cases)

    def _opened_message(self, row: Row[Any] | None) -> CaseMessage | None:
        return None if row is None else self._open_message(row)

    def _open_message(self, row: Row[Any]) -> CaseMessage:
        key = self._keys.opened(row.case_ref, row.wrapped)
        message = _MESSAGE.validate_json(key.open(row.body, context=_context(row.ref)))
        return replace(message, topic_message=row.topic_message, opened=row.opened)


def _context(ref: str) -> str:
    return f"case_messages:body:{ref}"
