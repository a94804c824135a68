"""The worker of the outbox, on a real store, with a Telegram that answers as told."""

import asyncio

from bot.outcome import Blocked, Failed, Later, Migrated, Outcome, Sent, TopicLost, Unknown
from db.chats import ChatKind
from db.deliveries import Delivery, Method, NewDelivery
from db.errors import StorageFailedError
from db.session import JSON
from tests.clock import breathe
from tests.workers.outbox import ALERT, LESSON, REPLY, STAFF_ID, Desk, Wire, order, to_child, to_staff


async def test_it_sends_what_the_outbox_holds(desk: Desk) -> None:
    await desk.add(to_child("nok", "hello"))
    await desk.send_all()
    assert desk.wire.texts == ["hello"]
    assert await desk.unsettled() == 0


async def test_it_sends_alerts_before_replies_before_lessons(desk: Desk) -> None:
    await desk.add(
        to_child("a", "lesson", LESSON), to_child("b", "reply", REPLY), to_staff("alert", ALERT, "case")
    )
    await desk.send_all()
    assert desk.wire.texts == ["alert", "reply", "lesson"]


async def test_it_sends_an_emergency_before_an_older_urgent_case(desk: Desk) -> None:
    await desk.add(*(to_staff(f"urgent {n}", ALERT + 1, f"case {n}") for n in range(40)))
    await desk.add(to_staff("emergency", ALERT, "worst"))
    await desk.send_all()
    assert desk.wire.texts[0] == "emergency"


async def test_it_keeps_the_order_of_one_childs_messages(desk: Desk) -> None:
    await desk.add(*(to_child("nok", str(n)) for n in range(5)))
    await desk.send_all()
    assert desk.wire.texts == ["0", "1", "2", "3", "4"]


async def test_it_answers_children_while_the_staff_group_is_full(desk: Desk) -> None:
    await desk.add(*(to_staff(f"alert {n}", ALERT, f"case {n}") for n in range(100)))
    await desk.add(to_child("nok", "reply"))
    await desk.send_all()
    assert "reply" in desk.wire.texts


async def test_it_sends_at_most_twenty_a_minute_to_the_staff_group(desk: Desk) -> None:
    await desk.add(*(to_staff(f"alert {n}", ALERT, f"case {n}") for n in range(60)))
    await desk.send_for(60)
    assert len(desk.wire.texts) <= 21
    await desk.send_for(130)
    assert len(desk.wire.texts) == 60


async def test_it_counts_topics_and_edits_of_cards_as_messages_of_the_group(desk: Desk) -> None:
    kinds = (Method.SEND, Method.EDIT, Method.OPEN_TOPIC)
    await desk.add(*(to_staff(str(n), ALERT, f"case {n}", kinds[n % 3]) for n in range(60)))
    await desk.send_for(59)
    assert len(desk.wire.texts) <= 20


async def test_it_lets_an_alert_pass_edits_of_cards_that_fill_the_group(desk: Desk) -> None:
    await desk.add(*(to_staff(f"edit {n}", ALERT, f"case {n}", Method.EDIT) for n in range(40)))
    await desk.send_for(20)
    await desk.add(to_staff("alert", ALERT, "new"))
    await desk.send_for(2)
    assert desk.wire.texts[-1] == "alert"


async def test_it_rests_only_the_chat_that_got_a_429(desk: Desk) -> None:
    desk.wire.answers = [Later(30, "flood")]
    await desk.add(to_child("nok", "first"))
    await desk.send_all()
    await desk.add(to_child("nok", "second", key="another key"), to_child("fah", "other"))
    await desk.send_all()
    assert desk.wire.texts == ["first", "other"]


async def test_it_sends_again_when_a_429_is_over(desk: Desk) -> None:
    desk.wire.answers = [Later(30, "flood")]
    await desk.add(to_child("nok", "first"))
    await desk.send_for(31)
    assert desk.wire.texts == ["first", "first"]
    assert not desk.wire.sent[1].possible_repeat


async def test_it_marks_a_message_that_was_maybe_sent_as_a_possible_repeat(desk: Desk) -> None:
    desk.wire.answers = [Unknown()]
    await desk.add(to_child("nok"))
    await desk.send_for(10)
    assert [one.possible_repeat for one in desk.wire.sent] == [False, True]


async def test_it_keeps_the_mark_when_the_next_try_is_refused_for_now(desk: Desk) -> None:
    desk.wire.answers = [Unknown(), Later(3)]
    await desk.add(to_child("nok"))
    await desk.send_for(20)
    assert [one.possible_repeat for one in desk.wire.sent] == [False, True, True]


async def test_it_never_drops_a_message_that_times_out_for_an_hour(desk: Desk) -> None:
    desk.wire.answers = [Unknown()] * 40
    await desk.add(to_staff("alert"))
    await desk.send_for(3600, step=30)
    assert await desk.unsettled() == 0


async def test_it_waits_longer_after_each_time_out(desk: Desk) -> None:
    desk.wire.answers = [Unknown()] * 30
    await desk.add(to_child("nok"))
    await desk.send_for(600)
    assert 8 <= len(desk.wire.sent) <= 20


async def test_it_sends_again_as_a_possible_repeat_what_a_crash_left_attempting(desk: Desk) -> None:
    hangs = asyncio.Event()

    async def never(_delivery: Delivery, _to: object) -> Outcome:
        await hangs.wait()
        return Sent(1)

    real, desk.sender._carry_out = desk.sender._carry_out, never
    await desk.add(to_child("nok"))
    await desk.sender.send_due()
    for task in desk.sender._running:
        task.cancel()
    desk.sender = desk.new_sender()
    desk.sender._carry_out = real
    await desk.sender._recover()
    await desk.send_all()
    assert [one.possible_repeat for one in desk.wire.sent] == [True]


async def test_it_sends_nothing_before_the_attempt_is_committed(desk: Desk) -> None:
    states: list[int] = []

    async def looking(delivery: Delivery, _to: object) -> Outcome:
        async with desk.store.begin() as work:
            states.append(await work.outbox.recover(desk.clock.now()))
        return Sent(delivery.id)

    desk.sender._carry_out = looking
    await desk.add(to_child("nok"))
    await desk.sender.send_due()
    await desk.sender.finish()
    assert states == [1]


async def test_it_hands_what_ends_a_delivery_to_settle(desk: Desk) -> None:
    endings: list[Outcome | Exception] = [Sent(7), Blocked(), Failed("permanent"), TopicLost()]
    desk.wire.answers = list(endings)
    await desk.add(*(to_child(f"child {n}") for n in range(4)))
    await desk.send_all()
    assert [outcome for _, outcome in desk.settled] == endings


async def test_it_waits_for_storage_to_settle(desk: Desk) -> None:
    desk.settle_errors = [StorageFailedError("disk full")] * 6
    await desk.add(to_child("nok"))
    await desk.sender.send_due()
    finishing = asyncio.ensure_future(desk.sender.finish())
    while not finishing.done():
        await desk.clock.advance(10)
        await asyncio.sleep(0.001)
    assert len(desk.settled) == 1
    assert len(desk.wire.sent) == 1


async def test_it_keeps_that_a_message_was_sent_when_its_consequences_fail(desk: Desk) -> None:
    desk.settle_errors = [RuntimeError("a fault in settling")] * 10
    await desk.add(to_child("nok"))
    await desk.sender.send_due()
    finishing = asyncio.ensure_future(desk.sender.finish())
    while not finishing.done():
        await desk.clock.advance(10)
        await asyncio.sleep(0.001)
    assert await desk.unsettled() == 0
    assert len(desk.wire.sent) == 1


async def test_it_follows_the_staff_group_to_its_new_id(desk: Desk) -> None:
    desk.wire.answers = [Migrated(-2002)]
    await desk.add(to_staff("alert"))
    await desk.send_all()
    assert [to.chat_id for to in desk.wire.addresses] == [STAFF_ID, -2002]
    assert not desk.wire.sent[1].possible_repeat


async def test_it_follows_an_ordinary_group_to_its_new_id(desk: Desk) -> None:
    await desk.know("group", ChatKind.GROUP, -50)
    desk.wire.answers = [Migrated(-60)]
    await desk.add(to_child("group"))
    await desk.send_all()
    assert [to.chat_id for to in desk.wire.addresses] == [-50, -60]


async def test_it_prefers_the_remembered_chat_to_the_one_in_the_payload(desk: Desk) -> None:
    await desk.know("nok", ChatKind.PRIVATE, 42)
    await desk.add(to_child("nok"))
    await desk.send_all()
    assert desk.wire.addresses[0].chat_id == 42


async def test_it_uses_the_payloads_chat_when_the_chat_was_forgotten(desk: Desk) -> None:
    delivery = to_child("nok")
    await desk.add(delivery)
    await desk.send_all()
    assert desk.wire.addresses[0].chat_id == delivery.payload["chat_id"]


async def test_it_deletes_also_what_reached_the_chat_since_the_deletion_was_ordered(desk: Desk) -> None:
    payload: dict[str, JSON] = {"chat_id": 42, "message_ids": [1, 2]}
    await desk.add(NewDelivery(Method.DELETE, "nok", "nok", REPLY, payload))
    async with desk.store.begin() as work:
        await work.messages.add("nok", 3, desk.clock.now())
        await work.commit()
    await desk.send_all()
    assert desk.wire.sent[0].new.payload["message_ids"] == [1, 2, 3]


async def test_it_never_gives_up_an_alert_that_breaks_the_code(desk: Desk) -> None:
    desk.wire.answers = [RuntimeError("a fault in sending")]
    await desk.add(to_staff("alert"))
    await desk.send_for(400, step=100)
    assert desk.wire.texts == ["alert", "alert"]


async def test_it_goes_on_with_others_when_one_message_breaks_the_code(desk: Desk) -> None:
    desk.wire.answers = [RuntimeError("a fault in sending")]
    await desk.add(to_child("nok", "broken"), to_child("fah", "fine"))
    await desk.send_all()
    assert isinstance(desk.settled[0][1], Failed)
    assert order(desk.wire.texts, "fine") == ["fine"]


async def test_it_sends_many_chats_at_once_but_no_more_than_sixty_four(desk: Desk) -> None:
    running, most, gate = 0, 0, asyncio.Event()

    async def slow(delivery: Delivery, _to: object) -> Outcome:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await gate.wait()
        running -= 1
        return Sent(delivery.id)

    desk.sender._carry_out = slow
    await desk.add(*(to_child(f"child {n}") for n in range(80)))
    for _ in range(10):
        await desk.sender.send_due()
        await breathe()
        desk.clock.jump(1)
    gate.set()
    await desk.sender.finish()
    assert most == 64


async def test_it_wakes_when_something_was_committed(desk: Desk) -> None:
    task = asyncio.create_task(desk.sender.run())
    await asyncio.sleep(0.05)
    await desk.add(to_child("nok"))
    desk.sender.wake.set()
    async with asyncio.timeout(5):
        while not desk.settled:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
    desk.sender.stop()
    await task
    assert desk.wire.texts == ["hello"]


async def test_it_stops_after_the_errands_under_way(desk: Desk) -> None:
    desk.wire = Wire()
    task = asyncio.create_task(desk.sender.run())
    await asyncio.sleep(0.02)
    desk.sender.stop()
    async with asyncio.timeout(5):
        await task
    assert not desk.sender._running


async def test_it_looks_up_under_which_id_telegram_has_a_picture(desk: Desk) -> None:
    async with desk.store.begin() as work:
        await work.pictures.keep("first:1", "file", desk.clock.now())
        await work.commit()
    for child, key in (("a", "first:1"), ("b", "first:2"), ("c", None)):
        payload: dict[str, JSON] = {"text": child, "chat_id": 9, "picture_key": key}
        await desk.add(NewDelivery(Method.PHOTO, child, child, LESSON, payload))
    await desk.send_all()
    assert [one.file_id for one in desk.wire.addresses] == ["file", None, None]
