"""Whether the bot may reach a chat, a message, a topic, and in which words Telegram refuses."""

from bot.simulator.errors import ApiError, bad, forbidden
from bot.simulator.model import Chat, Json, Message, Topic
from bot.simulator.world import World


def readable(world: World, p: Json, field: str = "chat_id") -> Chat:
    """The chat, if the bot may look at it.

    Raises:
        ApiError: 400 for an unknown chat, 403 for one the bot is not in.
    """
    chat = world.chats.get(p[field])
    if chat is None:
        raise bad("chat not found")
    if chat.kind == "private" and not world.people[chat.id].started:
        raise bad("chat not found")
    if chat.kind == "supergroup":
        _must_belong(world, chat)
    return chat


def editable(world: World, p: Json) -> Chat:
    """The chat, if the bot may change its messages there."""
    chat = readable(world, p)
    if chat.kind != "private":
        _must_belong(world, chat)
    return chat


def changeable(world: World, p: Json) -> Chat:
    """The chat, if the bot may delete or pin there: as `writable`, but a block does not matter."""
    chat = world.chats.get(p["chat_id"])
    return readable(world, p) if chat is not None and chat.kind == "private" else writable(world, p)


def writable(world: World, p: Json, field: str = "chat_id") -> Chat:
    """The chat, if the bot may write there.

    Raises:
        ApiError: 403 before Start, after a block or a removal; 400 with
            `migrate_to_chat_id` for an upgraded group.
    """
    chat = world.chats.get(p[field])
    if chat is None:
        raise bad("chat not found")
    if chat.kind == "private":
        _must_be_open(world, chat)
    elif chat.migrated_to is not None:
        words = "Bad Request: group chat was upgraded to a supergroup chat"
        raise ApiError(400, words, migrate_to_chat_id=chat.migrated_to)
    else:
        _must_belong(world, chat)
    return chat


def _must_be_open(world: World, chat: Chat) -> None:
    who = world.people[chat.id]
    if not who.started:
        raise forbidden("bot can't initiate conversation with a user")
    if who.blocked:
        raise forbidden("bot was blocked by the user")


def _must_belong(world: World, chat: Chat) -> None:
    membership = chat.member(world.bot.id)
    place = "supergroup chat" if chat.kind == "supergroup" else "group chat"
    if membership.status == "kicked":
        raise forbidden(f"bot was kicked from the {place}")
    if not membership.present:
        raise forbidden(f"bot is not a member of the {place}")


def may_send(world: World, chat: Chat, right: str = "can_send_messages", what: str = "text messages") -> None:
    """Raises ApiError (400) when the bot is restricted."""
    membership = chat.member(world.bot.id)
    if membership.status == "restricted" and right not in membership.rights:
        raise bad(f"not enough rights to send {what} to the chat")


def thread(world: World, chat: Chat, p: Json) -> int | None:
    """The topic to write into; General is written to without one, as on Telegram.

    Raises:
        ApiError: 400 for a topic that does not exist (any more), or a closed one.
    """
    wanted = p.get("message_thread_id")
    if wanted is None:
        return None
    if not chat.forum or wanted not in chat.topics:
        raise bad("message thread not found")
    if chat.topics[wanted].closed and not chat.member(world.bot.id).may("can_manage_topics"):
        raise bad("TOPIC_CLOSED")
    return int(wanted)


def topic(world: World, chat: Chat, p: Json, right: str = "can_manage_topics", verb: str = "edit") -> Topic:
    """The topic to manage; what the bot created itself it may manage as an admin without the right.

    Raises:
        ApiError: 400 where there is none, or the bot lacks the right.
    """
    must_be_forum(chat)
    found = chat.topics.get(p["message_thread_id"])
    if found is None:
        raise bad("TOPIC_ID_INVALID")
    own = chat.member(world.bot.id)
    if not own.may(right) and not (own.admin and found.creator == world.bot.id):
        raise bad(f"not enough rights to {verb} the topic")
    return found


def must_be_forum(chat: Chat) -> None:
    """Raises ApiError (400) for any other kind of chat."""
    if chat.kind != "supergroup" or not chat.forum:
        raise bad("the chat is not a forum")


def message(chat: Chat, message_id: int | None, what: str) -> Message:
    """The message. Raises ApiError (400, "<what> not found")."""
    if message_id is None:
        raise bad("message identifier is not specified")
    found = chat.messages.get(message_id)
    if found is None:
        raise bad(f"{what} not found")
    return found
