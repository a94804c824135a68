"""Under which id Telegram has a picture already, so that it is sent once and then only named."""

from datetime import datetime

from sqlalchemy import insert, select, update

from db import tables
from db.session import Session
from db.types import param

_t = tables.pictures.c
_KEY = param("key_")
_GET = select(_t.file_id).where(_t.key == _KEY)
_UPDATE = (
    update(tables.pictures).where(_t.key == _KEY).values(file_id=param("file_id_"), kept_at=param("now"))
)
_INSERT = insert(tables.pictures).values(key=_KEY, file_id=param("file_id_"), kept_at=param("now"))


class Pictures:
    """The repository of pictures. Only drawings that are the same for everybody stand here."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def file_id(self, key: str) -> str | None:
        """The id, or None for a picture that was not sent yet."""
        row = await self._session.one(_GET, key_=key)
        return None if row is None else row.file_id

    async def keep(self, key: str, file_id: str, now: datetime) -> None:
        """Keep the id, in the place of an earlier one."""
        await self._session.put(_UPDATE, _INSERT, key_=key, file_id_=file_id, now=now)
