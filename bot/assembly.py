"""Builds the parts of the bot and connects them, for `bot.wiring`; nothing runs yet when it is done."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta

import structlog

from bot.clock import Clock
from bot.domain.world import Policy, World
from bot.pictures.gallery import Gallery
from bot.reloading import Reloading
from bot.settings import Settings
from bot.staff_room import StaffRoom
from bot.telegram.application import App, Gateway, build_application
from bot.telegram.ephemeral import Ephemeral
from bot.telegram.in_flight import InFlight
from bot.telegram.inbox_store import committing
from bot.telegram.intake import InboxRequest
from bot.telegram.parse import BotSelf, Parser
from bot.telegram.receive import Receiver
from bot.telegram.request import AiohttpRequest
from bot.telegram.send import Telegram
from bot.telegram.staff_check import check_staff_group
from bot.turns import Judge, Reader, Turns
from bot.understanding import best_reader
from bot.workers.heartbeat import Heartbeat
from bot.workers.janitor import Janitor
from bot.workers.sender import Sender
from bot.workers.sweeper import Sweeper
from bot.workers.timers import Timers
from bot.workers.watch import Watch
from bot.workers.worker import Worker
from content.content import Content
from db.store import Store

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Wakers:
    """Wakes the workers that wait for a commit."""

    events: list[asyncio.Event] = field(default_factory=list)

    def wake(self) -> None:
        """Something was committed."""
        for event in self.events:
            event.set()


@dataclass(frozen=True, slots=True)
class Ground:
    """What every part stands on. `reader`: None is loaded from the content."""

    settings: Settings
    content: Content
    store: Store
    clock: Clock
    readers: ThreadPoolExecutor
    painter: ThreadPoolExecutor
    reader: Reader | None = None
    watch: Watch = field(default_factory=Watch)
    in_flight: InFlight = field(default_factory=InFlight)
    wakers: Wakers = field(default_factory=Wakers)


def application_on(ground: Ground) -> App:
    """The library's application, with the durable inbox under its polling."""
    inbox = InboxRequest(
        AiohttpRequest(),
        commit=committing(ground.store, ground.clock.now),
        observer=ground.watch,
        in_flight=ground.in_flight,
    )
    return build_application(
        token=ground.settings.bot_token.get_secret_value(),
        api_url=ground.settings.bot_api_url,
        request=AiohttpRequest(),
        inbox_request=inbox,
    )


def gateway_on(ground: Ground, application: App) -> Gateway:
    """The way in."""
    return Gateway(application, store=ground.store, in_flight=ground.in_flight, now=ground.clock.now)


async def turns_on(ground: Ground, application: App) -> Turns:
    """The thinking part with its world; loading the dictionaries takes a moment, off the event loop."""
    reader = ground.reader or await _reader(ground)
    judge = Judge(reader, ground.readers)
    return Turns(
        ground.store,
        world_of(ground, application.bot.username, judge.mode),
        judge,
        ground.clock,
        Ephemeral(application.bot),
        ground.wakers.wake,
    )


async def _reader(ground: Ground) -> Reader:
    """The best one that works on this machine."""
    loop = asyncio.get_running_loop()
    reader, troubles = await loop.run_in_executor(ground.readers, best_reader, ground.content)
    log.log(
        logging.WARNING if troubles else logging.INFO, "reading.mode", mode=reader.mode, troubles=troubles
    )
    return reader


def world_of(ground: Ground, username: str, reading: str | None) -> World:
    """Content, the organisation's policy, and how messages are read."""
    settings = ground.settings
    policy = Policy(
        organisation=settings.organisation,
        staff_language=settings.staff_language,
        office_hours=settings.office_hours,
        zone=settings.zone,
        bot_username=username,
        case_keep_days=settings.case_keep_days,
    )
    return World(ground.content, policy, reading)


def receiver_on(ground: Ground, application: App, turns: Turns, staff: StaffRoom) -> Receiver:
    """What takes each stored update to its end."""
    me = BotSelf(application.bot.id, application.bot.username)
    return Receiver(
        parser=Parser(me=me, staff=staff, pseudonym=ground.store.sealer.pseudonym),
        turns=turns,
        store=ground.store,
        staff=staff,
        clock=ground.clock,
        observer=ground.watch,
        in_flight=ground.in_flight,
    )


def sender_on(ground: Ground, application: App, turns: Turns, staff: StaffRoom) -> Sender:
    """The worker of the outbox."""

    def repeat_mark(language: str | None) -> str:
        texts = turns.world.content.texts
        return texts.say(language or ground.settings.staff_language, "possible-repeat")

    gallery = Gallery(lambda: turns.world.content, ground.painter)
    sender = Sender(
        store=ground.store,
        carry_out=Telegram(application.bot, repeat_mark, gallery).carry_out,
        settle=turns.settle,
        staff=staff,
        clock=ground.clock,
        beat=ground.watch.beat,
    )
    ground.wakers.events.append(sender.wake)
    return sender


def timers_on(ground: Ground, turns: Turns) -> Timers:
    """The worker that wakes cases."""
    timers = Timers(store=ground.store, turns=turns, clock=ground.clock, beat=ground.watch.beat)
    ground.wakers.events.append(timers.wake)
    return timers


def reloading_on(ground: Ground, turns: Turns, load: Callable[[], Content]) -> Reloading:
    """What puts new content in the place of the old one; a reader that was given is kept."""
    given = ground.reader
    return Reloading(
        load=load,
        make_reader=lambda content: given or best_reader(content)[0],
        executor=ground.readers,
        turns=turns,
        store=ground.store,
        clock=ground.clock,
        wake=ground.wakers.wake,
    )


def caretakers_on(ground: Ground, application: App, gateway: Gateway, staff: StaffRoom) -> tuple[Worker, ...]:
    """Who takes up what was left lying, throws away what has expired, and tells outside that all is well."""
    store, clock, beat = ground.store, ground.clock, ground.watch.beat
    keep = timedelta(days=ground.settings.case_keep_days)
    heartbeat = Heartbeat(
        store=store,
        clock=clock,
        watch=ground.watch,
        file=ground.settings.heartbeat_file,
        beat=beat,
        look=lambda: check_staff_group(application.bot, staff.chat_id, ground.watch),
    )
    sweeper = Sweeper(replay=gateway.replay, clock=clock, beat=beat)
    return sweeper, Janitor(store=store, clock=clock, beat=beat, keep_cases=keep), heartbeat
