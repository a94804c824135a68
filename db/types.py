"""Column types and parameters that mean the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, BindParameter, Integer, bindparam
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)

# SQLite numbers rows by itself only for a column that is exactly INTEGER; it holds 64 bits all the same.
Number = BigInteger().with_variant(Integer(), "sqlite")


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, stored as whole microseconds since 1970. A moment without a time zone is refused."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """Turn a moment into microseconds. Raises TypeError for one without a time zone."""
        return None if value is None else (value - _EPOCH) // _TICK

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn microseconds into a moment in UTC."""
        return None if value is None else _EPOCH + value * _TICK


def param(name: str, *, expanding: bool = False, type_: TypeEngine[Any] | None = None) -> BindParameter[Any]:
    """A value that a statement is given when it runs; `expanding`: a list for IN."""
    return bindparam(name, expanding=expanding, type_=type_)
