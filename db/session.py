"""What every repository stands on: statements in, rows out, errors of this package only."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, Executable, Row
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from db.errors import StorageFailedError
from db.sealing import Sealer

JSON = None | bool | int | float | str | list["JSON"] | dict[str, "JSON"]
Parameters = Mapping[str, Any]


@contextmanager
def translated() -> Iterator[None]:
    """Turn errors of SQLAlchemy into StorageFailedError."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StorageFailedError(type(error).__name__) from error


@dataclass(frozen=True, slots=True)
class Session:
    """The open transaction of one unit of work, with the sealer and the clock."""

    connection: AsyncConnection
    sealer: Sealer
    clock: Callable[[], datetime]

    async def run(self, statement: Executable, /, **parameters: Any) -> CursorResult[Any]:
        """Run a statement. Raises StorageFailedError."""
        try:
            result: CursorResult[Any] = await self.connection.execute(statement, parameters)
        except SQLAlchemyError as error:
            raise StorageFailedError(type(error).__name__) from error
        return result

    async def count(self, statement: Executable, /, **parameters: Any) -> int:
        """Run a change and say how many rows it touched. Raises StorageFailedError."""
        return (await self.run(statement, **parameters)).rowcount

    async def one(self, statement: Executable, /, **parameters: Any) -> Row[Any] | None:
        """The first row, if any. Raises StorageFailedError."""
        return (await self.run(statement, **parameters)).first()

    async def all(self, statement: Executable, /, **parameters: Any) -> Sequence[Row[Any]]:
        """All rows. Raises StorageFailedError."""
        return (await self.run(statement, **parameters)).all()

    async def many(self, statement: Executable, rows: Sequence[Parameters]) -> None:
        """Run a statement once for each set of parameters; none is fine. Raises StorageFailedError."""
        if not rows:
            return
        with translated():
            await self.connection.execute(statement, rows)

    async def put(self, update: Executable, insert: Executable, /, **parameters: Any) -> None:
        """Update, or insert where nothing was: with one writer that is safe, and the same on every engine."""
        if not await self.count(update, **parameters):
            await self.run(insert, **parameters)


def pack(value: Any) -> bytes:
    """JSON as bytes, for sealing."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(packed: bytes) -> Any:
    """The value that was packed."""
    return json.loads(packed)
