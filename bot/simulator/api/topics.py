"""Forum topics."""

from bot.simulator import forum, views
from bot.simulator.api import access
from bot.simulator.errors import bad
from bot.simulator.model import Json
from bot.simulator.world import World


def create_forum_topic(world: World, p: Json) -> Json:
    """Telegram's createForumTopic."""
    chat = access.writable(world, p)
    access.must_be_forum(chat)
    if not chat.member(world.bot.id).may("can_manage_topics"):
        raise bad("not enough rights to create a topic")
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
    forum.delete(world, chat, access.topic(world, chat, p, "can_delete_messages", "delete"))
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
