"""Objects as Bot API JSON."""

from bot.simulator.model import ANONYMOUS_ADMIN, Callback, Chat, Json, Member, Message, Person, Poll, Topic
from bot.simulator.world import World

RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    "can_send_welcome_messages",
)
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


def user(world: World, user_id: int) -> Json:
    """User."""
    if user_id == world.bot.id:
        bot = world.bot
        return {"id": bot.id, "is_bot": True, "first_name": bot_name(world, ""), "username": bot.username}
    if user_id == ANONYMOUS_ADMIN:
        name = {"first_name": "Group", "username": "GroupAnonymousBot"}
        return {"id": ANONYMOUS_ADMIN, "is_bot": True, **name}
    return person(world.people[user_id])


def person(who: Person) -> Json:
    """User, for somebody with a phone."""
    view = {"id": who.id, "is_bot": False, "first_name": who.name, "language_code": who.language}
    return view | ({"username": who.username} if who.username else {})


def bot_name(world: World, language: str) -> str:
    """The bot's name for a language, falling back to the one for everyone."""
    names = world.bot.names
    return names.get(language) or names.get("") or world.bot.name


def me(world: World) -> Json:
    """User, as getMe returns it."""
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.bot.privacy,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }
    return user(world, world.bot.id) | abilities


def chat(world: World, which: Chat) -> Json:
    """Chat."""
    if which.kind == "private":
        who = world.people[which.id]
        view = {"id": who.id, "type": "private", "first_name": who.name}
        return view | ({"username": who.username} if who.username else {})
    view = {"id": which.id, "type": which.kind, "title": which.title}
    return view | ({"is_forum": True} if which.forum else {})


def full_chat(world: World, which: Chat) -> Json:
    """ChatFullInfo."""
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    view = chat(world, which) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    if which.kind != "private":
        view["permissions"] = dict.fromkeys(PERMISSIONS, True)
    if which.protected:
        view["has_protected_content"] = True
    if which.pinned:
        view["pinned_message"] = message(world, which.messages[which.pinned[-1]], nested=True)
    return view


def member(world: World, user_id: int, membership: Member) -> Json:
    """ChatMember."""
    view: Json = {"user": user(world, user_id), "status": membership.status}
    if membership.status == "creator":
        return view | {"is_anonymous": membership.anonymous}
    if membership.status == "administrator":
        rights = {right: right in membership.rights for right in RIGHTS}
        return view | rights | {"can_be_edited": False, "is_anonymous": membership.anonymous}
    if membership.status == "restricted":
        allowed = {right: right in membership.rights for right in PERMISSIONS}
        return view | allowed | {"is_member": True, "until_date": 0}
    return view | ({"until_date": 0} if membership.status == "kicked" else {})


def poll(which: Poll, *, inside_message: bool = False) -> Json:
    """Poll. The bot knows the right answers of what it sent."""
    view: Json = {
        "id": which.id,
        "question": which.question,
        "options": [
            {"persistent_id": option.id, "text": option.text, "voter_count": len(option.voters)}
            for option in which.options
        ],
        "total_voter_count": len(which.voters),
        "is_closed": which.closed,
        "is_anonymous": which.anonymous,
        "type": which.type,
        "allows_multiple_answers": which.multiple,
        "allows_revoting": which.revoting,
        "members_only": False,
    }
    if which.type == "quiz":
        view["correct_option_ids"] = which.correct
    return view | _poll_extras(which, inside_message=inside_message)


def _poll_extras(which: Poll, *, inside_message: bool) -> Json:
    extras: Json = {}
    if which.explanation:
        extras["explanation"] = which.explanation
        extras["explanation_entities"] = which.explanation_entities
    if which.open_period is not None:
        extras["open_period"] = which.open_period
    if which.close_date is not None:
        extras["close_date"] = which.close_date
    if inside_message and which.description:
        extras["description"] = which.description
    return extras


def topic(which: Topic) -> Json:
    """ForumTopic."""
    view: Json = {"message_thread_id": which.id, "name": which.name, "icon_color": which.icon_color}
    icon = which.icon_custom_emoji_id
    return view | ({"icon_custom_emoji_id": icon} if icon else {})


def message(world: World, which: Message, *, nested: bool = False) -> Json:
    """Message; a nested one shows no reply of its own, as on Telegram."""
    where = world.chats[which.chat]
    view: Json = {"message_id": which.id, "from": _sender(world, which), "chat": chat(world, where)}
    if which.anonymous:
        view["sender_chat"] = view["chat"]
    view["date"] = which.date
    view |= _marks(which, where)
    if which.topic is not None:
        view |= {"message_thread_id": which.topic, "is_topic_message": True}
    if not nested:
        view |= _reply(world, which, where)
    return view | _content(world, which)


def _sender(world: World, which: Message) -> Json:
    return user(world, ANONYMOUS_ADMIN if which.anonymous else which.sender)


def _marks(which: Message, where: Chat) -> Json:
    marks: Json = {}
    if which.edited is not None:
        marks["edit_date"] = which.edited
    if which.protected or where.protected:
        marks["has_protected_content"] = True
    if which.forward:
        marks["forward_origin"] = which.forward
    return marks


def _reply(world: World, which: Message, where: Chat) -> Json:
    """In a topic, what answers nothing points at the message that created the topic."""
    answered = where.messages.get(which.reply_to or which.topic or 0)
    if answered is None or answered.id == which.id:
        return {}
    return {"reply_to_message": message(world, answered, nested=True)}


def _content(world: World, which: Message) -> Json:
    if which.service:
        return service(world, which.service, which.chat)
    content: Json = dict(which.media or {})
    if which.photo:
        content["photo"] = which.photo["sizes"]
    if which.poll:
        content["poll"] = poll(which.poll, inside_message=True)
    if which.text:
        word = "caption" if which.photo or which.media else "text"
        content[word] = which.text
        if which.entities:
            content["entities" if word == "text" else "caption_entities"] = which.entities
    if which.buttons:
        content["reply_markup"] = {"inline_keyboard": which.buttons}
    if which.via_bot:
        content["via_bot"] = user(world, world.bot.id)
    return content


def service(world: World, what: Json, chat_id: int) -> Json:
    """The fields of a service message, from the simulator's own `kind` and values."""
    kind = what["kind"]
    if kind == "topic_created":
        shown = {key: what[key] for key in ("name", "icon_color", "icon_custom_emoji_id") if what.get(key)}
        return {"forum_topic_created": shown}
    if kind == "topic_edited":
        return {
            "forum_topic_edited": {key: what[key] for key in ("name", "icon_custom_emoji_id") if key in what}
        }
    if kind in ("topic_closed", "topic_reopened"):
        return {f"forum_{kind}": {}}
    if kind == "members_added":
        return {"new_chat_members": [user(world, one) for one in what["members"]]}
    if kind == "member_left":
        return {"left_chat_member": user(world, what["member"])}
    if kind == "group_created":
        return {"group_chat_created": True}
    if kind == "pinned":
        return {"pinned_message": pinned(world, chat_id, what["message"])}
    return {"migrate_to_chat_id" if kind == "migrated_to" else "migrate_from_chat_id": what["chat"]}


def pinned(world: World, chat_id: int, message_id: int) -> Json:
    """MaybeInaccessibleMessage."""
    where = world.chats[chat_id]
    known = where.messages.get(message_id)
    if known is not None:
        return message(world, known, nested=True)
    return {"chat": chat(world, where), "message_id": message_id, "date": 0}


def callback(world: World, tap: Callback, data: str) -> Json:
    """CallbackQuery; a message that is gone is an InaccessibleMessage."""
    where = world.chats[tap.chat]
    view: Json = {
        "id": tap.id,
        "from": user(world, tap.person),
        "chat_instance": where.instance,
        "data": data,
    }
    shown = where.messages.get(tap.message)
    if shown is not None and shown.inline_id:
        return view | {"inline_message_id": shown.inline_id}
    if shown is not None:
        return view | {"message": message(world, shown)}
    return view | {"message": {"chat": chat(world, where), "message_id": tap.message, "date": 0}}
