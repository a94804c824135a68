"""What is still to be sent: written with the decision, settled by the sender, in the order that matters."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from db import outbox_statements as sql
from db.deliveries import Delivery, Method, NewDelivery, OutboxState, Settled
from db.session import Session, pack, unpack


class Outbox:
    """The repository of deliveries."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, new: NewDelivery, now: datetime) -> int:
        """Add a delivery, or put it in the place of a PENDING one with the same `replace_key`; its id."""
        ref = uuid.uuid4().hex
        values = {
            "ref_": ref,
            "payload_": self._session.sealer.seal(pack(dict(new.payload)), context=_context(ref, new.chat)),
            "method_": new.method.value,
            "chat_": new.chat,
            "priority_": new.priority,
            "case_ref_": new.case,
            "needs_topic_": new.needs_topic,
            "needs_card_": new.needs_card,
            "purpose_": new.purpose,
            "replace_key_": new.replace_key,
        }
        row = await self._session.one(sql.REPLACE, **values) if new.replace_key is not None else None
        if row is None:
            row = await self._session.one(sql.ADD, order_key_=new.order_key, now=now, **values)
        return -1 if row is None else int(row.id)

    async def due(self, now: datetime, limit: int, busy: frozenset[str] = frozenset()) -> list[Delivery]:
        """Deliveries that may leave now, the most urgent first; at most one of each order key.

        `busy`: order keys and chats to leave alone for now.
        """
        rows = await self._session.all(sql.DUE, now=now, limit=limit, busy=list(busy))
        return [self._delivery(row) for row in rows]

    async def attempt(self, ids: Iterable[int], now: datetime) -> None:  # noqa: ARG002
        """These are about to be sent. Commit before sending: after a crash they are possible repeats."""
        await self._session.run(sql.ATTEMPT, ids=list(ids))

    async def sent(self, delivery: int, now: datetime) -> None:
        """It arrived: empty it."""
        await self._settle(delivery, OutboxState.SENT, None, now)

    async def failed(self, delivery: int, reason: str, now: datetime) -> None:
        """It can never arrive: empty it. `reason` names the error, never words of a message."""
        await self._settle(delivery, OutboxState.FAILED, reason, now)

    async def again(self, delivery: int, not_before: datetime, *, possible_repeat: bool) -> None:
        """Try later. `possible_repeat`: nobody knows whether it arrived; once true it stays true."""
        await self._session.run(sql.AGAIN, id_=delivery, not_before_=not_before, repeat=possible_repeat)

    async def recover(self, now: datetime) -> int:  # noqa: ARG002
        """At start: what a crash left ATTEMPTING is PENDING again, as a possible repeat; how many."""
        return await self._session.count(sql.RECOVER)

    async def next_due(self) -> datetime | None:
        """When the next delivery may leave (long ago, if one may leave now); None when none is waiting."""
        row = await self._session.one(sql.NEXT_DUE)
        return None if row is None else row.at

    async def oldest_unsent_alert(self) -> datetime | None:
        """Since when the oldest alert to staff waits; None when all have left."""
        row = await self._session.one(sql.OLDEST_ALERT)
        return None if row is None else row.created_at

    async def fail_chat(self, chat: str, reason: str, now: datetime) -> list[Settled]:
        """A chat is closed to us: give up everything PENDING for it; what was given up."""
        rows = await self._session.all(sql.FAIL_CHAT, chat_=chat, reason_=reason, now=now)
        return sorted((Settled(row.id, row.purpose, row.case_ref) for row in rows), key=lambda one: one.id)

    async def counts(self) -> dict[OutboxState, int]:
        """How many deliveries stand where."""
        found = {row.state: row.n for row in await self._session.all(sql.COUNTS)}
        return {state: found.get(state.value, 0) for state in OutboxState}

    async def purge(self, before: datetime) -> int:
        """Delete what was settled before a moment; how many."""
        return await self._session.count(sql.PURGE, before=before)

    async def _settle(self, delivery: int, state: OutboxState, reason: str | None, now: datetime) -> None:
        await self._session.run(sql.SETTLE, id_=delivery, state_=state.value, reason_=reason, now=now)

    def _delivery(self, row: Row[Any]) -> Delivery:
        payload = self._session.sealer.open(row.payload, context=_context(row.ref, row.chat))
        new = NewDelivery(
            method=Method(row.method),
            chat=row.chat,
            order_key=row.order_key,
            priority=row.priority,
            payload=unpack(payload),
            case=row.case_ref,
            needs_topic=row.needs_topic,
            needs_card=row.needs_card,
            replace_key=row.replace_key,
            purpose=row.purpose,
        )
        return Delivery(
            row.id, row.created_at, row.attempts, row.possible_repeat, new, topic=row.topic, card=row.card
        )


def _context(ref: str, chat: str) -> str:
    # The chat is part of it: words for one child cannot be turned into words for another.
    return f"outbox:payload:{ref}@{chat}"
