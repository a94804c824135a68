"""Deliveries for tests, and a Telegram that answers as told."""

from collections.abc import Sequence
from datetime import datetime

from bot.outcome import Address, Failed, Outcome, Sent, Settled
from bot.staff_room import StaffRoom
from bot.workers.sender import Sender
from db.chats import ChatKind
from db.deliveries import STAFF_CHAT, Delivery, Method, NewDelivery
from db.store import Store
from tests.clock import FakeClock

STAFF_ID = -1001
ALERT, REPLY, LESSON = 0, 10, 20


def to_child(child: str, text: str = "hello", priority: int = REPLY, key: str | None = None) -> NewDelivery:
    chat_id = 1000 + sum(child.encode())
    return NewDelivery(Method.SEND, child, key or child, priority, {"chat_id": chat_id, "text": text})


def to_staff(
    text: str, priority: int = ALERT, key: str = "general", method: Method = Method.SEND
) -> NewDelivery:
    return NewDelivery(method, STAFF_CHAT, key, priority, {"text": text, "message_id": 5})


class Wire:
    """Stands for Telegram: notes what is carried out and answers from a list, else Sent."""

    def __init__(self, *answers: Outcome | Exception) -> None:
        self.answers = list(answers)
        self.sent: list[Delivery] = []
        self.addresses: list[Address] = []

    @property
    def texts(self) -> list[str]:
        return [str(one.new.payload["text"]) for one in self.sent]

    async def carry_out(self, delivery: Delivery, to: Address) -> Outcome:
        self.sent.append(delivery)
        self.addresses.append(to)
        answer = self.answers.pop(0) if self.answers else Sent(len(self.sent))
        if isinstance(answer, Exception):
            raise answer
        return answer


class Desk:
    """A store, a sender and a wire, with a clock that stands still."""

    def __init__(self, store: Store, wire: Wire | None = None) -> None:
        self.store = store
        self.wire = wire or Wire()
        self.clock = FakeClock()
        self.staff = StaffRoom(STAFF_ID)
        self.settled: list[tuple[Delivery, Settled]] = []
        self.settle_errors: list[Exception] = []
        self.sender = self.new_sender()

    def new_sender(self) -> Sender:
        return Sender(
            store=self.store,
            carry_out=self.wire.carry_out,
            settle=self.settle,
            staff=self.staff,
            clock=self.clock,
            beat=lambda _: None,
        )

    async def settle(self, delivery: Delivery, outcome: Settled) -> None:
        if self.settle_errors:
            raise self.settle_errors.pop(0)
        async with self.store.begin() as work:
            if isinstance(outcome, Sent):
                await work.outbox.sent(delivery.id, self.clock.now())
            else:
                reason = outcome.reason if isinstance(outcome, Failed) else "gone"
                await work.outbox.failed(delivery.id, reason, self.clock.now())
            await work.commit()
        self.settled.append((delivery, outcome))

    async def add(self, *deliveries: NewDelivery) -> list[int]:
        async with self.store.begin() as work:
            ids = [await work.outbox.add(one, self.clock.now()) for one in deliveries]
            await work.commit()
        return ids

    async def know(self, ref: str, kind: ChatKind, chat_id: int) -> None:
        async with self.store.begin() as work:
            await work.chats.remember(ref, kind, chat_id, self.clock.now())
            await work.commit()

    async def send_all(self) -> None:
        """Send until nothing may leave at this moment."""
        while await self.sender.send_due():
            await self.sender.finish()

    async def send_for(self, seconds: float, step: float = 1.0) -> None:
        """Send all that may leave while that time passes."""
        for _ in range(int(seconds / step)):
            await self.send_all()
            self.clock.jump(step)
        await self.send_all()

    async def unsettled(self) -> int:
        async with self.store.begin() as work:
            counts = await work.outbox.counts()
        return sum(number for state, number in counts.items() if state in ("pending", "attempting"))

    async def next_due(self) -> datetime | None:
        async with self.store.begin() as work:
            return await work.outbox.next_due()


def order(texts: Sequence[str], *wanted: str) -> list[str]:
    return [one for one in texts if one in wanted]
