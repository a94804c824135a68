"""The bot as a process of its own with all its files in one folder, the simulator, and people who use it."""

import asyncio
import os
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

from bot.simulator.model import Message
from bot.simulator.model import Person as SimulatedPerson
from db.keys import create_key_file
from tests.actor import Actor
from tests.machine.people import Person
from tests.promises.planting import Inputs, Planter
from tests.simulation import STAFF, STAFF_ROOM, Simulation

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
TALKS = 3
"""Children to whom staff write before the others flood the bot."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where the process keeps what: `keys` is all that a thief of the rest does not get."""

    folder: Path

    @property
    def database(self) -> Path:
        """The database; -wal, -shm, lock and heartbeat lie beside it."""
        return self.folder / "data" / "phuean.db"

    @property
    def logs(self) -> Path:
        """Both outputs of the process."""
        return self.folder / "logs" / "output"

    def make(self) -> None:
        """Empty folders and a key."""
        for name in ("data", "keys", "logs", "tmp", "backup"):
            (self.folder / name).mkdir()
        create_key_file(self.folder / "keys" / "master.key")

    def loot(self) -> dict[str, bytes]:
        """Every file but the keys, as a thief finds it."""
        files = (
            path for path in sorted(self.folder.rglob("*")) if path.is_file() and path.parent.name != "keys"
        )
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in files}

    def back_up(self) -> None:
        """A copy as SQLite's own backup makes it, of a copy that the search does not disturb."""
        copies = [shutil.copy(path, self.folder / "tmp") for path in self.database.parent.glob("phuean.db*")]
        with (
            closing(sqlite3.connect(self.folder / "tmp" / "phuean.db")) as source,
            closing(sqlite3.connect(self.folder / "backup" / "phuean.db")) as target,
        ):
            source.backup(target)
        for path in copies:
            Path(path).unlink(missing_ok=True)

    def ask(self, question: str) -> int:
        """A number out of the database, while the bot runs or after it."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as database:
            return int(database.execute(question).fetchone()[0])


@asynccontextmanager
async def bot_process(
    home: Home, sim: Simulation, module: str = "bot", argument: str = "run"
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot, killed at the end with SIGKILL."""
    with home.logs.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            module,
            argument,
            cwd=home.folder,
            env=_environment(home, sim),
            stdout=output,
            stderr=output,
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGKILL)
            await process.wait()


def _environment(home: Home, sim: Simulation) -> dict[str, str]:
    """The settings; nothing of the surrounding ones."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHAINLP_OFFLINE": "1",
        "PYTHAINLP_READ_ONLY": "1",
        "TMPDIR": str(home.folder / "tmp"),
        "BOT_TOKEN": sim.token,
        "BOT_API_URL": sim.base_url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{home.database}",
        "MASTER_KEY_FILE": str(home.folder / "keys" / "master.key"),
        "STAFF_CHAT_ID": str(STAFF_ROOM),
        "STAFF_LEAD_ID": str(STAFF),
        "STAFF_LANGUAGE": "en",
        "HEARTBEAT_FILE": str(home.folder / "data" / "heartbeat"),
        "LOG_LEVEL": "DEBUG",
    }


class Household:
    """The people of one run: children with planted profiles, and a staff group with planted names."""

    def __init__(self, sim: Simulation, home: Home, planter: Planter) -> None:
        self._sim = sim
        self._home = home
        self._plant = planter
        sim.world.people[STAFF].name = planter.word("staff name")

    def child(self) -> Person:
        """A child with a phone."""
        child = self._plant.person("child")
        self._known(child, "child")
        return child

    def _known(self, person: Person, kind: str) -> Actor:
        name = f"{person.first_name} {person.last_name}"
        known = SimulatedPerson(person.id, name, kind, "th", person.username, started=True)  # type: ignore[arg-type]
        self._sim.world.add_person(known)
        return self._sim.actor(person.id)

    def send_all(self, child: Person) -> None:
        """Everything that a child can send arrives."""
        for update in Inputs(self._plant, child).all():
            self._sim.inject(update)

    async def colleague(self) -> Actor:
        """Somebody comes into the staff group, and the lead puts them on the roster."""
        actor = self._known(self._plant.person("staff"), "staff")
        self._sim.join(actor, self._sim.staff_room)
        hello = await actor.say(self._plant.word("staff talk"), self._sim.staff_room)
        await self._sim.staff.say(f"/add {self._plant.word('staff label')}", reply_to=hello)
        return actor

    async def talk(self, child: Person, colleague: Actor) -> None:
        """A child in need, and an answer from a person."""
        words = self._plant.word("words in distress")
        actor = self._sim.actor(child.id)
        await actor.say(f"he is beating me now {words}")
        post = await self._post(words)
        await colleague.say(f"I am here. {self._plant.word('reply of staff')}", reply_to=post)
        await colleague.say(self._plant.word("note of staff"), self._sim.staff_room, topic=post.topic)
        await actor.block()
        await actor.unblock()

    async def _post(self, words: str) -> Message:
        """The post with these words in the staff group; time flies until it is there."""
        room = self._sim.staff_room

        def found() -> Message | None:
            posts = (one for one in room.messages.values() if words in (one.text or "") and one.topic)
            return next((one for one in posts if (one.text or "").endswith(words)), None)

        await self.until(lambda: found() is not None, "the words reach staff")
        post = found()
        assert post is not None
        return post

    async def until(self, happened: Callable[[], bool], what: str) -> None:
        """Wait for something, with the simulator's clock running fast. Raises AssertionError in the end."""
        end = time.monotonic() + PATIENCE
        while not happened():
            if time.monotonic() > end:
                raise AssertionError(f"it never came about that {what}")
            await asyncio.sleep(0.2)
            self._sim.advance(20.0)

    async def taken_in(self) -> None:
        """Every update has come to the bot and was brought to its end."""
        waits = "SELECT count(*) FROM inbox WHERE settled_at IS NULL"
        await self.until(lambda: not self._sim.world.queue.waiting, "the bot takes all updates")
        await self.until(lambda: self._home.ask(waits) == 0, "all updates are brought to their end")
