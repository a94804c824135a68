"""A machine that is fed whole answers of `getUpdates`, byte by byte, and notes what became of them."""

import asyncio
import json
import warnings
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import structlog
from structlog.testing import capture_logs
from telegram import Update
from telegram.error import NetworkError
from telegram.request import BaseRequest
from telegram.warnings import PTBDeprecationWarning

from bot.domain.inputs import Input
from bot.origin import FromUpdate, Origin
from bot.outcome import Address, Outcome, Sent
from bot.simulator.model import Json
from bot.telegram.in_flight import InFlight
from bot.telegram.inbox_store import committing
from bot.telegram.intake import InboxRequest
from bot.telegram.processor import ChatOrderProcessor
from bot.turns import Judge, Reader
from db.deliveries import STAFF_CHAT, Delivery, NewDelivery
from db.outbox import Outbox
from tests.clock import FakeClock
from tests.machine.fast_store import fresh_database
from tests.machine.machine import Here, Machine
from tests.promises.plain_reader import PlainReader
from tests.storage import database_file
from tests.telegram.fakes import Observer

ERRORS = ("error", "critical")
_current: ContextVar[int] = ContextVar("update_id")


class HastyClock(FakeClock):
    """Whoever waits has waited."""

    async def wait(self, event: asyncio.Event, until: datetime) -> bool:
        self.jump(max(0.0, (until - self.now()).total_seconds()))
        await asyncio.sleep(0)
        return event.is_set()


class OneAnswer(BaseRequest):
    """A request that is answered with the bytes at hand."""

    def __init__(self) -> None:
        self.body = b""

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        return 200, self.body


class Current:
    """Turns that remember which update they are about, for as long as they run."""

    def __init__(self, turns: Any) -> None:
        self._turns = turns

    async def run(self, input: Input, *, origin: Origin) -> None:  # noqa: A002
        if isinstance(origin, FromUpdate):
            _current.set(origin.update_id)
        await self._turns.run(input, origin=origin)


@dataclass(slots=True)
class Outcomes:
    """What became of everything. `escaped`: exceptions that the edge let through, by class."""

    escaped: list[str] = field(default_factory=list)
    refused_answers: int = 0
    handed: int = 0


class FuzzMachine(Machine):
    """The machine of the tests with the durable inbox under it, and a clock on which nobody waits."""

    def __init__(self, folder: Path, reader: Reader) -> None:
        super().__init__(folder, self._sent)
        self.clock = HastyClock()  # type: ignore[assignment]
        self._reader = reader
        self.outcomes = Outcomes()
        self.posts: dict[int, set[str]] = defaultdict(set)
        self._messages = 0

    async def start(self) -> None:
        await super().start()
        self._turns._turns._judge = Judge(self._reader, Here())
        in_flight = InFlight()
        self._receiver._in_flight = in_flight
        self._receiver._turns = Current(self._turns)
        self._answer = OneAnswer()
        commit = committing(self.store, self.clock.now)
        self._inbox = InboxRequest(self._answer, commit=commit, observer=Observer(), in_flight=in_flight)
        self._order = ChatOrderProcessor()

    async def _sent(self, delivery: Delivery, _to: Address) -> Outcome:
        json.dumps(
            dict(delivery.new.payload), ensure_ascii=False
        ).encode()  # what no request could carry raises
        self._messages += 1
        return Sent(self._messages)

    async def poll(self, body: bytes) -> None:
        """Telegram answers with these bytes; everything in them is taken to its end."""
        self._answer.body = body
        try:
            _, answer = await self._inbox.do_request("getUpdates", "POST")
            updates = Update.de_list(json.loads(answer)["result"], None)
        except NetworkError:
            self.outcomes.refused_answers += 1
            return
        except Exception as error:
            self.outcomes.escaped.append(type(error).__name__)
            return
        await asyncio.gather(*(self._ordered(update) for update in updates))

    def unanswered(self, words: Mapping[int, int]) -> list[int]:
        """Of these updates, with whose words they hold, those that neither the child nor staff heard of."""
        return [one for one, child in words.items() if not self.posts[one] & {self.person(child), STAFF_CHAT}]

    @contextmanager
    def noting_posts(self) -> Iterator[None]:
        """Note, for each update, whom its turn writes to."""
        add = Outbox.add

        async def noted(outbox: Outbox, new: NewDelivery, now: datetime) -> int:
            self.posts[_current.get(0)].add(new.chat)
            return await add(outbox, new, now)

        with patch.object(Outbox, "add", noted):
            yield

    async def _ordered(self, update: Update) -> None:
        self.outcomes.handed += 1
        handling = self._receiver.handle(update, update.update_id)
        try:
            await self._order.do_process_update(update, handling)
        except Exception as error:
            self.outcomes.escaped.append(type(error).__name__)


async def new_fuzz_machine(folder: Path, reader: Reader | None = None) -> FuzzMachine:
    """A machine on an empty database, started."""
    await fresh_database(folder)
    machine = FuzzMachine(folder, reader or PlainReader())
    await machine.start()
    return machine


@contextmanager
def errors_noted(errors: list[str]) -> Iterator[None]:
    """Note every error that is logged meanwhile, by its event.

    What the library says of its own old parameters when it reads an update is no error, as in production.
    """
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(0))
    try:
        with capture_logs() as events, warnings.catch_warnings():
            warnings.simplefilter("ignore", PTBDeprecationWarning)
            yield
    finally:
        structlog.configure(**before)
        errors += [str(one["event"]) for one in events if one["log_level"] in ERRORS]


def answer(updates: Sequence[Json]) -> bytes:
    """What `getUpdates` answers."""
    return json.dumps({"ok": True, "result": list(updates)}).encode()


def database_of(machine: FuzzMachine) -> Path:
    """Where the machine's database lies."""
    return database_file(machine.folder)
