"""Tests of db/migrate.py and db/migrations/."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.domain.state import Learner
from db import migrate
from db.errors import StorageFailedError
from db.store import Store
from db.tables import metadata
from tests.storage import NOW, open_store, opened

NEXT = '''
"""Add a column."""
import sqlalchemy as sa
from alembic import op
revision = "9999"
down_revision = "{head}"
def upgrade() -> None:
    op.add_column("learners", sa.Column("extra", sa.Text, server_default="unknown"))
'''


def _differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_it_makes_exactly_the_tables_that_the_code_uses(store: Store) -> None:
    async with store.engine.connect() as connection:
        assert await connection.run_sync(_differences) == []


async def test_it_notices_a_table_that_no_migration_makes(store: Store) -> None:
    async with store.engine.begin() as connection:
        await connection.execute(text("DROP TABLE timers"))
        assert await connection.run_sync(_differences) != []
        await connection.rollback()


async def test_it_has_one_newest_version(store: Store) -> None:
    async with store.engine.connect() as connection:
        scripts = await connection.run_sync(lambda c: ScriptDirectory.from_config(migrate.config(c)))
    assert len(scripts.get_heads()) == 1


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The migrations with one more, which adds a column to a table that holds rows."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    head = ScriptDirectory(str(migrate.FOLDER)).get_current_head()
    (folder / "versions" / "9999_more.py").write_text(NEXT.format(head=head))
    monkeypatch.setattr(migrate, "FOLDER", folder)
    return folder


async def _upgrade(tmp_path: Path, use: Callable[[], object]) -> str | None:
    async with opened(tmp_path) as store, store.begin() as uow:
        await uow.learners.save(Learner(ref="child1", screen=3), NOW)
        await uow.commit()
    use()
    async with opened(tmp_path) as store, store.begin() as uow:
        assert await uow.learners.get("child1") == Learner(ref="child1", screen=3)
        row = await uow._session.one(text("SELECT extra FROM learners"))
        return None if row is None else str(row.extra)


async def test_it_upgrades_a_populated_database(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    assert await _upgrade(tmp_path, lambda: request.getfixturevalue("newer")) == "unknown"


async def test_it_leaves_the_old_version_whole_when_an_upgrade_fails(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    async with opened(tmp_path) as store, store.begin() as uow:
        await uow.learners.save(Learner(ref="child1", screen=3), NOW)
        await uow.commit()
    folder: Path = request.getfixturevalue("newer")
    more = folder / "versions" / "9999_more.py"
    more.write_text(more.read_text() + "    op.drop_table('no such table')\n")
    with pytest.raises(StorageFailedError):
        await open_store(tmp_path)
    more.unlink()
    async with opened(tmp_path) as store, store.begin() as uow:
        assert await uow.learners.get("child1") == Learner(ref="child1", screen=3)
