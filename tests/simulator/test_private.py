"""Private chats: Start, blocks, deep links, taps, edits, deletions, reply keyboards."""

from typing import Any

import pytest

from bot.simulator.errors import TroubleError
from bot.simulator.model import Message
from tests.simulation import Simulation
from tests.simulator.calls import BUTTON, keyboard
from tests.simulator.conftest import Api, RefusedError


async def latest(api: Api) -> dict[str, Any]:
    """The newest update, without its id."""
    update: dict[str, Any] = (await api("getUpdates"))[-1]
    return {key: value for key, value in update.items() if key != "update_id"}


async def sent(simulator: Simulation, api: Api, **more: object) -> Message:
    """A message from the bot to the child, who has pressed Start."""
    await simulator.child.start()
    answer = await api("sendMessage", chat_id=simulator.child.id, **{"text": "hello", **more})
    return simulator.world.chats[simulator.child.id].messages[answer["message_id"]]


async def test_it_lets_nobody_be_written_to_before_start(api: Api, simulator: Simulation) -> None:
    with pytest.raises(
        RefusedError, match="Forbidden: bot can't initiate conversation with a user"
    ) as refused:
        await api("sendMessage", chat_id=simulator.child.id, text="hello")
    assert refused.value.status == 403


async def test_it_tells_of_a_block_and_refuses_to_write(api: Api, simulator: Simulation) -> None:
    await simulator.child.start()
    await simulator.child.block()
    update = await latest(api)
    with pytest.raises(RefusedError, match="Forbidden: bot was blocked by the user"):
        await api("sendMessage", chat_id=simulator.child.id, text="hello")
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_it_tells_of_an_unblock(api: Api, simulator: Simulation) -> None:
    await simulator.child.start()
    await simulator.child.block()
    await simulator.child.start()
    kinds = [next(iter(set(update) - {"update_id"})) for update in await api("getUpdates")]
    assert kinds == ["message", "my_chat_member", "my_chat_member", "message"]


async def test_it_turns_a_deep_link_into_start_with_its_payload(api: Api, simulator: Simulation) -> None:
    await simulator.child.start("lesson_7")
    message = (await latest(api))["message"]
    assert (message["text"], message["entities"][0]) == (
        "/start lesson_7",
        {"type": "bot_command", "offset": 0, "length": 6},
    )


@pytest.mark.parametrize("payload", ["x" * 65, "a b", "ก"])
async def test_it_refuses_payloads_that_no_link_can_carry(payload: str, simulator: Simulation) -> None:
    with pytest.raises(TroubleError):
        await simulator.child.start(payload)


async def test_it_delivers_a_tap_with_its_message_and_chat_instance(api: Api, simulator: Simulation) -> None:
    message = await sent(simulator, api, reply_markup=keyboard(BUTTON))
    query = await simulator.child.tap("Go")
    tap = (await latest(api))["callback_query"]
    assert (tap["id"], tap["data"], tap["message"]["message_id"]) == (query, "go", message.id)
    assert tap["chat_instance"]


async def test_it_shows_the_answer_to_a_tap(api: Api, simulator: Simulation) -> None:
    await sent(simulator, api, reply_markup=keyboard(BUTTON))
    query = await simulator.child.tap("Go")
    await api("answerCallbackQuery", callback_query_id=query, text="well done", show_alert=True)
    toast = await simulator.child.wait_for_toast("well")
    assert (toast["alert"], toast["query"], simulator.other_child.toasts) == (True, query, [])


async def test_it_lets_a_tap_be_answered_for_15_seconds(api: Api, simulator: Simulation) -> None:
    await sent(simulator, api, reply_markup=keyboard(BUTTON))
    query = await simulator.child.tap("Go")
    simulator.advance(14)
    assert await api("answerCallbackQuery", callback_query_id=query)


async def test_it_takes_no_answer_to_a_tap_after_15_seconds(api: Api, simulator: Simulation) -> None:
    await sent(simulator, api, reply_markup=keyboard(BUTTON))
    query = await simulator.child.tap("Go")
    simulator.advance(16)
    words = "query is too old and response timeout expired or query ID is invalid"
    with pytest.raises(RefusedError, match=words):
        await api("answerCallbackQuery", callback_query_id=query)


async def test_it_delivers_a_tap_on_a_deleted_message_without_its_text(
    api: Api, simulator: Simulation
) -> None:
    message = await sent(simulator, api, reply_markup=keyboard(BUTTON))
    await api("deleteMessage", chat_id=message.chat, message_id=message.id)
    await simulator.child.tap_data("go", message)
    assert (await latest(api))["callback_query"]["message"]["date"] == 0


async def test_it_refuses_an_edit_that_changes_nothing(api: Api, simulator: Simulation) -> None:
    message = await sent(simulator, api)
    with pytest.raises(RefusedError, match="message is not modified: specified new message content"):
        await api("editMessageText", chat_id=message.chat, message_id=message.id, text="hello")


async def test_it_edits_text_and_takes_buttons_away(api: Api, simulator: Simulation) -> None:
    message = await sent(simulator, api, reply_markup=keyboard(BUTTON))
    answer = await api("editMessageText", chat_id=message.chat, message_id=message.id, text="bye")
    assert (answer["text"], "reply_markup" in answer, "edit_date" in answer) == ("bye", False, True)


async def test_it_edits_buttons_alone(api: Api, simulator: Simulation) -> None:
    message = await sent(simulator, api)
    place = {"chat_id": message.chat, "message_id": message.id}
    answer = await api("editMessageReplyMarkup", **place, reply_markup=keyboard(BUTTON))
    assert answer["reply_markup"] == keyboard(BUTTON)


async def test_it_finds_no_deleted_message_to_edit(api: Api, simulator: Simulation) -> None:
    message = await sent(simulator, api)
    await simulator.child.delete(message)
    with pytest.raises(RefusedError, match="Bad Request: message to edit not found"):
        await api("editMessageText", chat_id=message.chat, message_id=message.id, text="bye")


async def test_it_lets_the_bot_edit_only_what_it_wrote(api: Api, simulator: Simulation) -> None:
    message = await simulator.child.say("mine")
    with pytest.raises(RefusedError, match="Bad Request: message can't be edited"):
        await api("editMessageText", chat_id=message.chat, message_id=message.id, text="yours")


async def test_it_edits_no_message_that_brought_a_reply_keyboard(api: Api, simulator: Simulation) -> None:
    message = await sent(simulator, api, reply_markup={"keyboard": [["k"]]})
    with pytest.raises(RefusedError, match="Bad Request: message can't be edited"):
        await api("editMessageText", chat_id=message.chat, message_id=message.id, text="bye")


@pytest.mark.parametrize("age", [48 * 3600 - 60, 48 * 3600 + 60])
async def test_it_deletes_both_sides_for_48_hours(age: int, api: Api, simulator: Simulation) -> None:
    theirs, ours = await simulator.child.say("secret"), await sent(simulator, api)
    simulator.advance(age)
    ids = [theirs.id, ours.id, 999]
    if age > 48 * 3600:
        with pytest.raises(RefusedError, match="Bad Request: message can't be deleted"):
            await api("deleteMessages", chat_id=ours.chat, message_ids=ids)
    else:
        assert await api("deleteMessages", chat_id=ours.chat, message_ids=ids)
    left = {one.id for one in simulator.child.messages()}
    assert ({theirs.id, ours.id} <= left) == (age > 48 * 3600)


async def test_it_finds_no_message_to_delete_twice(api: Api, simulator: Simulation) -> None:
    message = await sent(simulator, api)
    await api("deleteMessage", chat_id=message.chat, message_id=message.id)
    with pytest.raises(RefusedError, match="Bad Request: message to delete not found"):
        await api("deleteMessage", chat_id=message.chat, message_id=message.id)


async def test_it_tells_the_bot_of_edits_but_never_of_deletions(api: Api, simulator: Simulation) -> None:
    message = await simulator.child.say("one")
    await simulator.child.edit(message, "two")
    edited = (await latest(api))["edited_message"]
    before = await api("getUpdates")
    await simulator.child.delete(message)
    assert (edited["text"], "edit_date" in edited, await api("getUpdates") == before) == ("two", True, True)


async def test_it_marks_protected_messages_and_lets_nobody_forward_them(
    api: Api, simulator: Simulation
) -> None:
    message = await sent(simulator, api, protect_content=True)
    with pytest.raises(TroubleError, match="protected"):
        await simulator.child.forward(message, simulator.group)
    with pytest.raises(RefusedError, match="message can't be forwarded"):
        await api("forwardMessage", chat_id=message.chat, from_chat_id=message.chat, message_id=message.id)
    shown = await api("sendMessage", chat_id=message.chat, text="a", protect_content=True)
    assert (shown["has_protected_content"], simulator.world.counts["forwardMessage"]) == (True, 1)


async def test_it_forwards_with_its_origin(api: Api, simulator: Simulation) -> None:
    message = await sent(simulator, api)
    await simulator.child.forward(message)
    origin = (await latest(api))["message"]["forward_origin"]
    assert (origin["type"], origin["sender_user"]["is_bot"]) == ("user", True)


async def test_it_copies_without_an_origin_and_counts_it(api: Api, simulator: Simulation) -> None:
    message = await simulator.child.say("mine")
    copy = await api("copyMessage", chat_id=message.chat, from_chat_id=message.chat, message_id=message.id)
    made = simulator.world.chats[message.chat].messages[copy["message_id"]]
    assert (made.text, made.forward, simulator.world.counts["copyMessage"]) == ("mine", None, 1)


async def test_it_sends_the_text_of_a_reply_key(api: Api, simulator: Simulation) -> None:
    await sent(simulator, api, reply_markup={"keyboard": [["Lessons"]], "one_time_keyboard": True})
    await simulator.child.tap("Lessons")
    assert (await latest(api))["message"]["text"] == "Lessons"
    with pytest.raises(AssertionError, match="no button 'Lessons'"):
        await simulator.child.tap("Lessons")


async def test_it_removes_a_reply_keyboard(api: Api, simulator: Simulation) -> None:
    await sent(simulator, api, reply_markup={"keyboard": [["Lessons"]]})
    await api("sendMessage", chat_id=simulator.child.id, text="x", reply_markup={"remove_keyboard": True})
    assert simulator.world.chats[simulator.child.id].keyboards == {}


@pytest.mark.parametrize(
    "kind",
    [
        "photo",
        "voice",
        "sticker",
        "video",
        "document",
        "contact",
        "location",
        "animation",
        "audio",
        "video_note",
    ],
)
async def test_it_delivers_media_of_every_kind(kind: str, api: Api, simulator: Simulation) -> None:
    await simulator.child.send_media(kind)
    assert kind in (await latest(api))["message"]


async def test_it_counts_that_a_bot_asked_for_media(api: Api, simulator: Simulation) -> None:
    await simulator.child.send_media("voice")
    voice = (await latest(api))["message"]["voice"]
    with pytest.raises(RefusedError, match="wrong file_id or the file is temporarily unavailable"):
        await api("getFile", file_id=voice["file_id"])
    assert simulator.world.counts["getFile"] == 1


async def test_it_shows_typing_for_five_seconds(api: Api, simulator: Simulation) -> None:
    await simulator.child.start()
    await api("sendChatAction", chat_id=simulator.child.id, action="typing")
    typing = simulator.world.chats[simulator.child.id].typing
    assert [one["until"] - simulator.world.now() > 4 for one in typing] == [True]


async def test_it_keeps_other_peoples_private_chats_from_a_stranger(simulator: Simulation) -> None:
    with pytest.raises(TroubleError, match="not a member"):
        simulator.other_child.messages(simulator.child.id)


async def test_it_deletes_also_where_the_bot_is_blocked(api: Api, simulator: Simulation) -> None:
    message = await sent(simulator, api)
    await simulator.child.block()
    assert await api("deleteMessage", chat_id=message.chat, message_id=message.id)
