"""Forum topics."""

from bot.simulator import forum, views
from bot.simulator.api import access
from bot.simulator.errors import bad
from bot.simulator.model import Json
from bot.simulator.world import World


def create_forum_topic(world: World, p: Json) -> Json:
    """Telegram's createForumTopic."""
    chat = access.writable(world, p)
    access.forum_admin(world, chat, "can_manage_topics")
    name = p["name"].strip()
    if not name:
        raise bad("title must be non-empty")
    icon = p.get("icon_custom_emoji_id")
    return views.topic(forum.create(world, chat, world.bot.id, name, p.get("icon_color"), icon))


def edit_forum_topic(world: World, p: Json) -> bool:
    """Telegram's editForumTopic."""
    chat = access.writable(world, p)
    topic = access.topic(world, chat, p)
    changed = forum.rename(
        world, chat, world.bot.id, topic, p.get("name", "").strip(), p.get("icon_custom_emoji_id")
    )
    return modified(changed=changed)


def close_forum_topic(world: World, p: Json) -> bool:
    """Telegram's closeForumTopic."""
    chat = access.writable(world, p)
    return modified(
        changed=forum.set_closed(world, chat, world.bot.id, access.topic(world, chat, p), closed=True)
    )


def reopen_forum_topic(world: World, p: Json) -> bool:
    """Telegram's reopenForumTopic."""
    chat = access.writable(world, p)
    return modified(
        changed=forum.set_closed(world, chat, world.bot.id, access.topic(world, chat, p), closed=False)
    )


def delete_forum_topic(world: World, p: Json) -> bool:
    """Telegram's deleteForumTopic."""
    chat = access.writable(world, p)
    topic = access.topic(world, chat, p)
    access.forum_admin(world, chat, "can_delete_messages")
    forum.delete(world, chat, topic)
    return True


def modified(*, changed: bool) -> bool:
    """True, or ApiError (400) as Telegram refuses a change that changes nothing."""
    if not changed:
        raise bad("TOPIC_NOT_MODIFIED")
    return True


METHODS = {
    "createForumTopic": create_forum_topic,
    "editForumTopic": edit_forum_topic,
    "closeForumTopic": close_forum_topic,
    "reopenForumTopic": reopen_forum_topic,
    "deleteForumTopic": delete_forum_topic,
}
