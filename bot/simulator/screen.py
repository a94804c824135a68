"""Objects as one person's phone shows them; the shapes are described in README.md."""

from bot.simulator import views, widgets
from bot.simulator.model import GENERAL, Bot, Chat, Json, Message, Person, Topic
from bot.simulator.world import World

GENERAL_COLOR = 7322096


def state(world: World, person_id: int) -> Json:
    """Everything this person sees."""
    who = world.person(person_id)
    return {
        "now": world.now(),
        "offset": world.clock.offset,
        "bot": bot(world, who.language),
        "me": person(who),
        "people": [person(one) for one in world.people.values()],
        "chats": [chat(world, one, person_id) for one in world.visible_chats(person_id)],
        "inline": None,
    }


def person(who: Person) -> Json:
    """Person."""
    return {
        "id": who.id,
        "name": who.name,
        "username": who.username,
        "language": who.language,
        "kind": who.kind,
    }


def bot(world: World, language: str) -> Json:
    """Bot, with its texts in the person's language."""
    owner: Bot = world.bot
    return {
        "id": owner.id,
        "name": views.bot_name(world, language),
        "username": owner.username,
        "description": owner.descriptions.get(language) or owner.descriptions.get("", ""),
        "short_description": owner.short_descriptions.get(language) or owner.short_descriptions.get("", ""),
    }


def chat(world: World, which: Chat, viewer: int) -> Json:
    """Chat, for somebody who is in it."""
    who = world.people[viewer]
    own = which.member(viewer)
    private = which.kind == "private"
    return {
        "id": which.id,
        "type": which.kind,
        "title": views.bot_name(world, who.language) if private else which.title,
        "forum": which.forum,
        "started": who.started if private else True,
        "blocked": who.blocked if private else False,
        "members": [member(world, which, one) for one in which.members],
        "can_post": which.migrated_to is None
        and (own.status != "restricted" or "can_send_messages" in own.rights),
        "can_manage_topics": which.forum and own.may("can_manage_topics"),
        "topics": topics(which),
        "messages": [message(world, which, one, viewer) for one in shown(world, which, viewer)],
        "pinned": which.pinned,
        "keyboard": widgets.keyboard(which.keyboards.get(viewer)),
        "force_reply": which.force_reply.get(viewer),
        "commands": commands(world, which, who),
        "menu_button": menu_button(world, which),
        "typing": [one for one in which.typing if one["until"] > world.now()],
    }


def shown(world: World, which: Chat, viewer: int) -> list[Message]:
    """Messages on this phone: a cleared private chat hides the older ones."""
    start = world.people[viewer].cleared_to if which.kind == "private" else 0
    return [one for one in which.messages.values() if one.id > start]


def menu_button(world: World, which: Chat) -> str:
    """Which button stands beside the text field."""
    buttons = world.bot.menu_buttons
    return str((buttons.get(which.id) or buttons.get(0) or {"type": "default"})["type"])


def member(world: World, which: Chat, someone: int) -> Json:
    """One line of the member list."""
    membership = which.members[someone]
    kind = "bot" if someone == world.bot.id else world.people[someone].kind
    name = views.user(world, someone)["first_name"]
    marks = {"status": membership.status, "anonymous": membership.anonymous}
    return {"id": someone, "name": name, "kind": kind, **marks}


def topics(which: Chat) -> list[Json]:
    """Topics of a forum, General first."""
    if not which.forum:
        return []
    general = {
        "id": GENERAL,
        "name": "General",
        "icon_color": GENERAL_COLOR,
        "closed": False,
        "general": True,
    }
    return [general, *(topic(one) for one in which.topics.values())]


def topic(which: Topic) -> Json:
    """Topic."""
    closed = {"closed": which.closed, "general": False}
    return {"id": which.id, "name": which.name, "icon_color": which.icon_color, **closed}


def commands(world: World, which: Chat, who: Person) -> list[Json]:
    """The list behind the "/" button: the narrowest scope that has one, the person's language first."""
    for scope in scopes(which, who.id):
        for language in (who.language, ""):
            found = world.bot.commands.get((*scope, language))
            if found:
                return found
    return []


def scopes(which: Chat, viewer: int) -> list[tuple[str, int, int]]:
    """Command scopes from narrow to wide (Bot API, "Determining list of commands")."""
    if which.kind == "private":
        return [("chat", which.id, 0), ("all_private_chats", 0, 0), ("default", 0, 0)]
    admin: list[tuple[str, int, int]] = []
    if which.member(viewer).admin:
        admin = [("chat_administrators", which.id, 0), ("all_chat_administrators", 0, 0)]
    named = [("chat_member", which.id, viewer), *admin[:1], ("chat", which.id, 0), *admin[1:]]
    return [*named, ("all_group_chats", 0, 0), ("default", 0, 0)]


def message(world: World, where: Chat, which: Message, viewer: int) -> Json:
    """Message, as this person sees it."""
    mine = which.sender == viewer and not which.anonymous
    return {
        "id": which.id,
        "chat": where.id,
        "topic": which.topic if which.topic is not None else (GENERAL if where.forum else None),
        "date": which.date,
        "edited": which.edited,
        "from": sender(world, which, where),
        "mine": mine,
        "from_bot": which.sender == world.bot.id,
        "via_bot": which.via_bot,
        "text": which.text,
        "entities": which.entities,
        "buttons": [[widgets.button(one) for one in row] for row in which.buttons],
        "reply_to": quoted(world, where, which),
        "protected": which.protected or where.protected,
        "can_delete": can_delete(where, which, viewer),
        "can_edit": which.sender == viewer and bool(which.text) and not which.forward and not which.via_bot,
        "photo": photo(which),
        "media": media(which),
        "poll": widgets.poll(which.poll, viewer) if which.poll else None,
        "forward": {"name": forwarded_from(which.forward)} if which.forward else None,
        "service": service(world, which.service) if which.service else None,
    }


def sender(world: World, which: Message, where: Chat) -> Json:
    """Who the message shows as its sender."""
    if which.anonymous:
        return {"id": where.id, "name": where.title, "kind": "anonymous"}
    kind = "bot" if which.sender == world.bot.id else world.people[which.sender].kind
    return {"id": which.sender, "name": views.user(world, which.sender)["first_name"], "kind": kind}


def can_delete(where: Chat, which: Message, viewer: int) -> bool:
    """People delete anything in their private chat, their own in groups; admins anything."""
    if where.kind == "private":
        return True
    return which.sender == viewer or where.member(viewer).may("can_delete_messages")


def quoted(world: World, where: Chat, which: Message) -> Json | None:
    """The message it answers, shortened."""
    answered = world.message(where, which.reply_to)
    if answered is None or answered.service:
        return None
    name = sender(world, answered, where)["name"]
    return {"id": answered.id, "from_name": name, "text": (answered.text or "")[:120]}


def photo(which: Message) -> Json | None:
    """The photo's largest size."""
    if which.photo is None:
        return None
    largest = which.photo["sizes"][-1]
    size = {"width": largest["width"], "height": largest["height"], "size": largest.get("file_size", 0)}
    return {"file_id": largest["file_id"], **size}


def media(which: Message) -> Json | None:
    """What a person sent that is not text."""
    if which.media is None:
        return None
    kind = next(iter(which.media))
    details = which.media[kind]
    return {"kind": kind, **(details if isinstance(details, dict) else {})}


def forwarded_from(origin: Json) -> str:
    """The name behind a forward."""
    return str(origin.get("sender_user", {}).get("first_name") or origin.get("sender_user_name") or "")


def service(world: World, what: Json) -> Json:
    """Service lines carry names instead of ids."""
    view = dict(what)
    if "members" in view:
        view["names"] = [views.user(world, one)["first_name"] for one in view.pop("members")]
    if "member" in view:
        view["name"] = views.user(world, view.pop("member"))["first_name"]
    return view
