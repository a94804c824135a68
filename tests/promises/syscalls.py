"""The kernel's record of what a bot did: strace, on a bot that gets one message after the other."""

import asyncio
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.promises.autopsy import look
from tests.promises.crowd import newcomer
from tests.promises.midwife import nursery
from tests.promises.nursery import DATABASE, Life
from tests.promises.waiting import until
from tests.promises.watching import Watched

STRACE = (
    "strace",
    "-f",
    "--seccomp-bpf",
    "-qq",
    "-y",
    "-s",
    "4096",
    "-e",
    "trace=fdatasync,fsync,pwrite64,sendto,sendmsg,writev,write",
)
CALL = re.compile(r"(\d+)\s+(?:<\.\.\. )?(\w+)(?:\(| resumed>)(.*)")
OFFSET = re.compile(r"offset=(\d+)")
LOG = "-wal>"
QUIET_SECONDS = 30.0


def available() -> bool:
    """Whether strace is here and may look at a process."""
    if shutil.which(STRACE[0]) is None:
        return False
    trial = (*STRACE, "-o", os.devnull, sys.executable, "-c", "")
    return subprocess.run(trial, check=False).returncode == 0  # noqa: S603 - our own words


@dataclass(slots=True)
class Traced:
    """How many `getUpdates` confirmed something, how many of those came after a sync, and all syncs."""

    confirming: int = 0
    synced: int = 0
    syncs: int = 0


def read(lines: Iterable[str]) -> Traced:
    """Walk through a trace. What counts is a sync of the log that ended after the log was written."""
    traced, written, synced, highest = Traced(), False, False, -1
    for kind, offset in events(lines):
        if kind == "wrote":
            written = True
        elif kind == "synced":
            traced.syncs += 1
            synced = written
        elif kind == "poll":
            if offset > highest >= 0:
                traced.confirming += 1
                traced.synced += synced
            highest, written, synced = max(highest, offset), False, False
    return traced


def events(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Writes to the log as they begin, syncs of it as they end, and polls as they are sent."""
    syncing: set[str] = set()
    for line in lines:
        found = CALL.match(line)
        if found is None:
            continue
        process, call, rest = found.groups()
        ended = "unfinished" not in rest
        if call == "pwrite64" and LOG in rest:
            yield "wrote", 0
        elif call in ("fdatasync", "fsync") and (LOG in rest or process in syncing):
            (syncing.discard if ended else syncing.add)(process)
            if ended:
                yield "synced", 0
        elif call not in ("fdatasync", "fsync", "pwrite64") and "/getUpdates" in rest:
            offset = OFFSET.search(rest)
            yield "poll", int(offset.group(1)) if offset else 0


async def traced(messages: int, *, broken: str = "") -> Traced:
    """Trace a bot that gets so many messages, each when the one before is done with."""
    with TemporaryDirectory(prefix="phuean-") as folder:
        record = Path(folder) / "trace"
        async with (
            Watched() as watched,
            nursery("plain", (*STRACE, "-o", str(record), sys.executable)) as midwife,
        ):
            life = Life(watched.sim.base_url, watched.sim.token, folder, broken=broken)
            children = [newcomer(watched.world, "asking") for _ in range(messages)]
            children[0].act()
            pid = await midwife.bear(life)
            await asyncio.wait_for(watched.posts.active.wait(), QUIET_SECONDS)
            await quiet(watched, Path(folder) / DATABASE)
            for child in children[1:]:
                child.act()
                await quiet(watched, Path(folder) / DATABASE)
            await midwife.end(pid)
        with record.open(encoding="utf-8", errors="replace") as lines:
            return read(lines)


async def quiet(watched: Watched, database: Path) -> None:
    """Wait until everything was confirmed, handled and sent."""
    await until(lambda: not (watched.queue.waiting or look(database).backlog), QUIET_SECONDS, 0.002)
