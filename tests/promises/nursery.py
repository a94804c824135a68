"""Bears bots: a warm process that has loaded everything forks a bot for each life, so that starts are cheap.

Lines of JSON on stdin, each answered by one on stdout:

{"bear": Life}      → {"pid": n}       a bot begins to run
{"wait": pid}       → {"status": n}    it ended; negative is the number of the signal
"""

import asyncio
import json
import os
import signal
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import structlog

from bot import log
from bot.settings import Settings
from bot.turns.judging import Reader
from bot.understanding import best_reader
from bot.wiring import running_bot
from content.content import Content
from content.loader import load
from tests.promises.crashes import BREAKS, Crash, hurry
from tests.promises.plain_reader import PlainReader
from tests.simulation import STAFF, STAFF_ROOM

READY = {"ready": True}
DATABASE = "phuean.db"


@dataclass(frozen=True, slots=True)
class Life:
    """One run of the bot: where its Telegram and its folder are, where it dies by itself, what is broken."""

    api_url: str
    token: str
    folder: str
    crash: str = ""
    nth: int = 1
    broken: str = ""
    read_timeout: float = 20.0
    paced: bool = True

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return Path(self.folder) / DATABASE

    def settings(self) -> Settings:
        """The settings of this life; the office is always open, so that no answer hangs on the hour."""
        return Settings(
            _env_file=None,
            bot_token=self.token,
            bot_api_url=self.api_url,
            database_url=f"sqlite+aiosqlite:///{self.database}",
            master_key_file=Path(self.folder) / "master.key",
            staff_chat_id=STAFF_ROOM,
            staff_lead_id=STAFF,
            office_hours="mon-sun 00:00-23:59",
            heartbeat_file=Path(self.folder) / "heartbeat",
        )


def main(reader_name: str) -> None:
    """Load everything, say so, then serve until stdin ends."""
    content = load()
    reader: Reader = best_reader(content)[0] if reader_name == "real" else PlainReader()
    tell(READY)
    for text in sys.stdin:
        order = json.loads(text)
        tell(bear(Life(**order["bear"]), content, reader) if "bear" in order else wait(order["wait"]))


def tell(answer: dict[str, Any]) -> None:
    """One answer."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def bear(life: Life, content: Content, reader: Reader) -> dict[str, int]:
    """Fork a bot."""
    pid = os.fork()
    if pid:
        return {"pid": pid}
    try:
        asyncio.run(live(life, content, reader))
    except BaseException as error:  # the child must never come back into the loop of its parent
        structlog.get_logger().critical("process.failed", exc_info=error)
        os._exit(1)
    os._exit(0)


def wait(pid: int) -> dict[str, int]:
    """Wait for the end of a bot."""
    return {"status": os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}


async def live(life: Life, content: Content, reader: Reader) -> None:
    """Run the bot until SIGTERM, or until it dies."""
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    with (Path(life.folder) / "bot.log").open("a", encoding="utf-8") as out:
        log.configure(level="WARNING", stream=out)
        hurry(life.read_timeout, paced=life.paced)
        if life.broken:
            BREAKS[life.broken]()
        if life.crash:
            Crash(life.crash, life.nth).install()
        async with running_bot(life.settings(), content, reader=reader):
            await stopping.wait()


def order_to_bear(life: Life) -> dict[str, Any]:
    """The order for a life."""
    return {"bear": asdict(life)}


if __name__ == "__main__":
    main(sys.argv[1])
