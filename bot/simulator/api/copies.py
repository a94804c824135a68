"""Forwarding, copying, and asking for files: each use is counted, since the bot is not meant to do it."""

from dataclasses import replace

from bot.simulator import people, posting, views
from bot.simulator.api import access, messages
from bot.simulator.errors import bad
from bot.simulator.model import Json, Message
from bot.simulator.world import World


def forward_message(world: World, p: Json) -> Json:
    """Telegram's forwardMessage."""
    original = source(world, p, "forward")
    chat = access.writable(world, p)
    copy = duplicate(world, p, original)
    copy.forward = original.forward or people.origin(world, original, world.chats[original.chat])
    copy.topic = access.thread(world, chat, p)
    return views.message(world, posting.post(world, copy))


def copy_message(world: World, p: Json) -> Json:
    """Telegram's copyMessage."""
    original = source(world, p, "copy")
    chat = access.writable(world, p)
    copy = duplicate(world, p, original)
    copy.topic = access.thread(world, chat, p)
    copy.reply_to = messages.replied(chat, p.get("reply_parameters"))
    if "caption" in p and (original.photo or original.media):
        copy.text, copy.entities = messages.caption_of(p)
    messages.place_markup(world, chat, copy, p.get("reply_markup") or {})
    return {"message_id": posting.post(world, copy).id}


def source(world: World, p: Json, verb: str) -> Message:
    """The message to repeat. Raises ApiError (400) when it is gone or protected."""
    world.counts[f"{verb}Message"] += 1
    chat = access.readable(world, p, "from_chat_id")
    message = access.message(chat, p["message_id"], f"message to {verb}")
    if message.service or message.protected or chat.protected:
        raise bad(f"message can't be {'forwarded' if verb == 'forward' else 'copied'}")
    return message


def duplicate(world: World, p: Json, original: Message) -> Message:
    """A fresh message of the bot with the same content."""
    chat = world.chats[p["chat_id"]]
    copy = replace(original, id=chat.take_id(), chat=chat.id, date=world.date(), sender=world.bot.id)
    copy.reply_to, copy.edited, copy.buttons, copy.anonymous, copy.inline_id = None, None, [], False, None
    copy.forward, copy.via_bot, copy.keyboard_sent = None, False, False
    copy.protected = bool(p.get("protect_content"))
    return copy


def get_file(world: World, _: Json) -> Json:
    """Telegram's getFile: always refused, and counted."""
    world.counts["getFile"] += 1
    raise bad("wrong file_id or the file is temporarily unavailable")


METHODS = {"forwardMessage": forward_message, "copyMessage": copy_message, "getFile": get_file}
