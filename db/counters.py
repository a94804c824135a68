"""Anonymous numbers per day (UTC): how often, never who."""

from datetime import UTC, date, datetime

from sqlalchemy import insert, select, update

from db import tables
from db.session import Session
from db.types import param

_t = tables.counters.c
_UPDATE = update(tables.counters).where(_t.day == param("day_"), _t.name == param("name_")).values(n=_t.n + 1)
_INSERT = insert(tables.counters).values(day=param("day_"), name=param("name_"), n=1)
_SINCE = select(_t.day, _t.name, _t.n).where(_t.day >= param("since")).order_by(_t.day, _t.name)


class Counters:
    """The repository of counters."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, name: str, now: datetime) -> None:
        """Count one. `name` comes from the code, never from a message."""
        await self._session.put(_UPDATE, _INSERT, day_=now.astimezone(UTC).date(), name_=name)

    async def since(self, day: date) -> list[tuple[date, str, int]]:
        """All counts from a day on: day, name, number."""
        return [(row.day, row.name, row.n) for row in await self._session.all(_SINCE, since=day)]

    async def between(self, first: date, last: date) -> dict[str, int]:
        """Counts of some days, the first and the last one included, added up by name."""
        found: dict[str, int] = {}
        for day, name, number in await self.since(first):
            if day <= last:
                found[name] = found.get(name, 0) + number
        return found
