"""Forum topics, for the bot and for people alike."""

from bot.simulator import posting, screen
from bot.simulator.model import Chat, Json, Topic
from bot.simulator.world import World

COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)
"""Icon colours that Telegram allows (Bot API, createForumTopic)."""


def create(
    world: World, chat: Chat, actor: int, name: str, color: int | None, icon: str | None = None
) -> Topic:
    """A new topic; its id is that of the service message which tells of it."""
    chosen = color if color is not None else world.random.choice(COLORS)
    what = {"kind": "topic_created", "name": name, "icon_color": chosen}
    message = posting.new(world, chat, actor, service=what | ({"icon_custom_emoji_id": icon} if icon else {}))
    topic = Topic(message.id, name, chosen, creator=actor, icon_custom_emoji_id=icon)
    message.topic = topic.id
    chat.topics[topic.id] = topic
    show(world, chat, topic)
    posting.post(world, message)
    return topic


def rename(
    world: World, chat: Chat, actor: int, topic: Topic, name: str | None, icon: str | None = None
) -> bool:
    """Change name or icon; False when nothing changes."""
    changes: Json = {}
    if name and name != topic.name:
        topic.name = changes["name"] = name
    if icon is not None and (icon or None) != topic.icon_custom_emoji_id:
        topic.icon_custom_emoji_id = icon or None
        changes["icon_custom_emoji_id"] = icon
    if changes:
        tell(world, chat, actor, topic, {"kind": "topic_edited", "name": None} | changes)
    return bool(changes)


def set_closed(world: World, chat: Chat, actor: int, topic: Topic, *, closed: bool) -> bool:
    """Close or reopen; False when it already is so."""
    if topic.closed == closed:
        return False
    topic.closed = closed
    tell(world, chat, actor, topic, {"kind": "topic_closed" if closed else "topic_reopened"})
    return True


def delete(world: World, chat: Chat, topic: Topic) -> None:
    """Take the topic and all its messages away; the bot hears nothing of it."""
    del chat.topics[topic.id]
    for message in [one for one in chat.messages.values() if one.topic == topic.id]:
        del chat.messages[message.id]
    chat.pinned = [one for one in chat.pinned if one in chat.messages]
    body = {"event": "topic_deleted", "chat": chat.id, "topic": topic.id}
    world.announce("topic_deleted", lambda _: body, chat.id)


def tell(world: World, chat: Chat, actor: int, topic: Topic, what: Json) -> None:
    """Show the changed topic and post the service message about it."""
    show(world, chat, topic)
    posting.serve(world, chat, actor, what, topic=topic.id)


def show(world: World, chat: Chat, topic: Topic) -> None:
    """Phones redraw the topic."""
    body = {"event": "topic", "chat": chat.id, "topic": screen.topic(topic)}
    world.announce("topic", lambda _: body, chat.id)
