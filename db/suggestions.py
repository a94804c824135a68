"""What cases taught, for the people who tend the data. No row leads back to a case or a child."""

from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, delete, insert, select

from bot.domain.state import Suggestion
from db import tables
from db.session import Session
from db.types import param

_t = tables.suggestions.c
_ADD = insert(tables.suggestions).values(
    ref=param("ref_"), kind=param("kind_"), author=param("author_"), body=param("body_"), at=param("at_")
)
_ALL = select(_t.ref, _t.body).order_by(_t.at, _t.ref)
_EXPIRE = delete(tables.suggestions).where(_t.at < param("before"))

_SUGGESTION = TypeAdapter(Suggestion)


class Suggestions:
    """The repository of suggestions. Severity and categories are sealed too: moments could be compared."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, suggestion: Suggestion) -> None:
        """Keep one."""
        body = self._session.sealer.seal(_SUGGESTION.dump_json(suggestion), context=_context(suggestion.ref))
        await self._session.run(
            _ADD,
            ref_=suggestion.ref,
            kind_=suggestion.kind.value,
            author_=suggestion.author,
            body_=body,
            at_=suggestion.at,
        )

    async def all(self) -> list[Suggestion]:
        """All that are kept, oldest first."""
        return [self._suggestion(row) for row in await self._session.all(_ALL)]

    async def expire(self, before: datetime) -> int:
        """Delete those made before a moment; how many."""
        return await self._session.count(_EXPIRE, before=before)

    def _suggestion(self, row: Row[Any]) -> Suggestion:
        return _SUGGESTION.validate_json(self._session.sealer.open(row.body, context=_context(row.ref)))


def _context(ref: str) -> str:
    return f"suggestions:body:{ref}"
