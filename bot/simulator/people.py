"""What people do in their chats: write, change, delete, forward, start, block."""

import re
from dataclasses import replace

from bot.simulator import posting, views
from bot.simulator.entities import MAX_TEXT, checked, complete, tidy
from bot.simulator.errors import ApiError, TroubleError
from bot.simulator.model import GENERAL, Chat, Json, Member, Message
from bot.simulator.world import World

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


def send(
    world: World,
    person: int,
    chat_id: int,
    text: str,
    *,
    entities: list[Json] | None = None,
    reply_to: int | None = None,
    topic: int | None = None,
    anonymous: bool | None = None,
) -> Message:
    """Write a text. An anonymous admin writes in the group's name unless `anonymous` says otherwise.

    Raises:
        TroubleError: 400 for an empty or too long text, 403 where this person may not write,
            404 for an unknown place.
    """
    chat = may_write(world, person, chat_id)
    shown, given = own_text(text, entities)
    hidden = chat.member(person).anonymous if anonymous is None else anonymous
    message = posting.new(world, chat, person, text=shown, entities=complete(shown, given))
    message.topic, message.reply_to = place(chat, person, topic, reply_to)
    message.anonymous = hidden and chat.member(person).admin
    return arrive(world, chat, message)


def own_text(text: str, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """A person's text, trimmed as an app trims it."""
    try:
        shown, given = tidy(text, checked(text, entities or []))
    except ApiError as error:
        raise TroubleError(400, error.description) from error
    if not shown:
        raise TroubleError(400, "an empty message cannot be sent")
    if len(shown) > MAX_TEXT:
        raise TroubleError(
            400, f"a message holds at most {MAX_TEXT} characters; apps send longer ones in parts"
        )
    return shown, given


def may_write(world: World, person: int, chat_id: int) -> Chat:
    """The chat, if this person may write there now."""
    chat = world.seen_by(person, chat_id)
    if chat.migrated_to is not None:
        raise TroubleError(403, f"this group became {chat.migrated_to}")
    own = chat.member(person)
    if own.status == "restricted" and "can_send_messages" not in own.rights:
        raise TroubleError(403, "this person may not write here")
    if chat.kind == "private" and world.people[person].blocked:
        raise TroubleError(403, "unblock the bot first")
    return chat


def place(chat: Chat, person: int, topic: int | None, reply_to: int | None) -> tuple[int | None, int | None]:
    """Topic and replied message, checked; an answer goes where its question is."""
    answered = chat.messages.get(reply_to) if reply_to is not None else None
    if reply_to is not None and answered is None:
        raise TroubleError(404, "the message to answer is gone")
    if topic is None and answered is not None:
        topic = answered.topic
    if topic is None or topic == GENERAL:
        return None, reply_to
    if topic not in chat.topics:
        raise TroubleError(404, f"no topic {topic}")
    if chat.topics[topic].closed and not chat.member(person).may("can_manage_topics"):
        raise TroubleError(403, "this topic is closed")
    return topic, reply_to


def arrive(world: World, chat: Chat, message: Message) -> Message:
    """Post a person's message; writing to the bot is as good as Start, and uses up a one-time keyboard."""
    who = world.people[message.sender]
    opened = chat.kind == "private" and not who.started
    who.started = who.started or opened
    keyboard = chat.keyboards.get(message.sender)
    used = keyboard is not None and bool(keyboard.get("one_time_keyboard"))
    if used:
        del chat.keyboards[message.sender]
    asked = chat.force_reply.pop(message.sender, None) is not None
    posting.post(world, message)
    if used or asked or opened:
        posting.changed(world, chat, message.sender)
    return message


def start(world: World, person: int, payload: str = "") -> Message:
    """Press Start, or follow `t.me/<bot>?start=payload`; unblocks as apps do."""
    if not PAYLOAD.fullmatch(payload):
        raise TroubleError(400, "a start payload is up to 64 of A-Z a-z 0-9 _ -")
    who = world.person(person)
    if who.blocked:
        unblock(world, person)
    return send(world, person, person, f"/start {payload}".strip())


def edit(world: World, person: int, chat_id: int, message_id: int, text: str) -> Message:
    """Change one's own text; the bot hears of it if it would hear the message."""
    chat = world.seen_by(person, chat_id)
    message = own_message(chat, person, message_id)
    if not message.text or message.forward or message.via_bot:
        raise TroubleError(400, "only one's own text can be edited")
    shown, given = own_text(text, None)
    message.text, message.entities, message.edited = shown, complete(shown, given), world.date()
    posting.announce(world, "edited", message)
    if posting.hears(world, chat, message):
        world.queue.push("edited_message", views.message(world, message))
    return message


def own_message(chat: Chat, person: int, message_id: int) -> Message:
    """Their own message of that id."""
    message = chat.messages.get(message_id)
    if message is None:
        raise TroubleError(404, f"no message {message_id}")
    if message.sender != person:
        raise TroubleError(403, "somebody else wrote that")
    return message


def delete(world: World, person: int, chat_id: int, ids: list[int]) -> list[int]:
    """Delete for everyone. In a private chat also the bot's messages; the bot is not told."""
    chat = world.seen_by(person, chat_id)
    for message_id in ids:
        message = chat.messages.get(message_id)
        if message and chat.kind != "private" and not chat.member(person).may("can_delete_messages"):
            own_message(chat, person, message_id)
    return posting.remove(world, chat, ids)


def clear(world: World, person: int) -> None:
    """Delete the private chat from this phone only."""
    chat = world.chat(person)
    world.person(person).cleared_to = chat.next_id - 1
    posting.changed(world, chat, person)


def block(world: World, person: int) -> None:
    """Block the bot ("Stop bot")."""
    _set_blocked(world, person, blocked=True)


def unblock(world: World, person: int) -> None:
    """Unblock the bot."""
    _set_blocked(world, person, blocked=False)


def _set_blocked(world: World, person: int, *, blocked: bool) -> None:
    who = world.person(person)
    if who.blocked == blocked:
        return
    who.blocked = blocked
    chat = world.chats[person]
    states = Member("member"), Member("kicked")
    old, new = states if blocked else reversed(states)
    world.queue.push("my_chat_member", membership_update(world, chat, person, world.bot.id, old, new))
    posting.changed(world, chat, person)


def membership_update(world: World, chat: Chat, actor: int, whose: int, old: Member, new: Member) -> Json:
    """ChatMemberUpdated."""
    return {
        "chat": views.chat(world, chat),
        "from": views.user(world, actor),
        "date": world.date(),
        "old_chat_member": views.member(world, whose, old),
        "new_chat_member": views.member(world, whose, new),
    }


def forward(
    world: World, person: int, from_chat: int, message_id: int, chat_id: int, topic: int | None = None
) -> Message:
    """Forward a message; protected ones cannot be."""
    source = world.seen_by(person, from_chat)
    original = source.messages.get(message_id)
    if original is None or original.service:
        raise TroubleError(404, f"no message {message_id}")
    if original.protected or source.protected:
        raise TroubleError(403, "this message is protected")
    chat = may_write(world, person, chat_id)
    target, _ = place(chat, person, topic, None)
    copy = replace(original, id=chat.take_id(), chat=chat.id, date=world.date(), sender=person, topic=target)
    copy.forward = original.forward or origin(world, original, source)
    copy.reply_to, copy.edited, copy.buttons, copy.anonymous, copy.inline_id = None, None, [], False, None
    return arrive(world, chat, copy)


def origin(world: World, message: Message, source: Chat) -> Json:
    """MessageOrigin."""
    if message.anonymous:
        return {"type": "chat", "date": message.date, "sender_chat": views.chat(world, source)}
    return {"type": "user", "date": message.date, "sender_user": views.user(world, message.sender)}
