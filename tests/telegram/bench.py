"""The whole way in, from the simulated Telegram to a turn that only notes what it was given."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from bot.clock import SystemClock
from bot.domain.inputs import Input, TextReceived
from bot.origin import FromUpdate, Origin
from bot.staff_room import StaffRoom
from bot.telegram.application import Gateway, build_application
from bot.telegram.in_flight import InFlight
from bot.telegram.inbox_store import committing
from bot.telegram.intake import Batch, InboxRequest
from bot.telegram.parse import BotSelf, Parser
from bot.telegram.receive import Receiver
from bot.telegram.request import AiohttpRequest
from bot.workers.watch import Watch
from db.errors import StorageFailedError
from db.store import Store
from tests.simulation import STAFF_ROOM, Simulation


class NotingTurns:
    """Notes inputs and marks updates done; fails as told."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.inputs: list[Input] = []
        self.origins: list[FromUpdate] = []
        self.errors: list[Exception] = []
        self.poison = ""
        self.delay: Callable[[Input], float] = lambda _: 0.0

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.inputs if isinstance(one, TextReceived)]

    async def run(self, input: Input, *, origin: Origin) -> None:  # noqa: A002
        assert isinstance(origin, FromUpdate)
        self.origins.append(origin)
        await asyncio.sleep(self.delay(input))
        if self.errors:
            raise self.errors.pop(0)
        if self.poison and isinstance(input, TextReceived) and input.text == self.poison:
            raise RuntimeError("a fault in the turn")
        async with self.store.begin() as work:
            await work.inbox.done(origin.update_id, SystemClock().now())
            await work.commit()
        self.inputs.append(input)


class Bench:
    """Built like the real thing, with `NotingTurns` in the place of turns."""

    def __init__(self, store: Store, sim: Simulation) -> None:
        self.store = store
        self.sim = sim
        self.clock = SystemClock()
        self.watch = Watch()
        self.in_flight = InFlight()
        self.staff = StaffRoom(STAFF_ROOM)
        self.turns = NotingTurns(store)
        self.commit_errors: list[Exception] = []
        self._commit = committing(store, self.clock.now)
        inbox = InboxRequest(
            AiohttpRequest(), commit=self._committing, observer=self.watch, in_flight=self.in_flight
        )
        self.application = build_application(
            token=sim.token, api_url=sim.base_url, request=AiohttpRequest(), inbox_request=inbox
        )
        self.gateway = Gateway(self.application, store=store, in_flight=self.in_flight, now=self.clock.now)
        self.receiver: Receiver | None = None

    async def _committing(self, batch: Batch) -> frozenset[int]:
        if self.commit_errors:
            raise self.commit_errors.pop(0)
        return await self._commit(batch)

    async def start(self) -> None:
        await self.gateway.connect()
        me = BotSelf(self.application.bot.id, self.application.bot.username)
        self.receiver = self.new_receiver(me)
        await self.gateway.start(self.receiver.handle)

    def new_receiver(self, me: BotSelf) -> Receiver:
        return Receiver(
            parser=Parser(me=me, staff=self.staff, pseudonym=self.store.sealer.pseudonym),
            turns=self.turns,
            store=self.store,
            staff=self.staff,
            clock=self.clock,
            observer=self.watch,
            in_flight=self.in_flight,
        )

    async def stop(self) -> None:
        if self.receiver is not None:
            self.receiver.stop()
        await self.gateway.stop()
        await self.gateway.disconnect()

    async def until(self, happened: Callable[[], Any], patience: float = 15.0) -> None:
        async with asyncio.timeout(patience):
            while not happened():  # noqa: ASYNC110 - it has no event of its own
                await asyncio.sleep(0.005)

    async def waiting(self) -> int:
        async with self.store.begin() as work:
            return (await work.inbox.counts()).waiting

    async def dead(self) -> list[str]:
        async with self.store.begin() as work:
            return [one.reason for one in await work.inbox.dead_letters(100)]


@asynccontextmanager
async def running(store: Store, sim: Simulation) -> AsyncIterator[Bench]:
    """A started bench, stopped at the end."""
    bench = Bench(store, sim)
    await bench.start()
    try:
        yield bench
    finally:
        await bench.stop()


FULL = StorageFailedError("disk full")
