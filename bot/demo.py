"""`make demo`: the simulator with its page, and beside it the very program that runs on Telegram."""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from rich.console import Console

from bot.simulator import demo_world, running
from bot.simulator.world import Event, World
from content.loader import load
from db.keys import create_key_file

FOLDER = Path("var/demo")
"""Made anew at every start, as the simulator's people are."""

STOP_SECONDS = 10.0
LOOK_SECONDS = 0.1


async def run_demo(port: int, language: str) -> None:
    """Serve until cancelled. A reset of the simulator restarts the bot with an empty database."""
    _end_on_terminate()
    world = demo_world(language=language)
    reset = asyncio.Event()
    world.listeners.add(lambda event: _heard(event, reset))
    async with running(world, port) as address:
        announced = False
        while True:
            async with _bot(world, address):
                reset.clear()
                await _polling(world)
                if not announced:
                    _announce(address)
                    announced = True
                await reset.wait()


def _end_on_terminate() -> None:
    """SIGTERM ends this task, as Ctrl+C does, so that the bot's process is stopped too."""
    task = asyncio.current_task()
    if task is not None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)


async def _polling(world: World) -> None:
    """Wait until the bot is about to ask for updates: taking away a webhook is the last call before that."""
    before = len(world.journal.of("deleteWebhook"))
    while len(world.journal.of("deleteWebhook")) == before:  # noqa: ASYNC110 - the journal has no event
        await asyncio.sleep(LOOK_SECONDS)


def _heard(event: Event, reset: asyncio.Event) -> None:
    if event.name == "reset":
        reset.set()


def _announce(address: str) -> None:
    content = load()
    for language in content.languages:
        ready = content.texts.say(language, "demo-ready", address=f"{address}/")
        Console().print(ready, markup=False, soft_wrap=True)


@asynccontextmanager
async def _bot(world: World, address: str) -> AsyncIterator[None]:
    """The bot as a process of its own, stopped at the end."""
    _fresh_folder()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=os.environ | _environment(world, address)
    )
    watching = asyncio.create_task(_watch(process))
    try:
        yield
    finally:
        watching.cancel()
        await _stop(process)


def _fresh_folder() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True, mode=0o700)
    create_key_file(FOLDER / "master.key")


async def _watch(process: asyncio.subprocess.Process) -> None:
    code = await process.wait()
    Console(stderr=True).print(f"bot: exit {code}", markup=False)


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()


def _environment(world: World, address: str) -> dict[str, str]:
    """Settings for the demo cast: the staff forum, and its owner as the first lead."""
    forum = next(chat for chat in world.chats.values() if chat.forum)
    lead = next(person for person, member in forum.members.items() if member.status == "creator")
    return {
        "BOT_TOKEN": world.bot.token,
        "BOT_API_URL": address,
        "DATABASE_URL": f"sqlite+aiosqlite:///{FOLDER}/phuean.db",
        "MASTER_KEY": "",
        "MASTER_KEY_FILE": str(FOLDER / "master.key"),
        "STAFF_CHAT_ID": str(forum.id),
        "STAFF_LEAD_ID": str(lead),
        "HEARTBEAT_FILE": str(FOLDER / "heartbeat"),
        "LOG_LEVEL": "WARNING",
        "LOG_FORMAT": "console",
    }
