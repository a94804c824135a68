"""The whole bot beside a bare echo bot on the stock library, in alternating runs, as ratios."""

import asyncio
import os
import statistics
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
from rich.table import Table

from tests.bench.children import Prepare, askers, learners, tappers
from tests.bench.load import Cost, measure
from tests.bench.rounds import ratio
from tests.simulation import STAFF, STAFF_ROOM, Simulation

LATENCY_MS = 50.0
START_SECONDS = 60.0
BOTS: dict[str, dict[str, Prepare]] = {
    "tests.bench.whole_bot": {"quiz tap": learners, "question": askers},
    "tests.bench.echo_bot": {"quiz tap": tappers, "question": askers},
}


def updates(rounds: int) -> Table:
    """What an update costs both bots."""
    return report([asyncio.run(one_round()) for _ in range(rounds)])


async def one_round() -> dict[tuple[str, str], Cost]:
    """Every bot and every kind of update once."""
    return {
        (module, kind): await one_run(module, prepare)
        for kind in ("quiz tap", "question")
        for module, kinds in BOTS.items()
        for prepare in [kinds[kind]]
    }


async def one_run(module: str, prepare: Prepare) -> Cost:
    """A bot's cost for one kind of update, in a fresh process."""
    async with running(module) as (sim, process):
        return await measure(process, await prepare(sim))


@asynccontextmanager
async def running(module: str) -> AsyncIterator[tuple[Simulation, psutil.Process]]:
    """A fresh simulated Telegram with 50 ms latency, and the bot as a process beside it."""
    async with Simulation() as sim:
        sim.world.faults.delay_ms = LATENCY_MS
        with tempfile.TemporaryDirectory() as folder:
            environment = os.environ | environment_of(sim, Path(folder))
            process = await asyncio.create_subprocess_exec(sys.executable, "-m", module, env=environment)
            try:
                await sim.until(lambda: sim.calls("deleteWebhook"), START_SECONDS, "the bot's start")
                yield sim, psutil.Process(process.pid)
            finally:
                process.terminate()
                await process.wait()


def environment_of(sim: Simulation, folder: Path) -> dict[str, str]:
    """Settings of a bot on the simulated Telegram; durability is as in production."""
    return {
        "BOT_TOKEN": sim.token,
        "BOT_API_URL": sim.base_url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/data/bot.db",
        "MASTER_KEY_FILE": f"{folder}/key",
        "STAFF_CHAT_ID": str(STAFF_ROOM),
        "STAFF_LEAD_ID": str(STAFF),
        "HEARTBEAT_FILE": f"{folder}/heartbeat",
        "LOG_LEVEL": "ERROR",
    }


def report(rounds: list[dict[tuple[str, str], Cost]]) -> Table:
    """Medians of both bots, and the median of the ratios taken round by round."""
    table = Table(
        "update", "figure", "whole bot", "echo bot", "ratio", title="64 children at once, 50 ms latency"
    )
    for kind in ("quiz tap", "question"):
        for figure in ("rate", "cpu_ms", "memory_mb"):
            ours, bare = ([getattr(one[module, kind], figure) for one in rounds] for module in BOTS)
            table.add_row(
                kind,
                figure,
                f"{statistics.median(ours):.2f}",
                f"{statistics.median(bare):.2f}",
                f"{ratio(ours, bare):.2f}",
            )
    return table
