"""Messages come into being, change and go here, so that phones and the bot always hear of it."""

from bot.simulator import screen, views
from bot.simulator.entities import slice_utf16
from bot.simulator.model import Chat, Json, Message
from bot.simulator.world import World


def post(world: World, message: Message) -> Message:
    """Put a new message into its chat; phones show it, and the bot hears it if it should."""
    chat = world.chats[message.chat]
    chat.messages[message.id] = message
    if message.sender == world.bot.id:
        chat.typing = []
    announce(world, "message", message)
    if hears(world, chat, message):
        world.queue.push("message", views.message(world, message))
    return message


def new(world: World, chat: Chat, sender: int, **content: object) -> Message:
    """A message dated now, with the next id, not posted yet."""
    fields: Json = dict(content)
    return Message(chat.take_id(), chat.id, world.date(), sender, **fields)


def serve(world: World, chat: Chat, actor: int, what: Json, topic: int | None = None) -> Message:
    """Post a service message."""
    return post(world, new(world, chat, actor, service=what, topic=topic))


def announce(world: World, event: str, message: Message) -> None:
    """Tell phones that a message is new or edited."""
    chat = world.chats[message.chat]
    world.turn += 1
    message.touched = world.turn

    def render(person: int) -> Json:
        shown = screen.message(world, chat, message, person)
        return {"event": event, "chat": chat.id, "message": shown}

    world.announce(event, render, chat=chat.id)


def changed(world: World, chat: Chat, person: int | None = None) -> None:
    """Tell phones that a chat looks different."""
    world.announce(
        "chat", lambda who: {"event": "chat", "chat": screen.chat(world, chat, who)}, chat.id, person
    )


def remove(world: World, chat: Chat, ids: list[int]) -> list[int]:
    """Take messages away; phones lose them. The bot is never told."""
    gone = [one for one in ids if chat.messages.pop(one, None) is not None]
    chat.pinned = [one for one in chat.pinned if one not in gone]
    if gone:
        world.announce("deleted", lambda _: {"event": "deleted", "chat": chat.id, "ids": gone}, chat.id)
    return gone


def hears(world: World, chat: Chat, message: Message) -> bool:
    """Whether the bot gets this message: privacy mode in groups, never its own ordinary messages."""
    bot = world.bot
    if not chat.member(bot.id).present or (message.sender == bot.id and not message.service):
        return False
    if chat.kind == "private" or message.service or not bot.privacy or chat.member(bot.id).admin:
        return True
    return addressed(world, chat, message)


def addressed(world: World, chat: Chat, message: Message) -> bool:
    """Whether a group message means the bot: a command, its name, an answer to it, or sent through it."""
    answered = world.message(chat, message.reply_to)
    if message.via_bot or (answered is not None and answered.sender == world.bot.id):
        return True
    return any(_means_bot(world, message.text or "", entity) for entity in message.entities)


def _means_bot(world: World, text: str, entity: Json) -> bool:
    word = slice_utf16(text, entity["offset"], entity["length"]).lower()
    name = world.bot.username.lower()
    if entity["type"] == "bot_command":
        return "@" not in word or word.endswith(f"@{name}")
    return entity["type"] == "mention" and word == f"@{name}"
