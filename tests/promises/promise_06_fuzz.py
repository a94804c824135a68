"""Nothing sent to the bot can break it: thousands of valid, hostile and damaged updates of every kind."""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from telegram import Update

from bot.simulator.model import Json
from bot.telegram.reading import encodable
from tests.machine.fast_store import place
from tests.promises.figure import Figure
from tests.promises.fuzz_bot import Lived, whole_bot
from tests.promises.fuzz_machine import FuzzMachine, answer, database_of, errors_noted, new_fuzz_machine
from tests.promises.mutating import damaged, damaged_bytes, too_deep
from tests.promises.schema import KINDS, Drawer

SHORT, LONG = 10_000, 100_000
SAMPLE_SHORT, SAMPLE_LONG = 150, 3_000
BATCH, SECONDS = 50, 30.0
WORDS, DAMAGED, GARBAGE = 0.2, 0.25, 0.2
"""Shares: words in a private chat, updates that were tampered with, answers broken as a whole."""

FIRST_ID, FAR_ID = 700_000_000_000, 900_000_000_000_000
"""Where ids begin: far from every number that tampering could put in their place."""

NEWER = frozenset(KINDS) - {str(kind) for kind in Update.ALL_TYPES}
"""Kinds of update that the Telegram library does not know yet: kept for a person, as nobody can read them."""


@dataclass(slots=True)
class Sent:
    """What was sent, by the id of the update."""

    valid: set[int] = field(default_factory=set)
    newer: set[int] = field(default_factory=set)
    words: dict[int, int] = field(default_factory=dict)
    damaged: int = 0
    garbage: int = 0


@dataclass(slots=True)
class Found:
    """What became of it."""

    escaped: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    stuck: int = 0
    dead: int = 0
    valid_dead: int = 0
    unanswered: int = 0


def prove(long: bool) -> Figure:  # noqa: FBT001
    """Feed them all, look what became of each."""
    sent, found = asyncio.run(fuzzed(LONG if long else SHORT, seed=6))
    lived = asyncio.run(whole_bot(SAMPLE_LONG if long else SAMPLE_SHORT, seed=7))
    return figure(sent, found, LONG if long else SHORT, lived)


def figure(sent: Sent, found: Found, wanted: int, lived: Lived) -> Figure:
    """All zeros."""
    faults = found.escaped + found.errors
    text = (
        f"{wanted} updates ({len(sent.valid)} valid of {len(KINDS)} kinds, {sent.damaged} damaged, "
        f"{sent.garbage} broken answers): {faults.total()} unhandled exceptions{_named(faults)}, "
        f"{found.stuck} stuck, {found.valid_dead} valid ones dead-lettered, "
        f"{found.unanswered} of {len(sent.words)} private texts neither answered nor with staff; "
        f"{found.dead} dead letters, {len(sent.newer)} of kinds newer than the library; {lived.text}"
    )
    ok = not (faults or found.stuck or found.valid_dead or found.unanswered)
    return Figure(6, text, ok and len(sent.words) > wanted / 10 and lived.ok)


def _named(faults: Counter[str]) -> str:
    return f" ({', '.join(sorted(faults))})" if faults else ""


async def fuzzed(wanted: int, seed: int) -> tuple[Sent, Found]:
    """Feed a machine."""
    sent, found = Sent(), Found()
    errors: list[str] = []
    with TemporaryDirectory(prefix="phuean-", dir=place()) as folder, errors_noted(errors):
        machine = await new_fuzz_machine(Path(folder))
        with machine.noting_posts():
            for body in bodies(wanted, Random(seed), sent):
                await machine.poll(body)
                await machine.drain()
                machine.clock.jump(SECONDS)
        await examine(machine, sent, found)
        await machine.stop()
    found.errors.update(errors)
    return sent, found


def bodies(wanted: int, random: Random, sent: Sent) -> Iterator[bytes]:
    """Answers of `getUpdates`: most as they should be, some broken as a whole."""
    drawer, made = Drawer(random), 0
    while made < wanted:
        first = FIRST_ID + made
        updates = [drawn(drawer, random, first + number, sent) for number in range(min(BATCH, wanted - made))]
        made += len(updates)
        if random.random() < GARBAGE:
            sent.garbage += 1
            others = [
                update | {"update_id": FAR_ID + first + number} for number, update in enumerate(updates)
            ]
            yield random.choice((damaged_bytes, too_deep))(others, random)
        yield answer(updates)


def drawn(drawer: Drawer, random: Random, update_id: int, sent: Sent) -> Json:
    """One update: words in a private chat, any kind, or a damaged one."""
    kind, chance = random.choice(KINDS), random.random()
    update = drawer.words(update_id) if chance < WORDS else drawer.update(kind, update_id)
    if chance > 1 - DAMAGED:
        sent.damaged += 1
        return damaged(update, random)
    newer = NEWER & update.keys()
    (sent.newer if newer else sent.valid).add(update_id)
    child = writer_of(update)
    if child is not None:
        sent.words[update_id] = child
    return update


def writer_of(update: Json) -> int | None:
    """Who wrote words in a private chat, told from the raw update; None for everything else."""
    message = update.get("message") or update.get("edited_message")
    if message is None or message["chat"]["type"] != "private" or message.get("business_connection_id"):
        return None
    if message.get("from", {}).get("is_bot"):
        return None
    words = encodable(str(message.get("text") or message.get("caption") or ""))
    child: int = message["chat"]["id"]
    return child if words else None


async def examine(machine: FuzzMachine, sent: Sent, found: Found) -> None:
    """Read from the database what became of each update."""
    found.escaped.update(machine.outcomes.escaped)
    with closing(sqlite3.connect(f"file:{database_of(machine)}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT update_id, settled_at FROM inbox").fetchall()
        dead = {row[0] for row in connection.execute("SELECT update_id FROM dead_letters")}
        failed = connection.execute("SELECT COUNT(*) FROM outbox WHERE state != 'sent'").fetchone()[0]
    settled = {update_id for update_id, moment in rows if moment is not None}
    found.stuck = len(rows) - len(settled) + len(sent.valid - settled) + failed
    found.dead, found.valid_dead = len(dead), len(dead & sent.valid)
    found.unanswered = len(machine.unanswered(sent.words))
