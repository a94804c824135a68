"""What was acknowledged survives power loss.

Short: on a bot in use every connection holds the pragmas, and whenever Telegram is told that updates arrived,
a second connection finds them committed. Long: the kernel's own record of system calls shows, before every
confirming `getUpdates`, that the write-ahead log was written and then synced to the disk.
"""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from bot.simulator.queue import UpdateQueue
from tests.promises.autopsy import look
from tests.promises.crowd import Crowd
from tests.promises.figure import Figure
from tests.promises.indoors import bot_indoors
from tests.promises.nursery import DATABASE
from tests.promises.syscalls import Traced, available, traced
from tests.promises.waiting import until
from tests.promises.watching import Pushed, Watched

PRAGMAS = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"}
"""Write-ahead log, synced at every commit (https://sqlite.org/pragma.html#pragma_synchronous), no remains."""

CONNECT = sqlite3.connect
LIVES, CHILDREN, ACTS = 2, 20, 50
MESSAGES = 300
PATIENCE = 30.0


def prove(long: bool) -> Figure:  # noqa: FBT001
    """The short form always; the system calls in the long one."""
    with TemporaryDirectory(prefix="phuean-") as folder:
        seen = asyncio.run(observed(Path(folder)))
    if not long:
        return Figure(5, seen.text, seen.ok)
    if not available():
        return Figure(5, f"{seen.text}; system calls not seen: strace is not here, or may not look", ok=False)
    calls = asyncio.run(traced(MESSAGES))
    return Figure(5, f"{seen.text}; {text_of(calls)}", seen.ok and held(calls))


def text_of(calls: Traced) -> str:
    """The system calls in words."""
    return (
        f"{calls.synced} of {calls.confirming} confirming getUpdates came after a sync of the log "
        f"({calls.syncs} syncs)"
    )


def held(calls: Traced) -> bool:
    """Whether every confirmation came after a sync, on loaded state."""
    return calls.synced == calls.confirming >= MESSAGES


class Confirmed(Pushed):
    """Looks, at every confirmation, whether what is confirmed can be read by a second connection."""

    def __init__(self, queue: UpdateQueue, database: Path) -> None:
        super().__init__(queue)
        self._database = database
        self.confirmations = 0
        self.early = 0

    def confirm(self, offset: int) -> None:
        told = [update.id for update in self.waiting if update.id < offset]
        if told:
            self.confirmations += 1
            self.early += len(told) - self._stored(told)
        super().confirm(offset)

    def _stored(self, ids: list[int]) -> int:
        marks = ", ".join("?" for _ in ids)
        with closing(CONNECT(f"file:{self._database}?mode=ro", uri=True)) as second:
            query = f"SELECT COUNT(*) FROM inbox WHERE update_id IN ({marks})"  # noqa: S608 - question marks
            found = second.execute(query, ids)
            return int(found.fetchone()[0])


@dataclass(slots=True)
class Seen:
    """What a bot in use was seen doing. `loose`: pragmas that did not hold on some connection."""

    connections: int = 0
    loose: set[str] = field(default_factory=set)
    confirmations: int = 0
    updates: int = 0
    early: int = 0

    @property
    def ok(self) -> bool:
        """Whether the promise was kept by a bot that had something to do."""
        return bool(self.connections) and not self.loose and not self.early and self.confirmations >= CHILDREN

    @property
    def text(self) -> str:
        """In words."""
        names = f"{', '.join(sorted(self.loose))} NOT held" if self.loose else f"{', '.join(PRAGMAS)} held"
        return (
            f"{names} on {self.connections} connections; {self.early} of {self.updates} updates confirmed "
            f"before they were committed ({self.confirmations} confirmations)"
        )


async def observed(folder: Path) -> Seen:
    """Two lives of a bot that many children write to."""
    seen = Seen()
    async with Watched() as watched:
        queue = Confirmed(watched.world.queue, folder / DATABASE)
        watched.queue = watched.world.queue = queue
        crowd = Crowd(watched.world, CHILDREN, Random(5))
        for _ in range(LIVES):
            with recorded() as opened:
                async with bot_indoors(watched, folder):
                    await talk(crowd, watched, folder / DATABASE)
                    note(seen, opened)
        seen.confirmations, seen.early, seen.updates = queue.confirmations, queue.early, len(queue.ids)
    return seen


@contextmanager
def recorded() -> Iterator[list[sqlite3.Connection]]:
    """Every connection that is opened meanwhile."""
    opened: list[sqlite3.Connection] = []

    def connect(*args: Any, **given: Any) -> sqlite3.Connection:
        opened.append(CONNECT(*args, **given))
        return opened[-1]

    with patch.object(sqlite3, "connect", connect):
        yield opened


def note(seen: Seen, opened: list[sqlite3.Connection]) -> None:
    """Ask each connection of the bot what it holds; those that only looked are closed by now."""
    for connection in opened:
        held = pragmas_of(connection)
        seen.connections += held is not None
        seen.loose |= {name for name, value in PRAGMAS.items() if held is not None and held[name] != value}


def pragmas_of(connection: sqlite3.Connection) -> dict[str, str] | None:
    """What a connection holds; None when it is closed."""
    try:
        return {name: str(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in PRAGMAS}
    except sqlite3.ProgrammingError:
        return None


async def talk(crowd: Crowd, watched: Watched, database: Path) -> None:
    """Children write and tap for a while, and are answered."""
    for _ in range(ACTS):
        crowd.act()
        await asyncio.sleep(0.01)
        await until(lambda: not watched.queue.waiting, PATIENCE, every=0.01)
    await until(lambda: not (watched.queue.waiting or look(database).inbox), PATIENCE)
