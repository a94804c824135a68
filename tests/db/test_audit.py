"""Tests of db/audit.py."""

import pytest
from sqlalchemy import text

from db import audit
from db.errors import AuditError
from db.store import UnitOfWork
from tests.storage import NOW


@pytest.fixture(autouse=True)
async def _rows(uow: UnitOfWork) -> None:
    for number in range(1, 6):
        await uow.audit.add("claim", f"staff{number}", "case1", f"detail {number}", NOW)


async def _broken_at(uow: UnitOfWork) -> int | None:
    """The first row that does not fit; None for a chain that holds."""
    try:
        await uow.audit.verify()
    except AuditError as error:
        return error.row
    return None


async def _rows_of(uow: UnitOfWork) -> list[tuple[int, str | None, str | None]]:
    """Number, actor and subject of every row."""
    rows = await uow._session.all(text("SELECT id, actor, subject FROM audit ORDER BY id"))
    return [(row.id, row.actor, row.subject) for row in rows]


async def test_it_holds_when_nobody_touched_it(uow: UnitOfWork) -> None:
    assert await _rows_of(uow) == [(number, f"staff{number}", "case1") for number in range(1, 6)]
    assert await _broken_at(uow) is None


async def test_it_holds_for_rows_without_actor_or_subject(uow: UnitOfWork) -> None:
    await uow.audit.add("start", None, None, "", NOW)
    assert (await _rows_of(uow))[-1] == (6, None, None)
    assert await _broken_at(uow) is None


@pytest.mark.parametrize("row", range(1, 6))
async def test_it_notices_a_removed_row(uow: UnitOfWork, row: int) -> None:
    await uow._session.run(text("DELETE FROM audit WHERE id = :row"), row=row)
    with pytest.raises(AuditError) as caught:
        await uow.audit.verify()
    assert caught.value.row == row


@pytest.mark.parametrize(
    "change",
    [
        "actor = 'staff9'",
        "action = 'close'",
        "subject = NULL",
        "at = at + 1",
        "detail = chain",
        "id = id + 100",
    ],
)
async def test_it_notices_a_changed_row(uow: UnitOfWork, change: str) -> None:
    await uow._session.run(text(f"UPDATE audit SET {change} WHERE id = 3"))  # noqa: S608
    with pytest.raises(AuditError) as caught:
        await uow.audit.verify()
    assert caught.value.row == 3


async def test_it_notices_that_everything_was_removed(uow: UnitOfWork) -> None:
    await uow._session.run(text("DELETE FROM audit"))
    with pytest.raises(AuditError):
        await uow.audit.verify()


async def test_it_notices_an_added_row(uow: UnitOfWork) -> None:
    await uow._session.run(
        text(
            "INSERT INTO audit (id, at, action, detail, chain) "
            "SELECT 6, at, action, detail, chain FROM audit WHERE id = 5"
        )
    )
    with pytest.raises(AuditError) as caught:
        await uow.audit.verify()
    assert caught.value.row == 6


async def test_it_notices_two_rows_that_changed_places(uow: UnitOfWork) -> None:
    for change in ("id = 100 WHERE id = 2", "id = 2 WHERE id = 3", "id = 3 WHERE id = 100"):
        await uow._session.run(text(f"UPDATE audit SET {change}"))  # noqa: S608
    with pytest.raises(AuditError) as caught:
        await uow.audit.verify()
    assert caught.value.row == 2


async def test_it_notices_a_forged_end(uow: UnitOfWork) -> None:
    await uow._session.run(text("DELETE FROM audit WHERE id = 5"))
    await uow._session.run(text("UPDATE meta SET value = '4:00' WHERE name = 'audit_head'"))
    with pytest.raises(AuditError):
        await uow.audit.verify()


async def test_it_checks_more_rows_than_one_page(uow: UnitOfWork, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "_FROM", audit._FROM.limit(2))
    assert await _broken_at(uow) is None
