"""What follows when a row of the outbox is settled: ids are noted, and the domain hears what it must know."""

from datetime import datetime

from bot.domain.inputs import CaseInput, ChatBlocked, ReplySettled, SendOutcome, TopicLost
from bot.outcome import Blocked, Failed, Sent, Settled
from bot.outcome import TopicLost as LostTopic
from bot.turns.purpose import Purpose, read_purpose
from db.deliveries import STAFF_CHAT, Delivery, Method
from db.store import UnitOfWork

Consequence = CaseInput | ChatBlocked


async def settle_row(
    uow: UnitOfWork, delivery: Delivery, outcome: Settled, now: datetime
) -> list[Consequence]:
    """Mark the row; what the domain must hear of it, in order."""
    match outcome:
        case Sent(message_id, picture):
            await uow.outbox.sent(delivery.id, now)
            if picture is not None:
                await uow.pictures.keep(picture.key, picture.file_id, now)
            await _note_ids(uow, delivery, message_id, now)
            return _reply_settled(delivery.new.purpose, SendOutcome.SENT)
        case Blocked():
            return await _blocked(uow, delivery, now)
        case Failed(reason):
            await uow.outbox.failed(delivery.id, reason, now)
            return _reply_settled(delivery.new.purpose, SendOutcome.FAILED)
        case LostTopic():
            return await _topic_lost(uow, delivery, now)


async def _topic_lost(uow: UnitOfWork, delivery: Delivery, now: datetime) -> list[Consequence]:
    """The case gets a new topic, where the delivery follows; of a case that is gone nobody needs to hear."""
    ref = delivery.new.case or ""
    if await uow.cases.get(ref) is None:
        await uow.outbox.failed(delivery.id, "case_gone", now)
        return []
    await uow.outbox.again(delivery.id, now, possible_repeat=False)
    return [TopicLost(ref, delivery.topic or 0)]


async def _note_ids(uow: UnitOfWork, delivery: Delivery, message_id: int | None, now: datetime) -> None:
    """Remember what Telegram named: the topic and the card of a case, the posts, the child's messages."""
    new = delivery.new
    if new.method is Method.DELETE:
        await uow.messages.forget(new.chat)
    if message_id is None:
        return
    match read_purpose(new.purpose):
        case Purpose.TOPIC, _ if new.case:
            await uow.cases.set_topic(new.case, message_id)
        case Purpose.CARD, _ if new.case:
            await uow.cases.set_card(new.case, message_id)
        case Purpose.WORDS, (message,):
            await uow.cases.set_topic_message(message, message_id)
        case _ if new.chat != STAFF_CHAT:
            await uow.messages.add(new.chat, message_id, now)
        case _:
            return


def _reply_settled(purpose: str, outcome: SendOutcome) -> list[Consequence]:
    match read_purpose(purpose):
        case Purpose.REPLY, (case, message):
            return [ReplySettled(case, message, outcome)]
        case _:
            return []


async def _blocked(uow: UnitOfWork, delivery: Delivery, now: datetime) -> list[Consequence]:
    """Nothing reaches this child any more: everything that waits for them is given up, and staff are told."""
    await uow.outbox.failed(delivery.id, "blocked", now)
    given_up = await uow.outbox.fail_chat(delivery.new.chat, "blocked", now)
    purposes = [delivery.new.purpose, *(row.purpose for row in given_up)]
    told = [one for purpose in purposes for one in _reply_settled(purpose, SendOutcome.BLOCKED)]
    in_group = read_purpose(delivery.new.purpose)[0] is Purpose.GROUP
    return told if in_group else [ChatBlocked(delivery.new.chat), *told]
