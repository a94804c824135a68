"""Sends what the outbox holds, the most urgent first, as fast as Telegram allows, and settles each outcome.

A row is marked ATTEMPTING in a committed transaction before anything is sent. What a crash leaves so is sent
again as a possible repeat. What comes back as Later or Unknown is tried again here. What ends a delivery goes
to `settle`, which marks the row and applies the consequences in one transaction. Nothing is ever dropped.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.outcome import Address, Failed, Later, Migrated, Outcome, Sent, Settled, Unknown
from bot.staff_room import StaffRoom
from bot.workers.pacing import Pacing
from bot.workers.worker import Beat, Worker
from db.chats import ChatKind
from db.deliveries import ALERTS_BELOW, STAFF_CHAT, Delivery, Method
from db.errors import StorageFailedError
from db.store import Store, UnitOfWork

AT_ONCE = 64
ROUNDS = 5
IDLE_SECONDS = 5.0
SHORTEST_SECONDS = 0.02
UNKNOWN_SECONDS = 2.0
LONGEST_SECONDS = 60.0
BROKEN_SECONDS = 300.0
SETTLE_TRIES = 4

CarryOut = Callable[[Delivery, Address], Awaitable[Outcome]]
Settle = Callable[[Delivery, Settled], Awaitable[None]]

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Errand:
    """A delivery with its address."""

    delivery: Delivery
    to: Address

    @property
    def chat(self) -> str:
        """The chat's pseudonym, by which it is paced."""
        return self.delivery.new.chat

    @property
    def group(self) -> bool:
        """Whether the limits of groups hold."""
        return self.to.chat_id < 0

    @property
    def urgent(self) -> bool:
        """An alert to staff; bringing a card up to date is none."""
        new = self.delivery.new
        return new.priority < ALERTS_BELOW and new.method not in (Method.EDIT, Method.RENAME_TOPIC)


class Sender(Worker):
    """The worker of the outbox. Set `wake` after every commit that may have added a delivery."""

    name = "sender"

    def __init__(
        self,
        *,
        store: Store,
        carry_out: CarryOut,
        settle: Settle,
        staff: StaffRoom,
        clock: Clock,
        beat: Beat,
        pacing: Pacing | None = None,
    ) -> None:
        super().__init__(clock, beat)
        self._store = store
        self._carry_out = carry_out
        self._settle = settle
        self._staff = staff
        self._pacing = pacing or Pacing()
        self._running: set[asyncio.Task[None]] = set()
        self._soonest = IDLE_SECONDS
        self._recovered = False

    async def run(self) -> None:
        """Send until stopped, then let the errands under way end."""
        await super().run()
        await self.finish()

    async def finish(self) -> None:
        """Wait for all errands under way."""
        while self._running:
            await asyncio.wait(self._running)

    async def step(self) -> None:
        """Send all that may leave now, then wait until something may change."""
        if not self._recovered:
            await self._recover()
        if not await self.send_due():
            await self.pause(max(SHORTEST_SECONDS, self._soonest))

    async def send_due(self) -> int:
        """Start all errands that may leave now; how many."""
        errands = await self._take()
        for errand in errands:
            task = asyncio.create_task(self._run(errand))
            self._running.add(task)
            task.add_done_callback(self._ended)
        return len(errands)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self.wake.set()
        if not task.cancelled() and task.exception() is not None:
            log.error("sender.errand_failed", exc_info=task.exception())

    async def _recover(self) -> None:
        async with self._store.begin() as work:
            count = await work.outbox.recover(self._clock.now())
            await work.commit()
        self._recovered = True
        if count:
            log.warning("sender.recovered", count=count)

    async def _take(self) -> list[Errand]:
        """Errands that may leave now, marked as attempted."""
        free = AT_ONCE - len(self._running)
        if free <= 0:
            self._soonest = IDLE_SECONDS
            return []
        async with self._store.begin() as work:
            errands = await self._choose(work, free)
            if errands:
                await work.outbox.attempt([one.delivery.id for one in errands], self._clock.now())
                await work.commit()
            else:
                await self._note_next_due(work)
        return errands

    async def _choose(self, work: UnitOfWork, free: int) -> list[Errand]:
        """The most urgent ones that pacing lets go; chats that must wait are left out of the next round."""
        now = self._clock.monotonic()
        closed = self._pacing.closed(now)
        self._soonest = min([IDLE_SECONDS, *closed.values()])
        busy, chosen = set(closed), dict[int, Errand]()
        for _ in range(ROUNDS):
            due = await work.outbox.due(self._clock.now(), free, frozenset(busy))
            errands = [await self._errand(work, one) for one in due if one.id not in chosen]
            held = self._admit(errands, chosen, free, now)
            if not held or len(chosen) >= free:
                break
            busy |= held | {one.delivery.new.order_key for one in chosen.values()}
        return list(chosen.values())

    def _admit(self, errands: list[Errand], chosen: dict[int, Errand], free: int, now: float) -> set[str]:
        """Move into `chosen` what may leave; the chats that must wait."""
        held: set[str] = set()
        for errand in errands[: free - len(chosen)]:
            wait = self._pacing.wait(errand.chat, now, group=errand.group, urgent=errand.urgent)
            if wait > 0:
                held.add(errand.chat)
                self._soonest = min(self._soonest, wait)
            else:
                self._pacing.take(errand.chat, now, group=errand.group)
                chosen[errand.delivery.id] = errand
        return held

    async def _errand(self, work: UnitOfWork, delivery: Delivery) -> Errand:
        if delivery.new.chat == STAFF_CHAT:
            to = Address(self._staff.chat_id, staff=True, topic=delivery.topic, card=delivery.card)
            return Errand(delivery, to)
        known = await work.chats.chat_id(delivery.new.chat)
        given = delivery.new.payload.get("chat_id")
        chat_id = known or (given if isinstance(given, int) else 0)
        key = delivery.new.payload.get("picture_key")
        file_id = await work.pictures.file_id(key) if isinstance(key, str) else None
        return Errand(await self._with_all_ids(work, delivery), Address(chat_id, file_id=file_id))

    async def _with_all_ids(self, work: UnitOfWork, delivery: Delivery) -> Delivery:
        """A deletion also takes what reached the chat since it was ordered."""
        if delivery.new.method is not Method.DELETE:
            return delivery
        given = delivery.new.payload.get("message_ids")
        known = await work.messages.recent(delivery.new.chat, self._clock.now())
        ids = list(dict.fromkeys([*(given if isinstance(given, list) else ()), *known]))
        return replace(
            delivery, new=replace(delivery.new, payload={**delivery.new.payload, "message_ids": ids})
        )

    async def _note_next_due(self, work: UnitOfWork) -> None:
        moment = await work.outbox.next_due()
        left = (moment - self._clock.now()).total_seconds() if moment is not None else IDLE_SECONDS
        if left > 0:
            self._soonest = min(self._soonest, left)

    async def _run(self, errand: Errand) -> None:
        outcome = await self._outcome(errand)
        if isinstance(outcome, Later) and outcome.reason == "flood":
            moment = self._clock.monotonic()
            self._pacing.back_off(errand.chat, outcome.seconds, moment, group=errand.group)
        if not isinstance(outcome, Sent):
            log.info("sender.outcome", outcome=type(outcome).__name__, attempts=errand.delivery.attempts)
        await self._concluded(errand, outcome)

    async def _outcome(self, errand: Errand) -> Outcome:
        if errand.to.chat_id == 0:
            return Failed("no_chat")
        try:
            return await self._carry_out(errand.delivery, errand.to)
        except Exception as error:
            log.error("sender.broken", exc_info=error)  # noqa: TRY400
            return Later(BROKEN_SECONDS, "broken") if errand.to.staff else Failed("broken")

    async def _concluded(self, errand: Errand, outcome: Outcome) -> None:
        """Record the outcome. It cannot be had again, so failing storage is waited for until the end.

        A settling that fails by itself gives way to the plain fact that the delivery was sent or not.
        """
        tries, seconds = 0, 1.0
        while True:
            record = self._conclude if tries < SETTLE_TRIES else self._settle_plainly
            try:
                return await record(errand.delivery, outcome)
            except Exception as error:
                log.error("sender.not_settled", attempt=tries + 1, exc_info=error)  # noqa: TRY400
                tries += not isinstance(error, StorageFailedError)
            if await self._clock.wait(self.stopping, self._after(seconds)):
                return None
            seconds = min(LONGEST_SECONDS, seconds * 2)

    async def _conclude(self, delivery: Delivery, outcome: Outcome) -> None:
        match outcome:
            case Later(seconds):
                await self._again(delivery, seconds, possible_repeat=False)
            case Unknown():
                seconds = min(LONGEST_SECONDS, UNKNOWN_SECONDS * 2.0 ** min(delivery.attempts, 10))
                await self._again(delivery, seconds, possible_repeat=True)
            case Migrated(chat_id):
                await self._follow(delivery, chat_id)
            case _:
                await self._settle(delivery, outcome)

    async def _again(self, delivery: Delivery, seconds: float, *, possible_repeat: bool) -> None:
        async with self._store.begin() as work:
            await work.outbox.again(delivery.id, self._after(seconds), possible_repeat=possible_repeat)
            await work.commit()

    async def _follow(self, delivery: Delivery, chat_id: int) -> None:
        """A group has a new id: remember it and send there."""
        now = self._clock.now()
        async with self._store.begin() as work:
            if delivery.new.chat == STAFF_CHAT:
                await self._staff.move(work, chat_id, now)
            else:
                await work.chats.remember(delivery.new.chat, ChatKind.GROUP, chat_id, now)
            await work.outbox.again(delivery.id, now, possible_repeat=False)
            await work.commit()

    async def _settle_plainly(self, delivery: Delivery, outcome: Outcome) -> None:
        """The consequences cannot be applied: keep at least what happened, or try the delivery again."""
        now = self._clock.now()
        async with self._store.begin() as work:
            if isinstance(outcome, Sent):
                await work.outbox.sent(delivery.id, now)
            elif isinstance(outcome, Failed):
                await work.outbox.failed(delivery.id, outcome.reason, now)
            else:
                await work.outbox.again(delivery.id, self._after(LONGEST_SECONDS), possible_repeat=False)
            await work.commit()

    def _after(self, seconds: float) -> datetime:
        return self._clock.now() + timedelta(seconds=seconds)
