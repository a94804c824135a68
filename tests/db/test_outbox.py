"""Tests of db/outbox.py: what a delivery goes through."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from db.deliveries import STAFF_CHAT, Method, NewDelivery, OutboxState, Settled
from db.errors import SealError
from db.store import UnitOfWork
from tests.db.samples import a_case, a_delivery, a_post
from tests.storage import NOW, opened

LATER = NOW + timedelta(minutes=1)


async def _due(uow: UnitOfWork, at: object = NOW) -> list[int]:
    return [delivery.id for delivery in await uow.outbox.due(NOW if at is NOW else LATER, 100)]


async def test_it_gives_back_every_field(uow: UnitOfWork) -> None:
    new = NewDelivery(
        method=Method.EDIT,
        chat=STAFF_CHAT,
        order_key="case:case1",
        priority=3,
        payload={"text": "สวัสดี", "rows": [["a", 1]], "message_id": 5, "chat_id": None},
        case="case1",
        needs_topic=True,
        needs_card=True,
        replace_key="card:case1",
        purpose="card",
    )
    await uow.cases.save(a_case(topic=70, card=71), NOW)
    number = await uow.outbox.add(new, NOW)
    (delivery,) = await uow.outbox.due(NOW, 1)
    assert (delivery.new, delivery.id, delivery.created_at) == (new, number, NOW)
    assert (delivery.topic, delivery.card, delivery.attempts, delivery.possible_repeat) == (70, 71, 0, False)


async def test_it_is_not_due_while_it_is_attempted(uow: UnitOfWork) -> None:
    await uow.outbox.attempt([await uow.outbox.add(a_delivery(), NOW)], NOW)
    assert await _due(uow) == []


async def test_it_counts_attempts(uow: UnitOfWork) -> None:
    number = await uow.outbox.add(a_delivery(), NOW)
    for _ in range(2):
        await uow.outbox.attempt([number], NOW)
        await uow.outbox.again(number, NOW, possible_repeat=False)
    assert [delivery.attempts for delivery in await uow.outbox.due(NOW, 1)] == [2]


async def test_it_attempts_several_at_once(uow: UnitOfWork) -> None:
    numbers = [await uow.outbox.add(a_delivery(f"child{n}"), NOW) for n in range(3)]
    await uow.outbox.attempt(numbers[:2], NOW)
    assert await _due(uow) == numbers[2:]


async def test_it_waits_until_the_moment_it_was_put_off_to(uow: UnitOfWork) -> None:
    number = await uow.outbox.add(a_delivery(), NOW)
    await uow.outbox.attempt([number], NOW)
    await uow.outbox.again(number, LATER, possible_repeat=False)
    assert (await _due(uow), await _due(uow, LATER)) == ([], [number])


async def test_it_marks_a_possible_repeat(uow: UnitOfWork) -> None:
    number = await uow.outbox.add(a_delivery(), NOW)
    await uow.outbox.attempt([number], NOW)
    await uow.outbox.again(number, NOW, possible_repeat=True)
    assert [delivery.possible_repeat for delivery in await uow.outbox.due(NOW, 1)] == [True]


async def test_it_stays_a_possible_repeat_through_later_attempts(uow: UnitOfWork) -> None:
    number = await uow.outbox.add(a_delivery(), NOW)
    for unknown in (True, False):
        await uow.outbox.attempt([number], NOW)
        await uow.outbox.again(number, NOW, possible_repeat=unknown)
    assert [delivery.possible_repeat for delivery in await uow.outbox.due(NOW, 1)] == [True]


@pytest.mark.parametrize("outcome", ["sent", "failed"])
async def test_it_is_emptied_when_it_is_settled(uow: UnitOfWork, outcome: str) -> None:
    number = await uow.outbox.add(a_delivery(), NOW)
    await uow.outbox.attempt([number], NOW)
    if outcome == "sent":
        await uow.outbox.sent(number, NOW)
    else:
        await uow.outbox.failed(number, "Forbidden", NOW)
    row = await uow._session.one(text("SELECT payload, state FROM outbox"))
    assert row is not None
    assert (row.payload, row.state) == (None, outcome)


async def test_it_stays_settled_whatever_comes_later(uow: UnitOfWork) -> None:
    number = await uow.outbox.add(a_delivery(), NOW)
    await uow.outbox.sent(number, NOW)
    await uow.outbox.again(number, NOW, possible_repeat=True)
    await uow.outbox.failed(number, "Forbidden", NOW)
    assert (await uow.outbox.counts())[OutboxState.SENT] == 1


async def test_it_recovers_what_a_crash_left_attempting(tmp_path: Path) -> None:
    async with opened(tmp_path) as store, store.begin() as uow:
        number = await uow.outbox.add(a_delivery(), NOW)
        await uow.outbox.attempt([number], NOW)
        await uow.commit()
    async with opened(tmp_path) as store, store.begin() as uow:
        assert await uow.outbox.recover(NOW) == 1
        assert [(d.id, d.possible_repeat) for d in await uow.outbox.due(NOW, 9)] == [(number, True)]


async def test_it_recovers_only_what_was_attempted(uow: UnitOfWork) -> None:
    await uow.outbox.add(a_delivery(), NOW)
    assert await uow.outbox.recover(NOW) == 0
    assert [delivery.possible_repeat for delivery in await uow.outbox.due(NOW, 1)] == [False]


async def test_it_replaces_a_pending_one_with_the_same_key(uow: UnitOfWork) -> None:
    first = await uow.outbox.add(a_delivery(replace_key="card", payload={"text": "old"}), NOW)
    second = await uow.outbox.add(a_delivery(replace_key="card", payload={"text": "new"}), LATER)
    (delivery,) = await uow.outbox.due(LATER, 9)
    assert (first, delivery.new.payload) == (second, {"text": "new"})


async def test_it_takes_over_the_urgency_of_the_replacement(uow: UnitOfWork) -> None:
    await uow.outbox.add(a_delivery(priority=20, replace_key="card"), NOW)
    await uow.outbox.add(a_delivery(priority=1, replace_key="card"), NOW)
    assert [delivery.new.priority for delivery in await uow.outbox.due(NOW, 9)] == [1]


async def test_it_does_not_replace_one_that_is_on_its_way(uow: UnitOfWork) -> None:
    first = await uow.outbox.add(a_delivery(replace_key="card"), NOW)
    await uow.outbox.attempt([first], NOW)
    assert await uow.outbox.add(a_delivery(replace_key="card"), NOW) != first


async def test_it_does_not_replace_one_that_was_sent(uow: UnitOfWork) -> None:
    first = await uow.outbox.add(a_delivery(replace_key="card"), NOW)
    await uow.outbox.sent(first, NOW)
    assert await uow.outbox.add(a_delivery(replace_key="card"), NOW) != first


async def test_it_gives_up_all_that_is_pending_for_a_closed_chat(uow: UnitOfWork) -> None:
    numbers = [await uow.outbox.add(a_delivery(purpose=f"reply:{n}", case="case1"), NOW) for n in range(2)]
    other = await uow.outbox.add(a_delivery("child2"), NOW)
    assert await uow.outbox.fail_chat("child1", "Forbidden", NOW) == [
        Settled(numbers[0], "reply:0", "case1"),
        Settled(numbers[1], "reply:1", "case1"),
    ]
    assert await _due(uow) == [other]


async def test_it_leaves_what_is_on_its_way_to_a_closed_chat_to_the_sender(uow: UnitOfWork) -> None:
    await uow.outbox.attempt([await uow.outbox.add(a_delivery(), NOW)], NOW)
    assert await uow.outbox.fail_chat("child1", "Forbidden", NOW) == []


async def test_it_knows_how_long_the_oldest_alert_has_waited(uow: UnitOfWork) -> None:
    await uow.outbox.add(a_delivery(priority=20), NOW - timedelta(hours=1))
    await uow.outbox.add(a_post("case2"), LATER)
    await uow.outbox.add(a_post("case1"), NOW)
    assert await uow.outbox.oldest_unsent_alert() == NOW


async def test_it_counts_an_alert_as_unsent_until_it_is_settled(uow: UnitOfWork) -> None:
    number = await uow.outbox.add(a_post(), NOW)
    await uow.outbox.attempt([number], NOW)
    assert await uow.outbox.oldest_unsent_alert() == NOW
    await uow.outbox.sent(number, NOW)
    assert await uow.outbox.oldest_unsent_alert() is None


async def test_it_counts_what_stands_where(uow: UnitOfWork) -> None:
    numbers = [await uow.outbox.add(a_delivery(), NOW) for _ in range(4)]
    await uow.outbox.attempt(numbers[:1], NOW)
    await uow.outbox.sent(numbers[1], NOW)
    await uow.outbox.failed(numbers[2], "Forbidden", NOW)
    assert set((await uow.outbox.counts()).values()) == {1}


async def test_it_purges_what_was_settled_long_ago(uow: UnitOfWork) -> None:
    numbers = [await uow.outbox.add(a_delivery(), NOW) for _ in range(2)]
    await uow.outbox.sent(numbers[0], NOW)
    assert (await uow.outbox.purge(LATER), await _due(uow)) == (1, numbers[1:])


async def test_it_never_gives_a_number_twice(uow: UnitOfWork) -> None:
    first = await uow.outbox.add(a_delivery(), NOW)
    await uow.outbox.sent(first, NOW)
    await uow.outbox.purge(LATER)
    assert await uow.outbox.add(a_delivery(), NOW) > first


@pytest.mark.parametrize("change", ["chat = 'child2'", "ref = 'other'"])
async def test_it_does_not_hand_words_for_one_child_to_another(uow: UnitOfWork, change: str) -> None:
    await uow.outbox.add(a_delivery("child1"), NOW)
    await uow._session.run(text(f"UPDATE outbox SET {change}"))  # noqa: S608
    with pytest.raises(SealError):
        await uow.outbox.due(NOW, 1)
