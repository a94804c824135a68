"""Sending: texts, photos, chat actions."""

import struct

from bot.simulator import posting, views
from bot.simulator.api import access
from bot.simulator.check import Upload
from bot.simulator.entities import MAX_CAPTION, MAX_TEXT, complete, formatted
from bot.simulator.errors import bad
from bot.simulator.model import Chat, Json, Message
from bot.simulator.world import World

MAX_PHOTO_BYTES = 10 * 1024 * 1024
"""Bot API, sendPhoto: "The photo must be at most 10 MB in size"."""

TYPING_SECONDS = 5
"""How long a chat action shows (Bot API, sendChatAction: "5 seconds or less")."""


def send_message(world: World, p: Json) -> Json:
    """Telegram's sendMessage."""
    chat = access.writable(world, p)
    access.may_send(world, chat)
    text, entities = body_of(p)
    return views.message(world, send(world, chat, p, text=text, entities=entities))


def body_of(p: Json, field: str = "text", too_long: str = "message is too long") -> tuple[str, list[Json]]:
    """The text of a message. Raises ApiError (400) when nothing remains of it or it is too long."""
    text, entities = formatted(p[field], p.get("parse_mode"), p.get("entities"))
    if not text:
        raise bad("text must be non-empty")
    if len(text) > MAX_TEXT:
        raise bad(too_long)
    return text, complete(text, entities)


def caption_of(p: Json) -> tuple[str | None, list[Json]]:
    """A caption, which may be missing."""
    text, entities = formatted(p.get("caption", ""), p.get("parse_mode"), p.get("caption_entities"))
    if len(text) > MAX_CAPTION:
        raise bad("message caption is too long")
    return text or None, complete(text, entities)


def send(world: World, chat: Chat, p: Json, **content: object) -> Message:
    """Post the bot's message with everything that sending methods share."""
    topic = access.thread(world, chat, p)
    reply_to = replied(chat, p.get("reply_parameters"))
    message = posting.new(world, chat, world.bot.id, topic=topic, reply_to=reply_to, **content)
    if reply_to is not None and topic is None:
        message.topic = chat.messages[reply_to].topic
    message.protected = bool(p.get("protect_content"))
    place_markup(world, chat, message, p.get("reply_markup") or {})
    return posting.post(world, message)


def replied(chat: Chat, reply: Json | None) -> int | None:
    """The message that is answered. Raises ApiError (400) when it is gone and has to be there."""
    if reply is None:
        return None
    if reply.get("chat_id", chat.id) != chat.id:
        raise bad("replies to other chats are not modelled by the simulator")
    if reply["message_id"] in chat.messages:
        return int(reply["message_id"])
    if reply.get("allow_sending_without_reply"):
        return None
    raise bad("message to be replied not found")


def place_markup(world: World, chat: Chat, message: Message, markup: Json) -> None:
    """Inline buttons stay with the message; reply keyboards change the chat and are not echoed."""
    if "inline_keyboard" in markup:
        message.buttons = [row for row in markup["inline_keyboard"] if row]
        return
    if not markup:
        return
    message.keyboard_sent = True
    for person in targets(world, chat, message, markup):
        set_keyboard(world, chat, message, markup, person)


def set_keyboard(world: World, chat: Chat, message: Message, markup: Json, person: int) -> None:
    """Show, hide or ask for an answer on one phone."""
    if "keyboard" in markup:
        chat.keyboards[person] = markup
    elif "remove_keyboard" in markup:
        chat.keyboards.pop(person, None)
    else:
        chat.force_reply[person] = message.id
    posting.changed(world, chat, person)


def targets(world: World, chat: Chat, message: Message, markup: Json) -> list[int]:
    """Whose keyboard a markup means; a selective one only those who are answered or named."""
    everyone = [one for one, member in chat.members.items() if member.present and one in world.people]
    if not markup.get("selective") or chat.kind == "private":
        return everyone
    answered = chat.messages.get(message.reply_to or 0)
    text = (message.text or "").lower()
    named = [one for one in everyone if (name := world.people[one].username) and f"@{name.lower()}" in text]
    return named + ([answered.sender] if answered and answered.sender in everyone else [])


def send_photo(world: World, p: Json) -> Json:
    """Telegram's sendPhoto: bytes sent with the request, or a file_id seen before."""
    chat = access.writable(world, p)
    access.may_send(world, chat, "can_send_photos", "photos")
    text, entities = caption_of(p)
    return views.message(
        world, send(world, chat, p, text=text, entities=entities, photo=photo_of(world, p["photo"]))
    )


def photo_of(world: World, given: Upload | str) -> Json:
    """The stored photo. Raises ApiError (400) for links, unknown ids and what is no picture."""
    if isinstance(given, str):
        if given not in world.files:
            raise bad("wrong file identifier/HTTP URL specified")
        return {"sizes": [size_of(given, world.files[given])]}
    if not given.content:
        raise bad("file must be non-empty")
    if len(given.content) > MAX_PHOTO_BYTES:
        raise bad(f"file of size {len(given.content)} bytes is too big for a photo")
    file_id = f"photo-{world.random.getrandbits(64):016x}"
    size = size_of(file_id, given.content)
    world.files[file_id] = given.content
    return {"sizes": [size]}


def size_of(file_id: str, content: bytes) -> Json:
    """PhotoSize of a PNG or JPEG."""
    width, height = dimensions(content)
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    unique = file_id.removeprefix("photo-")
    return {
        "file_id": file_id,
        "file_unique_id": unique,
        "width": width,
        "height": height,
        "file_size": len(content),
    }


def dimensions(content: bytes) -> tuple[int, int]:
    """Width and height in pixels. Raises ApiError (400) for anything but PNG and JPEG."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return max(1, width), max(1, height)
    if content[:2] == b"\xff\xd8":
        return jpeg_dimensions(content)
    raise bad("IMAGE_PROCESS_FAILED")


def jpeg_dimensions(content: bytes) -> tuple[int, int]:
    """Width and height from the frame header of a JPEG."""
    at = 2
    while at + 9 <= len(content):
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return max(1, width), max(1, height)
        at += 2 + length
    raise bad("IMAGE_PROCESS_FAILED")


def send_chat_action(world: World, p: Json) -> bool:
    """Telegram's sendChatAction."""
    chat = access.writable(world, p)
    topic = access.thread(world, chat, p)
    typing: Json = {"action": p["action"], "topic": topic, "until": world.now() + TYPING_SECONDS}
    chat.typing = [typing]
    world.announce("typing", lambda _: {"event": "typing", "chat": chat.id, **typing}, chat.id)
    return True


METHODS = {"sendMessage": send_message, "sendPhoto": send_photo, "sendChatAction": send_chat_action}
