"""Facts about the database itself: whose it is, and where the audit ends."""

from sqlalchemy import insert, select, update

from db import tables
from db.errors import WrongKeyError
from db.session import Session
from db.types import param

_t = tables.meta.c
_READ = select(_t.value).where(_t.name == param("key"))
_UPDATE = update(tables.meta).where(_t.name == param("key")).values(value=param("to"))
_INSERT = insert(tables.meta).values(name=param("key"), value=param("to"))


async def read(session: Session, name: str) -> str | None:
    """The value of a fact, or None."""
    row = await session.one(_READ, key=name)
    return None if row is None else str(row.value)


async def write(session: Session, name: str, value: str) -> None:
    """Set a fact."""
    await session.put(_UPDATE, _INSERT, key=name, to=value)


async def claim(session: Session) -> None:
    """Note the root key's id at first; later, see that it is still the same. Raises WrongKeyError."""
    known = await read(session, "root_key")
    if known is None:
        await write(session, "root_key", session.sealer.root_id)
    elif known != session.sealer.root_id:
        raise WrongKeyError("this database was made with another master key")
