"""One delivery, carried out against the simulated Telegram."""

from typing import Any

import pytest
from telegram import Bot

from bot.outcome import Address, Blocked, Sent, TopicLost
from bot.telegram.send import GENERAL_TOPIC, Telegram
from db.deliveries import Method
from tests.simulation import Simulation
from tests.telegram.deliveries import ROWS, child, delivery, staff, topic, words


async def test_it_sends_a_text_with_buttons(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    sent = await telegram.carry_out(words(rows=ROWS), child(sim))
    message = sim.child.last_message()
    assert message is not None
    assert sent == Sent(message.id)
    assert [button["callback_data"] for button in message.buttons[0]] == ["yes", "no"]


async def test_it_sends_plain_text_only(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    await telegram.carry_out(words("*stars* <b>tags</b> _lines_"), child(sim))
    assert sim.child.text() == "*stars* <b>tags</b> _lines_"
    assert "parse_mode" not in sim.calls("sendMessage")[-1].params


async def test_it_never_shows_a_preview_of_a_link(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    await telegram.carry_out(words("https://example.org"), child(sim))
    assert sim.calls("sendMessage")[-1].params["link_preview_options"] == {"is_disabled": True}


async def test_it_protects_all_that_goes_to_staff(telegram: Telegram, sim: Simulation) -> None:
    await telegram.carry_out(words(), staff(sim))
    message = sim.staff.last_message(sim.staff_room)
    assert message is not None
    assert message.protected


async def test_it_protects_for_a_child_only_what_asks_for_it(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    await telegram.carry_out(words("one"), child(sim))
    await telegram.carry_out(words("two", protect=True), child(sim))
    assert [message.protected for message in sim.child.from_bot()] == [False, True]


async def test_it_marks_a_possible_repeat_in_the_language_of_the_text(
    telegram: Telegram, sim: Simulation
) -> None:
    await sim.child.start()
    await telegram.carry_out(
        delivery(Method.SEND, {"text": "hello", "language": "th"}, repeat=True), child(sim)
    )
    assert sim.child.text() == "[again th]\n\nhello"


async def test_it_splits_a_text_that_is_too_long(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    text = "word " * 1000
    await telegram.carry_out(words(text.strip(), rows=ROWS), child(sim))
    messages = sim.child.from_bot()
    assert " ".join(message.text or "" for message in messages) == text.strip()
    assert [bool(message.buttons) for message in messages] == [False, True]


async def test_it_sends_the_words_without_buttons_that_telegram_refuses(
    telegram: Telegram, sim: Simulation
) -> None:
    await sim.child.start()
    bad = [[{"text": "Yes", "data": "x" * 65}]]
    assert isinstance(await telegram.carry_out(words(rows=bad), child(sim)), Sent)
    assert sim.child.text() == "hello"


async def test_it_sends_what_half_characters_leave(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    await telegram.carry_out(words("a\ud83db\x00c"), child(sim))
    assert sim.child.text() == "a�bc"


async def test_it_replies_to_a_message(telegram: Telegram, sim: Simulation) -> None:
    message = await sim.staff.say("question", sim.staff_room)
    await telegram.carry_out(words(reply_to=message.id), staff(sim))
    answer = sim.staff.last_message(sim.staff_room)
    assert answer is not None
    assert answer.reply_to == message.id


async def test_it_sends_a_reply_to_a_message_that_is_gone(telegram: Telegram, sim: Simulation) -> None:
    assert isinstance(await telegram.carry_out(words(reply_to=999), staff(sim)), Sent)


async def test_it_says_when_the_child_blocked_the_bot(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    await sim.child.block()
    assert await telegram.carry_out(words(), child(sim)) == Blocked()


async def test_it_says_when_the_child_never_pressed_start(telegram: Telegram, sim: Simulation) -> None:
    assert await telegram.carry_out(words(), Address(sim.newcomer().id)) == Blocked()


async def test_it_posts_into_a_topic(telegram: Telegram, sim: Simulation) -> None:
    thread = await topic(telegram, sim)
    await telegram.carry_out(words(), staff(sim, topic=thread))
    assert sim.staff.last_message(sim.staff_room, topic=thread) is not None


async def test_it_says_when_the_topic_is_gone(telegram: Telegram, sim: Simulation) -> None:
    thread = await topic(telegram, sim)
    await sim.staff.delete_topic(next(one for one in sim.staff.topics() if one.id == thread))
    assert await telegram.carry_out(words(), staff(sim, topic=thread)) == TopicLost()


async def test_it_takes_back_what_telegram_put_into_general_instead(
    telegram: Telegram, sim: Simulation, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread, real = await topic(telegram, sim), Bot.send_message

    async def into_general(self: Bot, **given: Any) -> Any:
        return await real(self, **{**given, "message_thread_id": None})

    monkeypatch.setattr(type(bot), "send_message", into_general)
    assert await telegram.carry_out(words("stray"), staff(sim, topic=thread)) == TopicLost()
    assert "stray" not in sim.staff.text(sim.staff_room)


async def test_it_opens_a_topic(telegram: Telegram, sim: Simulation) -> None:
    thread = await topic(telegram, sim, "Blue Heron")
    assert [one.name for one in sim.staff.topics() if one.id == thread] == ["Blue Heron"]


async def test_it_cuts_the_name_of_a_topic(telegram: Telegram, sim: Simulation) -> None:
    thread = await topic(telegram, sim, "ก" * 200)
    assert [len(one.name) for one in sim.staff.topics() if one.id == thread] == [128]


async def test_it_falls_back_to_general_where_there_are_no_topics(
    telegram: Telegram, sim: Simulation
) -> None:
    sim.staff_room.forum = False
    assert await topic(telegram, sim) == GENERAL_TOPIC
    sim.staff_room.forum = True
    assert isinstance(await telegram.carry_out(words(), staff(sim, topic=GENERAL_TOPIC)), Sent)
    assert sim.staff.last_message(sim.staff_room) is not None


async def test_it_edits_a_message(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    sent = await telegram.carry_out(words("old"), child(sim))
    assert isinstance(sent, Sent)
    edit = delivery(Method.EDIT, {"text": "new", "message_id": sent.message_id, "rows": ROWS})
    assert await telegram.carry_out(edit, child(sim)) == sent
    assert sim.child.text() == "new"


async def test_an_edit_that_changes_nothing_is_a_success(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    sent = await telegram.carry_out(words("same"), child(sim))
    assert isinstance(sent, Sent)
    edit = delivery(Method.EDIT, {"text": "same", "message_id": sent.message_id})
    assert await telegram.carry_out(edit, child(sim)) == sent


async def test_an_edit_is_never_marked_as_a_repeat(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    sent = await telegram.carry_out(words("old"), child(sim))
    assert isinstance(sent, Sent)
    payload = {"text": "new", "message_id": sent.message_id}
    await telegram.carry_out(delivery(Method.EDIT, payload, repeat=True), child(sim))
    assert sim.child.text() == "new"


async def test_it_sends_anew_what_is_gone_and_cannot_be_edited(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    edit = delivery(Method.EDIT, {"text": "new", "message_id": 999})
    sent = await telegram.carry_out(edit, child(sim))
    message = sim.child.last_message()
    assert message is not None
    assert (sent, message.text) == (Sent(message.id), "new")


async def test_it_marks_a_possible_repeat_of_what_was_sent_anew(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    payload = {"text": "new", "message_id": 999, "language": "th"}
    await telegram.carry_out(delivery(Method.EDIT, payload, repeat=True), child(sim))
    assert sim.child.text() == "[again th]\n\nnew"


async def test_it_edits_the_card_of_a_case(telegram: Telegram, sim: Simulation) -> None:
    thread = await topic(telegram, sim)
    card = await telegram.carry_out(words("card"), staff(sim, topic=thread))
    assert isinstance(card, Sent)
    await telegram.carry_out(
        delivery(Method.EDIT, {"text": "card 2"}), staff(sim, topic=thread, card=card.message_id)
    )
    message = sim.staff.last_message(sim.staff_room, topic=thread)
    assert message is not None
    assert message.text == "card 2"


async def test_it_says_when_the_topic_of_a_card_is_gone(telegram: Telegram, sim: Simulation) -> None:
    thread = await topic(telegram, sim)
    await sim.staff.delete_topic(next(one for one in sim.staff.topics() if one.id == thread))
    edit = delivery(Method.EDIT, {"text": "card 2"})
    assert await telegram.carry_out(edit, staff(sim, topic=thread, card=999)) == TopicLost()


async def test_it_renames_a_topic(telegram: Telegram, sim: Simulation) -> None:
    thread = await topic(telegram, sim)
    renamed = delivery(Method.RENAME_TOPIC, {"title": "Red Heron"})
    assert await telegram.carry_out(renamed, staff(sim, topic=thread)) == Sent()
    assert "Red Heron" in [one.name for one in sim.staff.topics()]


async def test_it_leaves_a_title_that_cannot_be_changed(telegram: Telegram, sim: Simulation) -> None:
    thread = await topic(telegram, sim, "Red Heron")
    renamed = delivery(Method.RENAME_TOPIC, {"title": "Red Heron"})
    assert await telegram.carry_out(renamed, staff(sim, topic=thread)) == Sent()
    assert await telegram.carry_out(renamed, staff(sim, topic=1)) == Sent()


async def test_it_says_when_the_topic_to_be_renamed_is_gone(telegram: Telegram, sim: Simulation) -> None:
    renamed = delivery(Method.RENAME_TOPIC, {"title": "Red Heron"})
    assert await telegram.carry_out(renamed, staff(sim, topic=4711)) == TopicLost()


async def test_it_deletes_messages_of_both_sides(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    theirs = await sim.child.say("words")
    ours = await telegram.carry_out(words(), child(sim))
    assert isinstance(ours, Sent)
    ids = [theirs.id, ours.message_id, 999]
    await telegram.carry_out(delivery(Method.DELETE, {"message_ids": ids}), child(sim))
    left = [message.id for message in sim.child.messages()]
    assert theirs.id not in left
    assert ours.message_id not in left


async def test_it_deletes_a_hundred_at_a_time(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    remove = delivery(Method.DELETE, {"message_ids": list(range(500, 750))})
    assert await telegram.carry_out(remove, child(sim)) == Sent()
    assert [len(call.params["message_ids"]) for call in sim.calls("deleteMessages")] == [100, 100, 50]


async def test_it_deletes_one_by_one_when_one_of_them_is_too_old(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    old = await sim.child.say("old words")
    sim.advance(49 * 3600)
    fresh = await sim.child.say("fresh words")
    remove = delivery(Method.DELETE, {"message_ids": [old.id, fresh.id]})
    assert await telegram.carry_out(remove, child(sim)) == Sent()
    assert fresh.id not in [message.id for message in sim.child.messages()]
