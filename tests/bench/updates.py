"""The whole bot, with its judge and with patterns alone, beside a bare echo bot on the stock library."""

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
WHOLE, LEXICAL, ECHO = "tests.bench.whole_bot", "tests.bench.lexical_bot", "tests.bench.echo_bot"
BOTS: dict[str, dict[str, Prepare]] = {
    WHOLE: {"quiz tap": learners, "question": askers},
    LEXICAL: {"quiz tap": learners, "question": askers},
    ECHO: {"quiz tap": tappers, "question": askers},
}


def updates(rounds: int) -> Table:
    """What an update costs every bot."""
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
    """Medians of all bots, and the median of the ratios of whole to echo bot, round by round."""
    names = ("whole bot", "patterns alone", "echo bot", "whole to echo")
    table = Table("update", "figure", *names, title="64 children at once, 50 ms latency")
    for kind in ("quiz tap", "question"):
        for figure in ("rate", "cpu_ms", "memory_mb"):
            costs = {module: [getattr(one[module, kind], figure) for one in rounds] for module in BOTS}
            medians = (f"{statistics.median(one):.2f}" for one in costs.values())
            table.add_row(kind, figure, *medians, f"{ratio(costs[WHOLE], costs[ECHO]):.2f}")
    return table
