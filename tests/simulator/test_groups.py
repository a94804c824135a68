"""Groups: privacy mode, membership, rights, migration, anonymous admins."""

import pytest

from bot.simulator import members
from bot.simulator.errors import TroubleError
from bot.simulator.model import ANONYMOUS_ADMIN
from tests.simulation import Simulation
from tests.simulator.conftest import Api, RefusedError


async def heard(api: Api, kind: str = "message") -> list[str]:
    """Texts that reached the bot."""
    return [update[kind].get("text", "") for update in await api("getUpdates") if kind in update]


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("just talk", 0),
        ("/quiz", 1),
        ("/quiz@phuean_demo_bot now", 1),
        ("/quiz@other_bot", 0),
        ("hey @phuean_demo_bot", 1),
        ("hey @tonkla_demo", 0),
        ("write to a@phuean_demo_bot.example", 0),
    ],
)
async def test_it_keeps_ordinary_group_talk_from_the_bot(
    text: str, reaches: int, simulator: Simulation, api: Api
) -> None:
    await simulator.child.say(text, simulator.group)
    assert await heard(api) == [text] * reaches


async def test_it_lets_answers_to_the_bot_through(simulator: Simulation, api: Api) -> None:
    sent = await api("sendMessage", chat_id=simulator.group.id, text="question")
    await simulator.child.say("answer", reply_to=simulator.group.messages[sent["message_id"]])
    assert await heard(api) == ["answer"]


async def test_it_lets_an_admin_bot_hear_everything(simulator: Simulation, api: Api) -> None:
    members.set_rights(simulator.world, simulator.group.id, simulator.world.bot.id, "administrator", {})
    await simulator.child.say("just talk", simulator.group)
    assert await heard(api) == ["just talk"]


async def test_it_keeps_strangers_out_of_a_group(simulator: Simulation) -> None:
    with pytest.raises(TroubleError, match="not a member"):
        await simulator.child.say("hello", simulator.staff_room)


async def test_it_tells_the_bot_that_it_was_removed_and_refuses_it(simulator: Simulation, api: Api) -> None:
    world, room = simulator.world, simulator.staff_room
    members.move(world, room.id, world.bot.id, "remove")
    update = (await api("getUpdates"))[-1]["my_chat_member"]
    with pytest.raises(RefusedError, match="Forbidden: bot was kicked from the supergroup chat"):
        await api("sendMessage", chat_id=room.id, text="a")
    assert (update["old_chat_member"]["status"], update["new_chat_member"]["status"]) == (
        "administrator",
        "kicked",
    )


async def test_it_tells_the_bot_that_it_was_added(simulator: Simulation, api: Api) -> None:
    chat = members.create_group(simulator.world, "new", [simulator.staff.id], forum=True)
    updates = await api("getUpdates")
    assert "new_chat_members" in updates[0]["message"]
    assert updates[1]["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert await api("sendMessage", chat_id=chat.id, text="a")


async def test_it_lets_the_bot_leave(simulator: Simulation, api: Api) -> None:
    assert await api("leaveChat", chat_id=simulator.group.id)
    with pytest.raises(RefusedError, match="Forbidden: bot is not a member of the group chat"):
        await api("sendMessage", chat_id=simulator.group.id, text="a")


async def test_it_tells_who_came_and_went_to_an_admin_bot_that_asked(simulator: Simulation, api: Api) -> None:
    await api("getUpdates", allowed_updates=["chat_member"])
    simulator.join(simulator.child, simulator.staff_room)
    members.move(simulator.world, simulator.staff_room.id, simulator.child.id, "remove")
    states = [update["chat_member"]["new_chat_member"]["status"] for update in await api("getUpdates")]
    assert states == ["member", "left"]


async def test_it_moves_an_upgraded_group_and_names_its_new_id(simulator: Simulation, api: Api) -> None:
    old = simulator.group
    new = members.migrate(simulator.world, old.id)
    with pytest.raises(RefusedError, match="group chat was upgraded to a supergroup chat") as refused:
        await api("sendMessage", chat_id=old.id, text="a")
    told = [update["message"] for update in await api("getUpdates")]
    assert refused.value.body["parameters"] == {"migrate_to_chat_id": new.id}
    assert (told[0]["migrate_to_chat_id"], told[1]["migrate_from_chat_id"]) == (new.id, old.id)
    assert await api("sendMessage", chat_id=new.id, text="a")


async def test_it_hides_who_an_anonymous_admin_is(simulator: Simulation, api: Api) -> None:
    simulator.join(simulator.second_staff, simulator.staff_room, "administrator", anonymous=True)
    await simulator.second_staff.say("hidden", simulator.staff_room)
    message = (await api("getUpdates"))[-1]["message"]
    assert (message["from"]["id"], message["sender_chat"]["id"]) == (ANONYMOUS_ADMIN, simulator.staff_room.id)


async def test_it_tells_the_bot_each_members_status(simulator: Simulation, api: Api) -> None:
    room = simulator.staff_room.id
    ids = (simulator.staff.id, simulator.second_staff.id, simulator.child.id, simulator.world.bot.id)
    found = [(await api("getChatMember", chat_id=room, user_id=one))["status"] for one in ids]
    assert found == ["creator", "member", "left", "administrator"]


async def test_it_refuses_an_unknown_member(simulator: Simulation, api: Api) -> None:
    with pytest.raises(RefusedError, match="PARTICIPANT_ID_INVALID"):
        await api("getChatMember", chat_id=simulator.staff_room.id, user_id=77)


async def test_it_refuses_a_restricted_bot(simulator: Simulation, api: Api) -> None:
    members.set_rights(simulator.world, simulator.group.id, simulator.world.bot.id, "restricted", {})
    with pytest.raises(RefusedError, match="not enough rights to send text messages to the chat"):
        await api("sendMessage", chat_id=simulator.group.id, text="a")


async def test_it_lets_a_plain_bot_delete_only_its_own_in_a_group(simulator: Simulation, api: Api) -> None:
    theirs = await simulator.child.say("hello", simulator.group)
    ours = await api("sendMessage", chat_id=simulator.group.id, text="a")
    assert await api("deleteMessage", chat_id=simulator.group.id, message_id=ours["message_id"])
    with pytest.raises(RefusedError, match="message can't be deleted"):
        await api("deleteMessage", chat_id=simulator.group.id, message_id=theirs.id)


async def test_it_pins_for_an_admin_bot_only(simulator: Simulation, api: Api) -> None:
    sent = await api("sendMessage", chat_id=simulator.staff_room.id, text="a")
    place = {"chat_id": simulator.staff_room.id, "message_id": sent["message_id"]}
    assert await api("pinChatMessage", **place)
    assert (await api("getChat", chat_id=simulator.staff_room.id))["pinned_message"]["text"] == "a"
    assert await api("unpinChatMessage", **place)
    plain = await api("sendMessage", chat_id=simulator.group.id, text="a")
    with pytest.raises(RefusedError, match="not enough rights to manage pinned messages"):
        await api("pinChatMessage", chat_id=simulator.group.id, message_id=plain["message_id"])


async def test_it_carries_the_payload_of_a_link_into_a_group(simulator: Simulation, api: Api) -> None:
    chat = members.create_group(simulator.world, "new", [simulator.peer.id], bot=False)
    simulator.add_bot(chat, simulator.peer, "quiz_1")
    assert (await heard(api))[-1] == "/start@phuean_demo_bot quiz_1"
