"""Changing and deleting messages, pinning them, and answering taps."""

from bot.simulator import posting, taps, views
from bot.simulator.api import access, messages
from bot.simulator.errors import bad
from bot.simulator.model import Chat, Json, Message
from bot.simulator.taps import CALLBACK_SECONDS
from bot.simulator.world import World

DELETE_SECONDS = 48 * 3600
"""Age after which messages cannot be deleted (Bot API, deleteMessage)."""

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def edit_message_text(world: World, p: Json) -> Json | bool:
    """Telegram's editMessageText."""
    message = target(world, p)
    if not message.text or message.photo or message.media or message.poll:
        raise bad("there is no text in the message to edit")
    text, entities = messages.body_of(p, too_long="MESSAGE_TOO_LONG")
    return apply(world, p, message, text, entities)


def edit_message_reply_markup(world: World, p: Json) -> Json | bool:
    """Telegram's editMessageReplyMarkup."""
    message = target(world, p)
    return apply(world, p, message, message.text, message.entities)


def target(world: World, p: Json) -> Message:
    """The message to edit: the bot's own, or one sent through its inline mode."""
    if inline_id := p.get("inline_message_id"):
        found = taps.inline_message(world, inline_id)
        if found is None:
            raise bad("MESSAGE_ID_INVALID")
        return found
    if "chat_id" not in p:
        raise bad("chat_id is empty")
    chat = access.editable(world, p)
    message = access.message(chat, p.get("message_id"), "message to edit")
    if message.sender != world.bot.id or message.service or message.keyboard_sent or message.forward:
        raise bad("message can't be edited")
    return message


def apply(world: World, p: Json, message: Message, text: str | None, entities: list[Json]) -> Json | bool:
    """Change text and buttons. Raises ApiError (400) when nothing would change."""
    buttons = [row for row in (p.get("reply_markup") or {}).get("inline_keyboard", []) if row]
    if (message.text, message.entities, message.buttons) == (text, entities, buttons):
        raise bad(NOT_MODIFIED)
    message.text, message.entities, message.buttons = text, entities, buttons
    message.edited = world.date()
    posting.announce(world, "edited", message)
    return True if "inline_message_id" in p else views.message(world, message)


def delete_message(world: World, p: Json) -> bool:
    """Telegram's deleteMessage."""
    chat = access.changeable(world, p)
    message = access.message(chat, p["message_id"], "message to delete")
    if not deletable(world, chat, message):
        raise bad("message can't be deleted")
    posting.remove(world, chat, [message.id])
    return True


def delete_messages(world: World, p: Json) -> bool:
    """Telegram's deleteMessages: what does not exist is skipped; one that may not be deleted refuses all."""
    chat = access.changeable(world, p)
    found = [chat.messages[one] for one in p["message_ids"] if one in chat.messages]
    if not all(deletable(world, chat, message) for message in found):
        raise bad("message can't be deleted")
    posting.remove(world, chat, [message.id for message in found])
    return True


def deletable(world: World, chat: Chat, message: Message) -> bool:
    """The rules of deleteMessage."""
    own = chat.member(world.bot.id)
    if message.service and message.service["kind"] in ("topic_created", "group_created", "migrated_from"):
        return False
    if chat.kind == "supergroup" and own.may("can_delete_messages"):
        return True
    if world.now() - message.date > DELETE_SECONDS:
        return False
    return chat.kind == "private" or message.sender == world.bot.id or own.may("can_delete_messages")


def answer_callback_query(world: World, p: Json) -> bool:
    """Telegram's answerCallbackQuery."""
    query = world.callbacks.get(p["callback_query_id"])
    if query is None or world.now() - query.at > CALLBACK_SECONDS:
        raise bad(TOO_OLD)
    if not query.answered:
        query.answered = True
        taps.show_answer(world, query, p.get("text", ""), alert=bool(p.get("show_alert")), url=p.get("url"))
    return True


def pin_chat_message(world: World, p: Json) -> bool:
    """Telegram's pinChatMessage."""
    chat = access.changeable(world, p)
    message = access.message(chat, p["message_id"], "message to pin")
    may_pin(world, chat)
    if message.service:
        raise bad("message can't be pinned")
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        posting.serve(world, chat, world.bot.id, {"kind": "pinned", "message": message.id}, message.topic)
        posting.changed(world, chat)
    return True


def unpin_chat_message(world: World, p: Json) -> bool:
    """Telegram's unpinChatMessage."""
    chat = access.changeable(world, p)
    may_pin(world, chat)
    wanted = p.get("message_id") or (chat.pinned[-1] if chat.pinned else None)
    if wanted not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(wanted)
    posting.changed(world, chat)
    return True


def may_pin(world: World, chat: Chat) -> None:
    """Raises ApiError (400) where the bot may not pin."""
    if chat.kind != "private" and not chat.member(world.bot.id).may("can_pin_messages"):
        raise bad("not enough rights to manage pinned messages in the chat")


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "answerCallbackQuery": answer_callback_query,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
}
