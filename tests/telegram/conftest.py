from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram import Bot

from bot.telegram.request import AiohttpRequest
from bot.telegram.send import Telegram
from db.store import Store
from tests.simulation import Simulation
from tests.storage import open_store


@pytest.fixture
async def sim() -> AsyncIterator[Simulation]:
    """A simulated Telegram."""
    async with Simulation() as running:
        yield running


@pytest.fixture
async def bot(sim: Simulation) -> AsyncIterator[Bot]:
    """The library's bot, connected to the simulated Telegram."""
    request = AiohttpRequest(read_timeout=2)
    async with Bot(
        sim.token, base_url=sim.api_url, request=request, get_updates_request=request
    ) as connected:
        yield connected


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """An empty store."""
    opened = await open_store(tmp_path)
    yield opened
    await opened.close()


@pytest.fixture
def telegram(bot: Bot) -> Telegram:
    return Telegram(bot, lambda language: f"[again {language}]")
