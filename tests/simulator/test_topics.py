"""Forum topics."""

from typing import Any

import pytest

from bot.simulator import forum, members
from bot.simulator.errors import TroubleError
from bot.simulator.model import Topic
from tests.simulation import Simulation
from tests.simulator.conftest import Api, RefusedError


async def made(simulator: Simulation, api: Api) -> Topic:
    """A topic that the bot created."""
    answer = await api("createForumTopic", chat_id=simulator.staff_room.id, name="case 1")
    return simulator.staff_room.topics[answer["message_thread_id"]]


async def newest(api: Api) -> dict[str, Any]:
    """The newest message that the bot heard."""
    message: dict[str, Any] = (await api("getUpdates"))[-1]["message"]
    return message


async def test_it_names_a_topic_by_the_message_that_made_it(simulator: Simulation, api: Api) -> None:
    topic = await made(simulator, api)
    message = await newest(api)
    assert (message["message_id"], message["forum_topic_created"]["name"]) == (topic.id, "case 1")


async def test_it_shows_plain_talk_in_a_topic_as_an_answer_to_its_making(
    simulator: Simulation, api: Api
) -> None:
    topic = await made(simulator, api)
    await simulator.staff.say("look at this", simulator.staff_room, topic=topic.id)
    message = await newest(api)
    assert (message["message_thread_id"], message["is_topic_message"]) == (topic.id, True)
    assert "forum_topic_created" in message["reply_to_message"]


async def test_it_shows_a_real_answer_in_a_topic_as_one(simulator: Simulation, api: Api) -> None:
    topic = await made(simulator, api)
    room = simulator.staff_room
    card = await api("sendMessage", chat_id=room.id, message_thread_id=topic.id, text="card")
    await simulator.staff.say("reply", reply_to=room.messages[card["message_id"]])
    message = await newest(api)
    assert (message["reply_to_message"]["text"], message["message_thread_id"]) == ("card", topic.id)


async def test_it_has_no_thread_in_the_general_topic(simulator: Simulation, api: Api) -> None:
    await simulator.staff.say("hello all", simulator.staff_room)
    message = await newest(api)
    assert {"message_thread_id", "is_topic_message", "reply_to_message"}.isdisjoint(message)


async def test_it_finds_no_topic_that_staff_deleted(simulator: Simulation, api: Api) -> None:
    topic = await made(simulator, api)
    before = await api("getUpdates")
    await simulator.staff.delete_topic(topic)
    with pytest.raises(RefusedError, match="Bad Request: message thread not found"):
        await api("sendMessage", chat_id=simulator.staff_room.id, message_thread_id=topic.id, text="a")
    assert await api("getUpdates") == before


async def test_it_loses_the_messages_of_a_deleted_topic(simulator: Simulation, api: Api) -> None:
    topic = await made(simulator, api)
    room = simulator.staff_room.id
    card = await api("sendMessage", chat_id=room, message_thread_id=topic.id, text="card")
    assert await api("deleteForumTopic", chat_id=room, message_thread_id=topic.id)
    with pytest.raises(RefusedError, match="message to edit not found"):
        await api("editMessageText", chat_id=room, message_id=card["message_id"], text="x")


async def test_it_renames_closes_and_reopens(simulator: Simulation, api: Api) -> None:
    topic = await made(simulator, api)
    place = {"chat_id": simulator.staff_room.id, "message_thread_id": topic.id}
    assert await api("editForumTopic", **place, name="case 1, done")
    assert await api("closeForumTopic", **place)
    assert (topic.name, topic.closed) == ("case 1, done", True)
    assert await api("reopenForumTopic", **place)
    with pytest.raises(RefusedError, match="TOPIC_NOT_MODIFIED"):
        await api("reopenForumTopic", **place)


async def test_it_lets_only_topic_managers_write_into_a_closed_topic(simulator: Simulation, api: Api) -> None:
    topic = await made(simulator, api)
    place = {"chat_id": simulator.staff_room.id, "message_thread_id": topic.id}
    await api("closeForumTopic", **place)
    with pytest.raises(TroubleError, match="closed"):
        await simulator.second_staff.say("hello", simulator.staff_room, topic=topic.id)
    assert await api("sendMessage", **place, text="a")


async def test_it_refuses_topics_without_the_right(simulator: Simulation, api: Api) -> None:
    world, room = simulator.world, simulator.staff_room.id
    members.set_rights(world, room, world.bot.id, "administrator", {"can_manage_topics": False})
    with pytest.raises(RefusedError, match="not enough rights to create a topic"):
        await api("createForumTopic", chat_id=room, name="case")


async def test_it_refuses_topics_in_a_plain_group(simulator: Simulation, api: Api) -> None:
    with pytest.raises(RefusedError, match="the chat is not a forum"):
        await api("createForumTopic", chat_id=simulator.group.id, name="case")


async def test_it_lets_an_admin_bot_close_only_its_own_topics_without_the_right(
    simulator: Simulation, api: Api
) -> None:
    world, room = simulator.world, simulator.staff_room
    own = await made(simulator, api)
    other = forum.create(world, room, simulator.staff.id, "theirs", None)
    members.set_rights(world, room.id, world.bot.id, "administrator", {"can_manage_topics": False})
    assert await api("closeForumTopic", chat_id=room.id, message_thread_id=own.id)
    with pytest.raises(RefusedError, match="not enough rights to edit the topic"):
        await api("closeForumTopic", chat_id=room.id, message_thread_id=other.id)
