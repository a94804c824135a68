"""The keys of cases: made with the case, destroyed with it, held in memory for one unit of work only."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select

from db import tables
from db.errors import CaseGoneError
from db.sealing import Box
from db.session import Session
from db.types import param

_t = tables.case_keys.c
_GET = select(_t.wrapped).where(_t.case_ref == param("case"))
_INSERT = insert(tables.case_keys).values(case_ref=param("case"), wrapped=param("wrapped_"))
_DESTROY = delete(tables.case_keys).where(_t.case_ref.in_(param("cases", expanding=True)))


class CaseKeys:
    """Keys by case, opened at first use."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._boxes: dict[str, Box] = {}

    def known(self, case: str) -> Box | None:
        """The key, if this unit of work has used it already."""
        return self._boxes.get(case)

    def opened(self, case: str, wrapped: bytes) -> Box:
        """The key from its wrapped form, as read together with a row of the case. Raises SealError."""
        box = self._boxes.get(case)
        if box is None:
            box = self._boxes[case] = self._session.sealer.case_key(case, wrapped)
        return box

    async def get(self, case: str) -> Box:
        """The key. Raises CaseGoneError when there is none (any more)."""
        box = self._boxes.get(case)
        if box is None:
            row = await self._session.one(_GET, case=case)
            if row is None:
                raise CaseGoneError("the case has no key (any more)")
            box = self.opened(case, row.wrapped)
        return box

    def make(self, case: str) -> tuple[Box, bytes]:
        """A new key and its wrapped form; `keep` it once the case's row is there."""
        box, wrapped = self._session.sealer.new_case_key(case)
        self._boxes[case] = box
        return box, wrapped

    async def keep(self, case: str, wrapped: bytes) -> None:
        """Store a new key."""
        await self._session.run(_INSERT, case=case, wrapped_=wrapped)

    async def destroy(self, cases: Sequence[str]) -> None:
        """Make everything of these cases unreadable for ever."""
        for case in cases:
            self._boxes.pop(case, None)
        await self._session.run(_DESTROY, cases=cases)
