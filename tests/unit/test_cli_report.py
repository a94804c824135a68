"""`python -m bot report`: the page of a real database, and what is refused."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import cli
from content.loader import CONTENT_ROOT, build
from content.reading import read_tree
from db.keys import create_key_file
from db.sealing import Sealer
from db.store import Store

NOW = datetime.now(UTC)


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a key and a database in which six children began a lesson on each of three days."""
    tree, _ = read_tree(CONTENT_ROOT)
    monkeypatch.setattr(cli, "load", lambda: build(tree))
    key, path = tmp_path / "key", tmp_path / "data" / "bot.db"
    path.parent.mkdir()
    database = f"sqlite+aiosqlite:///{path}"
    keys = create_key_file(key)
    asyncio.run(_filled(database, Sealer(keys)))
    values = {
        "DATABASE_URL": database,
        "MASTER_KEY_FILE": str(key),
        "BOT_TOKEN": "123456789:AAAA-secret-secret",
        "STAFF_CHAT_ID": "-1001234567890",
        "STAFF_LEAD_ID": "530000001",
        "ORGANISATION": "An organisation",
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def _filled(database: str, sealer: Sealer) -> None:
    store = await Store.open(database, sealer)
    async with store.begin() as uow:
        for days in (0, 3, 40):
            for _ in range(6):
                await uow.counters.add("lesson_begun:my_body", NOW - timedelta(days=days))
        await uow.commit()
    await store.close()


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli.app, ["report", *arguments])
    return done.exit_code, done.output


def day(ago: int) -> date:
    return NOW.date() - timedelta(days=ago)


def test_it_tells_all_days_but_today(installation: Path) -> None:
    assert run("--out", "a.html") == (0, "a.html\n")
    text = (installation / "a.html").read_text(encoding="utf-8")
    assert "<td>12</td>" in text
    assert f"{day(40):%d.%m.%Y}" in text
    assert '<html lang="th">' in text


def test_it_tells_the_days_since_one(installation: Path) -> None:
    assert run("--since", f"{day(10):%Y-%m-%d}", "--language", "en")[0] == 0
    text = (installation / "report.html").read_text(encoding="utf-8")
    assert "<td>6</td>" in text
    assert "<td>12</td>" not in text
    assert f"{day(10):%d.%m.%Y} to {day(1):%d.%m.%Y}" in text


@pytest.mark.parametrize(
    "arguments",
    [("--language", "xx"), ("--since", f"{NOW:%Y-%m-%d}"), ("--since", "soon"), ("--out", "missing/a.html")],
)
def test_it_refuses(arguments: tuple[str, ...], installation: Path) -> None:
    assert run(*arguments)[0] != 0
    assert list(installation.glob("*.html")) == []
