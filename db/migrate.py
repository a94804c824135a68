"""Bring a database up to the newest version of the tables."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

FOLDER = Path(__file__).parent / "migrations"


def config(connection: Connection) -> Config:
    """Alembic's configuration, with the connection that `migrations/env.py` uses."""
    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made


async def upgrade(engine: AsyncEngine) -> None:
    """Run all missing migrations in one transaction: a database is never half-way between two versions."""
    async with engine.begin() as connection:
        await connection.run_sync(upgrade_now)


def upgrade_now(connection: Connection) -> None:
    """Run the missing migrations on a connection whose transaction is open."""
    made = config(connection)
    newest = ScriptDirectory.from_config(made).get_current_head()
    if MigrationContext.configure(connection).get_current_revision() != newest:
        command.upgrade(made, "head")
