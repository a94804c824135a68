"""One play that shows every kind of update and answer, for the parsers of two client libraries."""

from typing import Any, Protocol

from bot.simulator import members, taps
from tests.simulation import Simulation
from tests.simulator.test_profile import PNG

KINDS = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "poll",
    "poll_answer",
)
ALLOWED = [*KINDS, "my_chat_member", "chat_member"]
MEDIA = (
    "photo",
    "voice",
    "sticker",
    "video",
    "document",
    "contact",
    "location",
    "animation",
    "audio",
    "dice",
)


class Client(Protocol):
    """What the play needs of a client library."""

    async def get_updates(self, *, allowed_updates: Any = None) -> Any:
        """Set the kinds."""

    async def send_message(self, chat_id: int, text: str) -> Any:
        """Send."""


async def play(sim: Simulation, client: Client) -> None:
    """Let the cast do everything once."""
    await client.get_updates(allowed_updates=ALLOWED)
    await private(sim)
    await forum(sim)
    groups(sim)


async def private(sim: Simulation) -> None:
    """A child alone with the bot."""
    child = sim.child
    await child.start("abc")
    said = await child.say("hello https://example.org #tag")
    await child.edit(said, "hello again")
    for kind in MEDIA:
        await child.send_media(kind, caption="see" if kind == "photo" else "")
    await child.forward(said)
    await child.say("answer", reply_to=said)
    call = direct(sim)
    quiz = await call("sendPoll", chat_id=child.id, question="q", options=["a", "b"], is_anonymous=False)
    await child.vote(sim.world.chats[child.id].messages[quiz["message_id"]], 0)
    sent = await call("sendMessage", chat_id=child.id, text="x", protect_content=True)
    await child.tap_data("data", sim.world.chats[child.id].messages[sent["message_id"]])
    await call("deleteMessage", chat_id=child.id, message_id=sent["message_id"])
    await call("sendPhoto", chat_id=child.id, photo=_photo(sim))
    await child.block()
    await child.unblock()


def _photo(sim: Simulation) -> str:
    sim.world.files["photo-play"] = PNG
    return "photo-play"


def direct(sim: Simulation) -> Any:
    """Call Bot API methods without a wire."""
    from bot.simulator.call import call

    async def made(method: str, **params: Any) -> Any:
        answer = await call(sim.world, sim.token, method, params, {})
        assert answer.status == 200, answer.body
        return answer.body["result"]

    return made


async def forum(sim: Simulation) -> None:
    """Staff in their room."""
    room, call = sim.staff_room, direct(sim)
    topic = await call("createForumTopic", chat_id=room.id, name="case", icon_color=7322096)
    place = {"chat_id": room.id, "message_thread_id": topic["message_thread_id"]}
    card = await call("sendMessage", **place, text="card")
    await call("pinChatMessage", chat_id=room.id, message_id=card["message_id"])
    await call("getChat", chat_id=room.id)
    await call("getChatAdministrators", chat_id=room.id)
    await sim.staff.say("mine", room, topic=topic["message_thread_id"])
    await sim.staff.say("reply", reply_to=room.messages[card["message_id"]])
    await call("editForumTopic", **place, name="renamed")
    await call("closeForumTopic", **place)
    await call("reopenForumTopic", **place)
    sim.join(sim.second_staff, room, "administrator", anonymous=True)
    await sim.second_staff.say("hidden", room)
    await call("getChatMember", chat_id=room.id, user_id=sim.second_staff.id)


def groups(sim: Simulation) -> None:
    """A group comes, changes and goes; an inline result is sent."""
    chat = members.create_group(sim.world, "new", [sim.child.id, sim.other_child.id])
    members.set_rights(sim.world, chat.id, sim.other_child.id, "restricted", {})
    members.move(sim.world, chat.id, sim.other_child.id, "ban")
    asked = taps.ask_inline(sim.world, sim.child.id, chat.id, "query")
    button = [[{"text": "a", "callback_data": "b"}]]
    offered = {"id": "1", "title": "t", "description": None, "text": "x", "entities": [], "buttons": button}
    asked.results = [offered]
    sent = taps.choose_inline(sim.world, sim.child.id, chat.id, asked.id, "1")
    taps.tap(sim.world, sim.child.id, chat.id, sent.id, "b")
    members.migrate(sim.world, chat.id)
    members.move(sim.world, sim.group.id, sim.world.bot.id, "remove")
