"""Children who act again as soon as they are answered, and what that costs the bot's process."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import psutil

from bot.simulator import people, taps
from bot.simulator.model import Message
from bot.simulator.world import Event
from tests.actor import Actor
from tests.simulation import Simulation

PATIENCE_SECONDS = 60.0

Child = Callable[[], Awaitable[int]]
"""What one child does; it returns how many updates that were."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run cost. `rate`: updates a second; `cpu_ms`: of the bot, per update; `memory_mb`: RSS."""

    rate: float
    cpu_ms: float
    memory_mb: float


class Phone:
    """A child's phone that notes when the bot has changed something on it."""

    def __init__(self, sim: Simulation, actor: Actor) -> None:
        self.actor = actor
        self._world = sim.world
        self._changed = asyncio.Event()
        sim.world.listeners.add(self._heard)

    def _heard(self, event: Event) -> None:
        if event.chat == self.actor.id and event.name in ("message", "edited"):
            self._changed.set()

    async def say(self, text: str) -> Message:
        """Write, and wait for the bot's answer."""
        people.send(self._world, self.actor.id, self.actor.id, text)
        return await self._answered()

    async def start(self) -> Message:
        """Press Start, and wait for the bot's answer."""
        people.start(self._world, self.actor.id)
        return await self._answered()

    async def tap(self, message: Message, data: str) -> Message:
        """Tap a button, and wait until the bot has shown something."""
        taps.tap(self._world, self.actor.id, message.chat, message.id, data)
        return await self._answered()

    async def _answered(self) -> Message:
        self._changed.clear()
        await asyncio.wait_for(self._changed.wait(), PATIENCE_SECONDS)
        last = self.actor.last_message()
        if last is None:
            raise LookupError("the bot changed something, but its messages are gone")
        return last


async def measure(process: psutil.Process, children: list[Child]) -> Cost:
    """Let every child act, all children at once, each as soon as they are answered."""
    before, began = _cpu(process), time.perf_counter()
    updates = sum(await asyncio.gather(*(child() for child in children)))
    took, used = time.perf_counter() - began, _cpu(process) - before
    return Cost(updates / took, used * 1000 / updates, process.memory_info().rss / 2**20)


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
