"""The whole bot but for the wire: updates go in as Telegram writes them, deliveries come out of the outbox.

async with Machine.running(folder, carry_out) as machine:
    await machine.take(update)       # stored, parsed, decided, committed
    await machine.send()             # whatever may leave goes to `carry_out`

Nothing runs by itself, time stands still until a test moves it, and nothing waits: what would be tried again
is an error here.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Executor, Future
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from telegram import Update

from bot.domain.inputs import Input
from bot.domain.judgement import Judgement
from bot.domain.state import Role, StaffMember
from bot.origin import Origin
from bot.outcome import Address, Outcome
from bot.staff_room import StaffRoom
from bot.telegram.in_flight import InFlight
from bot.telegram.inbox_store import committing
from bot.telegram.intake import sort
from bot.telegram.parse import Parser
from bot.telegram.receive import Receiver
from bot.turns import Judge, Turns
from bot.turns.turns import Answering
from bot.workers.janitor import Janitor
from bot.workers.pacing import Pacing
from bot.workers.sender import Sender
from bot.workers.timers import Timers
from content.schema import Severity
from db.deliveries import Delivery
from db.store import Store
from tests.clock import FakeClock
from tests.domain.build import judged
from tests.domain.tiny_content import world
from tests.machine.fast_store import CrashError, Fuse, fresh_database, open_fast
from tests.telegram.fakes import Observer
from tests.telegram.updates import BOT, STAFF_CHAT_ID, Json

CarryOut = Callable[[Delivery, Address], Awaitable[Outcome]]
KEEP_CASES = timedelta(days=90)


class StuckError(Exception):
    """Something would be tried again later: here that is a fault."""


class StandingClock(FakeClock):
    """A clock on which nobody waits."""

    async def wait(self, event: asyncio.Event, until: datetime) -> bool:  # noqa: ARG002
        raise StuckError("an error made the product try again")


class Here(Executor):
    """Runs everything at once, in the calling thread."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class WordReader:
    """Reads a message by its first word: calm, concern, urgent, emergency; "foreign" and "broken" fail."""

    def judge(self, text: str, recent: Sequence[str] = ()) -> Judgement:  # noqa: ARG002
        match text.split(maxsplit=1)[0]:
            case "concern" | "urgent" | "emergency" as severity:
                return judged(Severity(severity))
            case "foreign":
                return judged(readable=False)
            case "broken":
                raise ValueError("the reader is broken")
            case _:
                return judged()


class Unpaced(Pacing):
    """No limits: a machine without a wire has nobody to be gentle with."""

    def wait(self, *_: Any, **__: Any) -> float:
        return 0.0

    def closed(self, *_: Any, **__: Any) -> dict[str, float]:
        return {}

    def take(self, *_: Any, **__: Any) -> None:
        """Nothing is counted."""


class NoToasts:
    """Answers to taps that nobody looks at."""

    async def answer(self, query: str, text: str | None = None, *, alert: bool = False) -> None:
        """Let it go."""


class Noting:
    """Turns whose errors are kept, to be shown when the receiver gets stuck on them."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self.error: Exception | None = None

    async def run(self, input: Input, *, origin: Origin) -> None:  # noqa: A002
        try:
            await self._turns.run(input, origin=origin)
        except Exception as error:
            self.error = error
            raise


class Machine:
    """One process of the bot. `crash` ends it; `start` begins the next one on the same database."""

    def __init__(self, folder: Path, carry_out: CarryOut, *, answering: Answering | None = None) -> None:
        self.folder = folder
        self.clock = StandingClock()
        self._carry_out = carry_out
        self._answering = answering or NoToasts()

    async def start(self) -> None:
        """Begin a process: open, take up what the last one left."""
        self.fuse = Fuse()
        self.store: Store = await open_fast(self.folder, self.fuse, self.clock.now)
        staff = await StaffRoom.load(self.store, STAFF_CHAT_ID, self.store.sealer.pseudonym)
        judge = Judge(WordReader(), Here())
        turns = Turns(self.store, world(), judge, self.clock, self._answering, lambda: None)
        self._turns = Noting(turns)
        self._receiver = self._make_receiver(staff)
        self._workers(turns, staff)

    def _make_receiver(self, staff: StaffRoom) -> Receiver:
        return Receiver(
            parser=Parser(me=BOT, staff=staff, pseudonym=self.store.sealer.pseudonym),
            turns=self._turns,
            store=self.store,
            staff=staff,
            clock=self.clock,
            observer=Observer(),
            in_flight=InFlight(),
        )

    def _workers(self, turns: Turns, staff: StaffRoom) -> None:
        self._sender = Sender(
            store=self.store,
            carry_out=self._carry_out,
            settle=turns.settle,
            staff=staff,
            clock=self.clock,
            beat=_no_beat,
            pacing=Unpaced(),
        )
        self._timers = Timers(store=self.store, turns=self._turns, clock=self.clock, beat=_no_beat)
        self.janitor = Janitor(store=self.store, clock=self.clock, beat=_no_beat, keep_cases=KEEP_CASES)

    async def stop(self) -> None:
        """End the process in good order."""
        await self.store.close()

    async def crash(self) -> None:
        """End the process at once; what was not committed is undone."""
        for task in list(self._sender._running):
            task.cancel()
        await asyncio.gather(*self._sender._running, return_exceptions=True)
        self.fuse.blown = True
        await self.store.close()

    async def restart(self) -> None:
        """The next process: outbox recovered, waiting updates replayed."""
        await self.start()
        await self._sender._recover()
        await self.replay()

    async def take(self, update: Json) -> None:
        """An update arrives. One that is known already is nothing new.

        Raises AssertionError when the product failed on it.
        """
        store = committing(self.store, self.clock.now)
        if update["update_id"] in await store(sort([update])):
            await self._handle(update)

    async def replay(self) -> None:
        """Take what waits in the inbox to its end, as at a start."""
        async with self.store.begin() as work:
            waiting = await work.inbox.waiting(1000)
        for _, raw in waiting:
            await self._handle(json.loads(raw))

    async def _handle(self, update: Json) -> None:
        parsed = Update.de_json(update, None)
        try:
            await self._receiver.handle(parsed, update["update_id"])
        except StuckError:
            raise AssertionError("a turn failed") from self._turns.error

    async def send(self) -> int:
        """One round of the sender; how many errands it started. Raises CrashError when the fuse burnt."""
        started = await self._sender.send_due()
        tasks = list(self._sender._running)
        for task in asyncio.as_completed(tasks):
            await task
        return started

    async def drain(self, rounds: int = 300) -> None:
        """Send until nothing may leave now. Raises AssertionError when it never ends."""
        for _ in range(rounds):
            if not await self.send():
                return
        raise AssertionError("the outbox never empties")

    async def wake(self) -> int:
        """Run the timers that are due."""
        return await self._timers.run_due()

    async def hire(
        self, label: str, person: int, role: Role = Role.STAFF, until: datetime | None = None
    ) -> str:
        """Put somebody on the roster; their pseudonym."""
        ref = self.person(person)
        async with self.store.begin() as work:
            await work.roster.save(StaffMember(ref, label, role, until), self.clock.now())
            await work.commit()
        return ref

    def person(self, number: int) -> str:
        """The pseudonym of a Telegram id."""
        return self.store.sealer.pseudonym("person", number)


def _no_beat(_name: str) -> None:
    """Nobody watches."""


async def new_machine(folder: Path, carry_out: CarryOut, answering: Answering | None = None) -> Machine:
    """A machine on an empty database, started."""
    await fresh_database(folder)
    machine = Machine(folder, carry_out, answering=answering)
    await machine.start()
    return machine


__all__ = ["CrashError", "Machine", "StuckError", "WordReader", "new_machine"]
