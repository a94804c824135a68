"""What lay in the database when a life ended, read from a copy, so that the next life finds it untouched."""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

_STATES = "SELECT state, chat, COUNT(*) FROM outbox WHERE settled_at IS NULL GROUP BY state, chat"


@dataclass(frozen=True, slots=True)
class Findings:
    """Work that was under way: updates not handled, deliveries waiting, and those being sent, by chat."""

    inbox: int
    pending: int
    attempting: Counter[str]

    @property
    def name(self) -> str:
        """The most delicate thing that was going on."""
        if self.attempting:
            return "sending"
        if self.inbox:
            return "handling"
        return "waiting to send" if self.pending else "idle"

    @property
    def backlog(self) -> int:
        """All of it."""
        return self.inbox + self.pending + self.attempting.total()

    @property
    def idle(self) -> bool:
        """Whether nothing was under way."""
        return self.name == "idle"


@dataclass(frozen=True, slots=True)
class Records:
    """What the database says at the end of a run: updates that are over, and those that were handled."""

    known: frozenset[int]
    settled: frozenset[int]
    dead: int
    failed: int
    staff_posts: int


def examine(database: Path) -> Findings:
    """What a dead bot was about to do."""
    with TemporaryDirectory() as folder, _reading(_copied(database, Path(folder))) as connection:
        return findings(connection)


def findings(connection: sqlite3.Connection) -> Findings:
    """What is under way."""
    inbox = connection.execute("SELECT COUNT(*) FROM inbox WHERE settled_at IS NULL").fetchone()[0]
    rows = connection.execute(_STATES).fetchall()
    attempting = Counter({chat: count for state, chat, count in rows if state == "attempting"})
    return Findings(inbox, sum(count for state, _, count in rows if state == "pending"), attempting)


def look(database: Path) -> Findings:
    """What a running bot has under way."""
    with _reading(database) as connection:
        return findings(connection)


def records(database: Path) -> Records:
    """What a bot that has ended leaves behind."""
    with _reading(database) as connection:
        known = connection.execute("SELECT update_id FROM inbox WHERE settled_at IS NOT NULL").fetchall()
        settled = connection.execute(
            "SELECT update_id FROM inbox WHERE settled_at IS NOT NULL AND reason IS NULL"
        ).fetchall()
        dead = connection.execute("SELECT COUNT(*) FROM dead_letters").fetchone()[0]
        failed = connection.execute("SELECT COUNT(*) FROM outbox WHERE state = 'failed'").fetchone()[0]
        staff = connection.execute(
            "SELECT COUNT(*) FROM outbox WHERE chat = 'staff' AND method IN ('send', 'open_topic')"
        ).fetchone()[0]
        return Records(ids(known), ids(settled), dead, failed, staff)


def ids(rows: list[tuple[int]]) -> frozenset[int]:
    """The first column."""
    return frozenset(row[0] for row in rows)


def _copied(database: Path, folder: Path) -> Path:
    for suffix in ("", "-wal"):
        source = database.with_name(database.name + suffix)
        if source.exists():
            shutil.copyfile(source, folder / source.name)
    return folder / database.name


@contextmanager
def _reading(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=5.0)) as connection:
        yield connection
