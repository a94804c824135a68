"""The composition root: the only place that opens the database, builds the clients and starts the workers."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import structlog
from sqlalchemy.engine import make_url

from bot import log as logs
from bot.assembly import (
    Ground,
    application_on,
    caretakers_on,
    gateway_on,
    receiver_on,
    reloading_on,
    sender_on,
    timers_on,
    turns_on,
)
from bot.clock import Clock, MovedClock, SystemClock, simulator_offset
from bot.domain.effects import PostToStaff
from bot.domain.speech import Message, line
from bot.domain.state import Role, StaffMember
from bot.domain.world import World
from bot.reloading import NotPublishedError, Reloading
from bot.settings import Settings
from bot.staff_room import StaffRoom
from bot.telegram.application import App, Gateway
from bot.telegram.commands import Profile
from bot.telegram.receive import Receiver
from bot.turns import Reader, Turns
from bot.turns.posting import as_delivery
from bot.workers.sender import Sender
from bot.workers.worker import Worker
from content.content import Content
from content.loader import load
from content.unreviewed import unreviewed
from db.keys import create_key_file, load_keys
from db.lock import single_instance
from db.sealing import Sealer
from db.store import Store

log = structlog.get_logger(__name__)

READING_THREADS = 1
"""Reading is CPU work under one interpreter lock: a second thread would only make each message slower."""

SWITCH_SECONDS = 0.0005
"""How long a thread keeps the interpreter while others wait.

Beside a reading thread a turn of about ten statements took 10 to 130 ms with Python's 0.005; with this, 5 to
14 ms.
"""


class UnreviewedError(Exception):
    """The content was not reviewed, the Bot API is the real one, and PILOT is not set."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Everything that runs."""

    store: Store
    turns: Turns
    gateway: Gateway
    receiver: Receiver
    sender: Sender
    reloading: Reloading
    workers: tuple[Worker, ...]


class _Stopping:
    """A signal to stop: it ends a start that is under way, and lets a running bot end its turns."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.started = False
        self.life: asyncio.Task[None] | None = None

    def ask(self) -> None:
        """The signal came."""
        self.asked.set()
        if self.life is not None and not self.started:
            self.life.cancel()


async def run_bot(settings: Settings, content: Content) -> None:
    """Run until a signal to stop.

    Raises:
        UnreviewedError: unreviewed content on the real Telegram without PILOT.
        AlreadyRunningError: another process uses the database.
    """
    loop = asyncio.get_running_loop()
    logs.watch_loop(loop)
    sys.setswitchinterval(SWITCH_SECONDS)
    stopping = _Stopping()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopping.ask)
    life = stopping.life = asyncio.create_task(_live(settings, content, stopping))
    await asyncio.wait([life])
    if not life.cancelled():
        life.result()


async def _live(settings: Settings, content: Content, stopping: _Stopping) -> None:
    async with running_bot(settings, content) as machine:
        stopping.started = True
        _reload_on_signal(machine.reloading)
        log.info("bot.started")
        await stopping.asked.wait()
        log.info("bot.stopping")


def _reload_on_signal(reloading: Reloading) -> None:
    """SIGHUP reads the content anew. The tasks are held until they end, or they could vanish."""
    loop, tasks = asyncio.get_running_loop(), set[asyncio.Task[bool]]()

    def reload() -> None:
        task = loop.create_task(reloading.reload())
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    loop.add_signal_handler(signal.SIGHUP, reload)


@asynccontextmanager
async def running_bot(
    settings: Settings, content: Content, *, clock: Clock | None = None, reader: Reader | None = None
) -> AsyncIterator[Machine]:
    """The whole bot, running; stopped at the end of the block.

    `clock`: instead of the machine's or the simulator's. `reader`: one that is loaded already.

    Raises:
        UnreviewedError, AlreadyRunningError: see `run_bot`.
    """
    _refuse_unreviewed(settings, content)
    async with AsyncExitStack() as stack:
        ground = await _ground(settings, content, stack, clock, reader)
        application = application_on(ground)
        machine = await _machine(ground, application, stack)
        await _greet(ground, application, machine.turns.world)
        await _start(machine, stack)
        yield machine


def _publishable(settings: Settings) -> Content:
    """The content as it stands in its files now.

    Raises:
        ContentError: it has problems.
        NotPublishedError: it may not be shown to children.
    """
    content = load()
    try:
        _refuse_unreviewed(settings, content)
    except UnreviewedError as error:
        raise NotPublishedError(str(error)) from None
    return content


def _refuse_unreviewed(settings: Settings, content: Content) -> None:
    """Content that nobody of the organisation has reviewed runs on a simulator, or as a named pilot."""
    if not (settings.is_local_api or settings.pilot) and unreviewed(content):
        raise UnreviewedError(str(unreviewed(content)))


async def _ground(
    settings: Settings, content: Content, stack: AsyncExitStack, given: Clock | None, reader: Reader | None
) -> Ground:
    database = _database_file(settings)
    if database is not None:
        database.parent.mkdir(parents=True, exist_ok=True)
        stack.enter_context(single_instance(database))
    clock = given if given is not None else await stack.enter_async_context(_clock(settings))
    store = await Store.open(settings.database_url, _sealer(settings), clock=clock.now)
    stack.push_async_callback(store.close)
    readers = stack.enter_context(ThreadPoolExecutor(READING_THREADS, "reader"))
    painter = stack.enter_context(ThreadPoolExecutor(1, "painter"))
    return Ground(settings, content, store, clock, readers, painter, reader)


def _database_file(settings: Settings) -> Path | None:
    url = make_url(settings.database_url)
    return Path(url.database) if url.drivername.startswith("sqlite") and url.database else None


def _sealer(settings: Settings) -> Sealer:
    """With the key of the environment or of a file; a simulator's file is made when it is missing."""
    file = settings.master_key_file
    if file is not None and settings.is_local_api and not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        return Sealer(create_key_file(file))
    value = settings.master_key.get_secret_value() if settings.master_key else None
    return Sealer(load_keys(value=value, file=file))


@asynccontextmanager
async def _clock(settings: Settings) -> AsyncIterator[Clock]:
    """The machine's clock; beside a simulator on this machine, the simulator's."""
    if not settings.is_local_api:
        yield SystemClock()
        return
    clock = MovedClock(settings.bot_api_url, simulator_offset(settings.bot_api_url))
    following = asyncio.create_task(clock.follow())
    try:
        yield clock
    finally:
        following.cancel()
        with suppress(asyncio.CancelledError):
            await following


async def _machine(ground: Ground, application: App, stack: AsyncExitStack) -> Machine:
    """Connect to Telegram, which says who the bot is, and build the rest around it."""
    gateway = gateway_on(ground, application)
    stack.push_async_callback(gateway.disconnect)
    await gateway.connect()
    store = ground.store
    staff = await StaffRoom.load(store, ground.settings.staff_chat_id, store.sealer.pseudonym)
    turns = await turns_on(ground, application)
    receiver = receiver_on(ground, application, turns, staff)
    sender = sender_on(ground, application, turns, staff)
    timers = timers_on(ground, turns)
    workers: tuple[Worker, ...] = (sender, timers, *caretakers_on(ground, application, gateway, staff))
    reloading = reloading_on(ground, turns, lambda: _publishable(ground.settings))
    return Machine(store, turns, gateway, receiver, sender, reloading, workers)


async def _greet(ground: Ground, application: App, world: World) -> None:
    """The commands and names that people see, the first lead, and what staff must know from the start."""
    settings, content = ground.settings, ground.content
    profile = Profile(application.bot, content.texts, content.languages)
    await profile.publish(staff_chat=settings.staff_chat_id, staff_language=settings.staff_language)
    async with ground.store.begin() as uow:
        now = ground.clock.now()
        ref = ground.store.sealer.pseudonym("person", settings.staff_lead_id)
        if await uow.roster.get(ref) is None:
            label = content.texts.say(settings.staff_language, "first-lead")
            await uow.roster.save(StaffMember(ref, label, Role.LEAD), now)
        for key in _notices(settings, world):
            notice = PostToStaff(Message((line(key),)))
            await uow.outbox.add(as_delivery(notice, world), now)
        await uow.commit()


def _notices(settings: Settings, world: World) -> list[str]:
    """What staff of real children are told at a start: a pilot, and reading that is not the best one."""
    if settings.is_local_api:
        return []
    notices = [
        (bool(unreviewed(world.content)), "pilot-notice"),
        (world.reads_simply, "simple-reading-notice"),
    ]
    return [key for applies, key in notices if applies]


async def _start(machine: Machine, stack: AsyncExitStack) -> None:
    """Workers first, then the way in: what arrives finds everything ready."""
    running = [asyncio.create_task(worker.run()) for worker in machine.workers]
    stack.push_async_callback(_stop, machine, running)
    await machine.gateway.start(machine.receiver.handle)


async def _stop(machine: Machine, running: list[asyncio.Task[None]]) -> None:
    """Take in nothing more, let turns end, then let the workers finish what is under way.

    Connections stay open until then: a post whose answer is cut off would be sent again.
    """
    machine.receiver.stop()
    await machine.gateway.stop()
    for worker in machine.workers:
        worker.stop()
    await asyncio.gather(*running)
