"""Tests of db/suggestions.py."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.domain.state import SuggestionKind
from content.schema import Category, Severity
from db.errors import SealError
from db.store import UnitOfWork
from tests.db.samples import a_suggestion
from tests.storage import NOW, opened

DAY = timedelta(days=1)
FULL = a_suggestion(
    "full",
    kind=SuggestionKind.MISSED,
    severity=Severity.URGENT,
    categories=(Category.GROOMING, Category.DISTRESS),
    patterns=("asks_to_meet",),
    text="own words",
    answer="an answer",
)


async def test_it_gives_back_what_was_kept(uow: UnitOfWork) -> None:
    await uow.suggestions.add(FULL)
    assert await uow.suggestions.all() == [FULL]


async def test_it_gives_them_back_oldest_first(uow: UnitOfWork) -> None:
    for number in (2, 1, 3):
        await uow.suggestions.add(a_suggestion(f"r{number}", at=NOW + number * DAY))
    assert [one.ref for one in await uow.suggestions.all()] == ["r1", "r2", "r3"]


async def test_it_forgets_those_that_are_too_old(uow: UnitOfWork) -> None:
    await uow.suggestions.add(a_suggestion("old", at=NOW - DAY))
    await uow.suggestions.add(a_suggestion("new", at=NOW))
    assert await uow.suggestions.expire(NOW) == 1
    assert [one.ref for one in await uow.suggestions.all()] == ["new"]


async def test_it_survives_a_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as store, store.begin() as uow:
        await uow.suggestions.add(FULL)
        await uow.commit()
    async with opened(tmp_path) as store, store.begin() as uow:
        assert await uow.suggestions.all() == [FULL]


async def test_a_sealed_body_opens_only_in_its_own_row(uow: UnitOfWork) -> None:
    await uow.suggestions.add(FULL)
    await uow._session.run(text("UPDATE suggestions SET ref = 'another'"))
    with pytest.raises(SealError):
        await uow.suggestions.all()


async def test_what_a_thief_could_compare_is_sealed(uow: UnitOfWork) -> None:
    await uow.suggestions.add(FULL)
    row = await uow._session.one(text("SELECT * FROM suggestions"))
    assert row is not None
    assert set(row._mapping) == {"ref", "kind", "author", "body", "at"}
