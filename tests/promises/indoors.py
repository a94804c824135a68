"""A whole bot in the process of the proof, for what can be seen only from inside."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.wiring import Machine, running_bot
from tests import shared
from tests.promises.nursery import Life
from tests.promises.plain_reader import PlainReader
from tests.promises.watching import Watched


@asynccontextmanager
async def bot_indoors(watched: Watched, folder: Path) -> AsyncIterator[Machine]:
    """The bot on a watched world, with the reader that costs nothing."""
    life = Life(watched.sim.base_url, watched.sim.token, str(folder))
    async with running_bot(life.settings(), shared.content(), reader=PlainReader()) as machine:
        yield machine
