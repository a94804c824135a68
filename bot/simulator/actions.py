"""What `POST /sim/<action>` does: from a JSON body to the model, and back to JSON."""

import base64
from collections.abc import Callable
from typing import Any

from bot.simulator import demo, forum, media, members, people, posting, screen, taps, widgets
from bot.simulator.check import body
from bot.simulator.errors import ApiError, TroubleError
from bot.simulator.faults import SWITCHES
from bot.simulator.model import Chat, Json, Message, Person
from bot.simulator.spec import actions
from bot.simulator.world import World

Action = Callable[[World, Json], Any]


def act(world: World, name: str, given: Json) -> Any:
    """Carry out one action.

    Raises:
        TroubleError: for wrong values, and for what a phone would not let its owner do.
    """
    try:
        typed = body(actions()[name], given)
    except ApiError as error:
        raise TroubleError(400, error.description.removeprefix("Bad Request: ")) from error
    return ACTIONS[name](world, typed)


def shown(world: World, message: Message, person: int) -> Json:
    """The message as this person sees it."""
    return screen.message(world, world.chats[message.chat], message, person)


def send(world: World, b: Json) -> Json:
    """Write a text."""
    message = people.send(
        world,
        b["person"],
        b["chat"],
        b["text"],
        entities=b.get("entities"),
        reply_to=b.get("reply_to"),
        topic=b.get("topic"),
        anonymous=b.get("as_anonymous"),
    )
    return shown(world, message, b["person"])


def start(world: World, b: Json) -> Json:
    """Press Start."""
    return shown(world, people.start(world, b["person"], b.get("payload", "")), b["person"])


def tap(world: World, b: Json) -> Json:
    """Tap a button, by its data or its place."""
    data = b.get("data")
    if data is None:
        chat = world.seen_by(b["person"], b["chat"])
        message = chat.messages.get(b["message"])
        if message is None:
            raise TroubleError(404, "no such message")
        data = taps.button_data(message, b.get("row", 0), b.get("column", 0))
    return {"query": taps.tap(world, b["person"], b["chat"], b["message"], data).id}


def edit(world: World, b: Json) -> Json:
    """Change one's own text."""
    return shown(world, people.edit(world, b["person"], b["chat"], b["message"], b["text"]), b["person"])


def delete(world: World, b: Json) -> list[int]:
    """Delete messages for everyone."""
    ids = b.get("messages") or ([b["message"]] if "message" in b else [])
    return people.delete(world, b["person"], b["chat"], ids)


def send_media(world: World, b: Json) -> Json:
    """Send something that is not text."""
    message = media.send_media(world, b["person"], b["chat"], b["kind"], b.get("caption", ""), b.get("topic"))
    return shown(world, message, b["person"])


def forward(world: World, b: Json) -> Json:
    """Forward a message."""
    message = people.forward(world, b["person"], b["from_chat"], b["message"], b["chat"], b.get("topic"))
    return shown(world, message, b["person"])


def poll_vote(world: World, b: Json) -> Json:
    """Answer a poll."""
    poll = taps.vote(world, b["person"], b["chat"], b["message"], b["options"])
    return widgets.poll(poll, b["person"])


def inline(world: World, b: Json) -> Json:
    """Type an inline query."""
    asked = taps.ask_inline(world, b["person"], b["chat"], b["query"], b.get("offset", ""))
    return {"query_id": asked.id}


def inline_choose(world: World, b: Json) -> Json:
    """Send an inline result."""
    message = taps.choose_inline(world, b["person"], b["chat"], b["query_id"], b["result_id"], b.get("topic"))
    return shown(world, message, b["person"])


def managed(world: World, b: Json) -> Chat:
    """A forum whose topics this person may manage."""
    chat = world.seen_by(b["person"], b["chat"])
    if not chat.forum or not chat.member(b["person"]).may("can_manage_topics"):
        raise TroubleError(403, "only topic managers of a forum")
    return chat


def topic_create(world: World, b: Json) -> Json:
    """Create a topic."""
    return screen.topic(forum.create(world, managed(world, b), b["person"], b["name"], None))


def topic_edit(world: World, b: Json) -> Json:
    """Rename, close or reopen a topic."""
    chat = managed(world, b)
    topic = topic_of(chat, b["topic"])
    forum.rename(world, chat, b["person"], topic, b.get("name"))
    if "closed" in b:
        forum.set_closed(world, chat, b["person"], topic, closed=b["closed"])
    return screen.topic(topic)


def topic_delete(world: World, b: Json) -> None:
    """Delete a topic with all its messages."""
    chat = managed(world, b)
    forum.delete(world, chat, topic_of(chat, b["topic"]))


def topic_of(chat: Chat, topic: int) -> Any:
    """The topic. Raises TroubleError (404)."""
    if topic not in chat.topics:
        raise TroubleError(404, f"no topic {topic}")
    return chat.topics[topic]


def add_person(world: World, b: Json) -> Json:
    """Somebody new."""
    person_id = max(world.people) + 1
    who = Person(person_id, b["name"], b.get("kind", "child"), b.get("language", "th"), b.get("username"))
    return screen.person(world.add_person(who))


def add_group(world: World, b: Json) -> Json:
    """A new group."""
    flags = {key: bool(b[key]) for key in ("forum", "bot", "bot_admin") if key in b}
    return {"chat": members.create_group(world, b["title"], b["members"], **flags).id}


def someone(world: World, given: int | str) -> int:
    """A person's id, or the bot's for the word `bot`."""
    return world.bot.id if given == "bot" else int(given)


def move_member(world: World, b: Json) -> None:
    """Add or remove somebody."""
    members.move(
        world, b["chat"], someone(world, b["member"]), b["action"], b.get("by"), b.get("payload", "")
    )


def rights(world: World, b: Json) -> None:
    """Change what somebody may do."""
    whose = someone(world, b["member"])
    members.set_rights(
        world, b["chat"], whose, b["status"], b.get("rights", {}), anonymous=bool(b.get("anonymous"))
    )


def protect(world: World, b: Json) -> None:
    """The chat's own protection of content."""
    chat = world.chat(b["chat"])
    chat.protected = bool(b["on"])
    posting.changed(world, chat)


def clock(world: World) -> Json:
    """Where the clock stands."""
    return {"offset": world.clock.offset, "now": world.now()}


def advance(world: World, b: Json) -> Json:
    """Move the clock forward."""
    world.clock.advance(float(b["advance"]))
    taps.close_due(world)
    stands = clock(world)
    world.announce("clock", lambda _: {"event": "clock", **stands})
    return stands


def faults(world: World, b: Json) -> Json:
    """Switch faults on or off."""
    if b.get("clear"):
        world.faults.clear()
    for field in SWITCHES:
        if field in b:
            setattr(world.faults, field, b[field])
    if "rate_limits" in b:
        world.limits.on = bool(b["rate_limits"])
    plan_faults(world, b)
    return world.faults.body() | {"rate_limits": world.limits.on}


def plan_faults(world: World, b: Json) -> None:
    """Faults that count down."""
    if plan := b.get("fail_next"):
        world.faults.fail_next(**plan)
    if drop := b.get("drop_next"):
        world.faults.drops[drop["method"]] = drop.get("count", 1)
    if "seed" in b:
        world.random.seed(b["seed"])


def inject(world: World, b: Json) -> Json | None:
    """Put an update, or raw bytes, into the bot's queue."""
    if "update" in b:
        return {"update_id": world.queue.inject(b["update"])}
    raw = base64.b64decode(b["raw_base64"]) if "raw_base64" in b else b.get("raw", "").encode()
    world.queue.inject_raw(raw)
    return None


def sees_file(world: World, person: int, file_id: str) -> bool:
    """Whether a photo or a document was sent into a chat of this person."""
    return any(
        file_id in _files_of(message)
        for chat in world.visible_chats(person)
        for message in chat.messages.values()
    )


def _files_of(message: Message) -> tuple[str, ...]:
    files = (message.photo["sizes"][-1] if message.photo else None, (message.media or {}).get("document"))
    return tuple(str(one["file_id"]) for one in files if one)


ACTIONS: dict[str, Action] = {
    "send": send,
    "start": start,
    "tap": tap,
    "edit": edit,
    "delete": delete,
    "media": send_media,
    "forward": forward,
    "block": lambda world, b: people.block(world, b["person"]),
    "unblock": lambda world, b: people.unblock(world, b["person"]),
    "clear": lambda world, b: people.clear(world, b["person"]),
    "poll_vote": poll_vote,
    "inline": inline,
    "inline_choose": inline_choose,
    "topic_create": topic_create,
    "topic_edit": topic_edit,
    "topic_delete": topic_delete,
    "person": add_person,
    "group": add_group,
    "member": move_member,
    "rights": rights,
    "migrate": lambda world, b: {"chat": members.migrate(world, b["chat"]).id},
    "protect": protect,
    "reset": lambda world, b: demo.reset(world, b.get("language", "th")),
    "clock": advance,
    "faults": faults,
    "updates": inject,
}
