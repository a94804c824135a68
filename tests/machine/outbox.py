"""What lies in the outbox, opened, for tests to look at."""

from types import SimpleNamespace

from sqlalchemy import select

from db import tables
from db.deliveries import Delivery
from db.outbox import Outbox
from db.store import UnitOfWork

_WAITING = select(tables.outbox).where(tables.outbox.c.settled_at.is_(None)).order_by(tables.outbox.c.id)


async def waiting(work: UnitOfWork) -> list[Delivery]:
    """Every delivery that is not settled, oldest first, whether it may leave now or not."""
    rows = await work._session.all(_WAITING)
    outbox = Outbox(work._session)
    return [outbox._delivery(SimpleNamespace(**row._mapping, topic=None, card=None)) for row in rows]  # type: ignore[arg-type]
