"""Tests of db/outbox_statements.py: which delivery leaves next."""

import time
from datetime import timedelta

import pytest
from sqlalchemy import text

from db.deliveries import STAFF_CHAT, Method
from db.outbox_statements import HEADS
from db.store import Store, UnitOfWork
from tests.db.samples import a_case, a_delivery, a_post
from tests.storage import NOW

LATER = NOW + timedelta(minutes=1)


async def _due(uow: UnitOfWork, **kwargs: frozenset[str]) -> list[int]:
    return [delivery.id for delivery in await uow.outbox.due(NOW, 100, **kwargs)]


async def test_it_lets_only_the_oldest_of_a_chat_leave(uow: UnitOfWork) -> None:
    first = await uow.outbox.add(a_delivery(), NOW)
    await uow.outbox.add(a_delivery(), NOW)
    assert await _due(uow) == [first]


async def test_it_lets_the_next_leave_once_the_first_is_settled(uow: UnitOfWork) -> None:
    first, second = [await uow.outbox.add(a_delivery(), NOW) for _ in range(2)]
    await uow.outbox.sent(first, NOW)
    assert await _due(uow) == [second]


async def test_it_keeps_the_order_of_a_chat_whatever_the_priorities(uow: UnitOfWork) -> None:
    first = await uow.outbox.add(a_delivery(priority=30), NOW)
    await uow.outbox.add(a_delivery(priority=1), NOW)
    assert await _due(uow) == [first]


async def test_it_holds_a_chat_back_while_its_first_is_on_its_way(uow: UnitOfWork) -> None:
    first, _ = [await uow.outbox.add(a_delivery(), NOW) for _ in range(2)]
    await uow.outbox.attempt([first], NOW)
    assert await _due(uow) == []


async def test_it_holds_a_chat_back_while_its_first_is_put_off(uow: UnitOfWork) -> None:
    first, _ = [await uow.outbox.add(a_delivery(), NOW) for _ in range(2)]
    await uow.outbox.again(first, LATER, possible_repeat=False)
    assert await _due(uow) == []


async def test_it_puts_the_most_urgent_chat_first(uow: UnitOfWork) -> None:
    lesson = await uow.outbox.add(a_delivery("child1", 23), NOW)
    reply = await uow.outbox.add(a_delivery("child2", 13), NOW)
    alert = await uow.outbox.add(a_delivery(STAFF_CHAT, 0, order_key="general"), NOW)
    assert await _due(uow) == [alert, reply, lesson]


async def test_it_puts_the_older_of_two_equally_urgent_first(uow: UnitOfWork) -> None:
    numbers = [await uow.outbox.add(a_delivery(f"child{n}"), NOW) for n in (3, 1, 2)]
    assert await _due(uow) == numbers


async def test_it_lifts_a_chat_whose_urgent_message_waits_behind_another(uow: UnitOfWork) -> None:
    lesson = await uow.outbox.add(a_delivery("child1", 23), NOW)
    blocked = await uow.outbox.add(a_delivery("child2", 33), NOW)
    await uow.outbox.add(a_delivery("child2", 10), NOW)
    assert await _due(uow) == [blocked, lesson]


async def test_it_gives_no_more_than_asked(uow: UnitOfWork) -> None:
    for number in range(5):
        await uow.outbox.add(a_delivery(f"child{number}"), NOW)
    assert len(await uow.outbox.due(NOW, 2)) == 2


@pytest.mark.parametrize("busy", ["case:case1", STAFF_CHAT])
async def test_it_leaves_busy_keys_and_chats_alone(uow: UnitOfWork, busy: str) -> None:
    await uow.outbox.add(a_post(needs_topic=False), NOW)
    lesson = await uow.outbox.add(a_delivery(), NOW)
    assert await _due(uow, busy=frozenset({busy})) == [lesson]


async def test_it_holds_a_post_until_the_case_has_a_topic(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(), NOW)
    post = await uow.outbox.add(a_post(), NOW)
    assert await _due(uow) == []
    await uow.cases.set_topic("case1", 70)
    assert await _due(uow) == [post]


async def test_it_holds_a_post_of_a_case_that_is_not_known(uow: UnitOfWork) -> None:
    await uow.outbox.add(a_post("unknown"), NOW)
    assert await _due(uow) == []


async def test_it_holds_an_edit_until_the_case_has_a_card(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(topic=70), NOW)
    edit = await uow.outbox.add(a_post(method=Method.EDIT, needs_card=True), NOW)
    assert await _due(uow) == []
    await uow.cases.set_card("case1", 71)
    assert await _due(uow) == [edit]


async def test_it_lets_the_topic_be_made_although_older_posts_wait_for_it(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(), NOW)
    await uow.outbox.add(a_post(), NOW)
    topic = await uow.outbox.add(a_post(method=Method.OPEN_TOPIC, needs_topic=False), NOW)
    assert await _due(uow) == [topic]


async def test_it_keeps_the_order_of_posts_that_waited_for_a_topic(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(), NOW)
    first, second = [await uow.outbox.add(a_post(), NOW) for _ in range(2)]
    await uow.cases.set_topic("case1", 70)
    assert await _due(uow) == [first]
    await uow.outbox.sent(first, NOW)
    assert await _due(uow) == [second]


async def test_it_holds_posts_again_when_the_topic_is_lost(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(topic=70), NOW)
    await uow.outbox.add(a_post(), NOW)
    await uow.cases.set_topic("case1", None)
    assert await _due(uow) == []


async def test_it_still_posts_in_the_topic_of_a_case_that_was_emptied(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(topic=70), NOW)
    post = await uow.outbox.add(a_post(), NOW)
    await uow.cases._empty(["case1"])
    assert await _due(uow) == [post]


async def test_it_knows_when_nothing_is_left(uow: UnitOfWork) -> None:
    await uow.outbox.sent(await uow.outbox.add(a_delivery(), NOW), NOW)
    assert await uow.outbox.next_due() is None


async def test_it_knows_that_something_may_leave_now(uow: UnitOfWork) -> None:
    await uow.outbox.again(await uow.outbox.add(a_delivery("child2"), NOW), LATER, possible_repeat=False)
    await uow.outbox.add(a_delivery(), NOW)
    assert await uow.outbox.next_due() == NOW


async def test_it_knows_when_the_first_may_leave(uow: UnitOfWork) -> None:
    await uow.outbox.again(await uow.outbox.add(a_delivery(), NOW), LATER, possible_repeat=False)
    await uow.outbox.add(a_delivery(), NOW)
    assert await uow.outbox.next_due() == LATER


async def test_it_wakes_nobody_for_a_post_without_a_topic(uow: UnitOfWork) -> None:
    await uow.outbox.add(a_post(), NOW)
    assert await uow.outbox.next_due() is None


async def test_it_finds_the_next_of_ten_thousand_without_reading_them_all(store: Store) -> None:
    async with store.begin() as uow:
        await _add_many(uow, chats=500, each=20)
        started = time.process_time()
        for _ in range(10):
            assert len(await uow.outbox.due(NOW, 30)) == 30
        spent = (time.process_time() - started) / 10
    assert spent < 0.05  # measured 2 ms; a scan of the rows themselves takes over 100 ms


async def test_it_finds_the_heads_in_the_index_alone(store: Store, engine: str) -> None:
    if engine != "sqlite":
        pytest.skip("asks SQLite for its plan")
    async with store.begin() as uow:
        plan = await uow._session.all(text(f"EXPLAIN QUERY PLAN {HEADS.compile(store.engine.sync_engine)}"))
    assert any("COVERING INDEX ix_outbox_queue" in row.detail for row in plan)


async def _add_many(uow: UnitOfWork, *, chats: int, each: int) -> None:
    await uow.outbox.add(a_delivery("chat0"), NOW)
    await uow._session.run(
        text(
            f"""
            INSERT INTO outbox (ref, state, method, chat, order_key, priority, payload, needs_topic,
                                needs_card, purpose, attempts, possible_repeat, created_at)
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {chats * each - 1})
            SELECT o.ref, o.state, o.method, o.chat, 'key' || (n.i % {chats}), o.priority, o.payload,
                   o.needs_topic, o.needs_card, o.purpose, 0, o.possible_repeat, o.created_at
            FROM outbox o, n
            """  # noqa: S608
        )
    )
