"""Children, known by pseudonym; what is known about each is one sealed value."""

from dataclasses import replace
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import delete, insert, select, update

from bot.domain.state import Learner
from db import tables
from db.cases import Cases
from db.chats import Chats
from db.messages import Messages
from db.session import Session
from db.types import param
from db.words import RecentWords

_t = tables.learners.c
_REF = param("ref_")
_GET = select(_t.body).where(_t.ref == _REF)
_UPDATE = update(tables.learners).where(_t.ref == _REF).values(body=param("body_"), saved_at=param("now"))
_INSERT = insert(tables.learners).values(ref=_REF, body=param("body_"), saved_at=param("now"))
_FORGET = delete(tables.learners).where(_t.ref == _REF)
_QUIET = select(_t.ref).where(_t.saved_at < param("before")).order_by(_t.saved_at).limit(param("limit"))

_LEARNER = TypeAdapter(Learner)


class Learners:
    """The repository of children."""

    def __init__(self, session: Session, cases: Cases) -> None:
        self._session = session
        self._cases = cases

    async def get(self, ref: str) -> Learner | None:
        """What is known about a child, or None for a stranger."""
        row = await self._session.one(_GET, ref_=ref)
        if row is None:
            return None
        return _LEARNER.validate_json(self._session.sealer.open(row.body, context=_context(ref)))

    async def save(self, learner: Learner, now: datetime) -> None:
        """Keep what is known about a child."""
        plain = _LEARNER.dump_json(_plain(learner))
        body = self._session.sealer.seal(plain, context=_context(learner.ref))
        await self._session.put(_UPDATE, _INSERT, ref_=learner.ref, body_=body, now=now)

    async def forget(self, ref: str, *, keep_chat: bool) -> None:
        """Delete a child: progress, recent words, message ids, closed cases, and the chat's id unless kept.

        An open case stays readable until it is closed. What waits in the outbox still leaves, and is then
        emptied.
        """
        await self._session.run(_FORGET, ref_=ref)
        await RecentWords(self._session).forget(ref)
        await Messages(self._session).forget(ref)
        await self._cases.forget_closed(ref)
        if not keep_chat:
            await Chats(self._session).forget(ref)

    async def quiet_since(self, before: datetime, limit: int) -> list[str]:
        """Children of whom nothing was saved since a moment, the longest silent first."""
        return [row.ref for row in await self._session.all(_QUIET, before=before, limit=limit)]


def _plain(learner: Learner) -> Learner:
    """With dictionaries, which can be written as JSON."""
    return replace(
        learner,
        progress=dict(learner.progress),
        stories=dict(learner.stories),
        memory=dict(learner.memory),
    )


def _context(ref: str) -> str:
    return f"learners:body:{ref}"
