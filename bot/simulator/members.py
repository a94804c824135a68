"""Groups: making them, who belongs, with what rights, and how a group becomes a supergroup."""

from dataclasses import replace
from typing import Literal

from bot.simulator import people, posting
from bot.simulator.errors import TroubleError
from bot.simulator.model import Chat, Member, Status
from bot.simulator.views import PERMISSIONS, RIGHTS
from bot.simulator.world import World

ADMIN = set(RIGHTS)
Action = Literal["add", "remove", "ban", "leave"]


def create_group(
    world: World,
    title: str,
    ids: list[int],
    *,
    forum: bool = False,
    bot: bool = True,
    bot_admin: bool = False,
) -> Chat:
    """A group of these people; the first one owns it."""
    for one in ids:
        world.person(one)
    kind: Literal["group", "supergroup"] = "supergroup" if forum else "group"
    members = {one: Member("creator" if one == ids[0] else "member") for one in ids}
    chat = world.add_chat(world.new_chat_id(kind), kind, title, members)
    chat.forum = forum
    posting.serve(world, chat, ids[0], {"kind": "group_created", "title": title})
    if bot:
        change(world, chat, ids[0], world.bot.id, Member("member"))
    if bot and bot_admin:
        change(world, chat, ids[0], world.bot.id, Member("administrator", set(ADMIN)))
    posting.changed(world, chat)
    return chat


def move(
    world: World, chat_id: int, whose: int, action: Action, by: int | None = None, payload: str = ""
) -> None:
    """Add somebody or the bot to a group, or take them out; `payload` is that of a `?startgroup=` link."""
    chat = group(world, chat_id)
    known(world, whose)
    old = chat.member(whose)
    if (action == "add") == old.present:
        raise TroubleError(400, "already so")
    actor = by if by is not None else (whose if action == "leave" else owner(chat))
    states: dict[str, Status] = {"add": "member", "remove": "left", "leave": "left", "ban": "kicked"}
    if whose == world.bot.id and action == "remove":
        states["remove"] = "kicked"
    change(world, chat, actor, whose, Member(states[action]))
    if payload and action == "add" and whose == world.bot.id:
        people.send(world, actor, chat.id, f"/start@{world.bot.username} {payload}")


def change(world: World, chat: Chat, actor: int, whose: int, new: Member) -> None:
    """Give somebody a new membership, with service message, updates and phones redrawn."""
    old = chat.member(whose)
    was, now = old.present, new.present
    tells = world.bot.id
    if now and not was:
        chat.members[whose] = new
        posting.serve(world, chat, actor, {"kind": "members_added", "members": [whose]})
    elif was and not now and chat.kind != "private":
        if whose != tells:
            chat.members[whose] = new
        posting.serve(world, chat, actor, {"kind": "member_left", "member": whose})
    chat.members[whose] = new
    update = people.membership_update(world, chat, actor, whose, old, new)
    if whose == tells:
        world.queue.push("my_chat_member", update)
    elif chat.member(tells).admin:
        world.queue.push("chat_member", update)
    redraw(world, chat, whose, gone=was and not now)


def redraw(world: World, chat: Chat, whose: int, *, gone: bool) -> None:
    """Phones of those who are in show the change; the phone of one who left loses the chat."""
    posting.changed(world, chat)
    if gone and whose in world.people:
        world.announce("chat_gone", lambda _: {"event": "chat_gone", "chat": chat.id}, None, whose)


def set_rights(
    world: World,
    chat_id: int,
    whose: int,
    status: Status,
    rights: dict[str, bool],
    *,
    anonymous: bool = False,
) -> None:
    """Make somebody admin, ordinary or restricted. A new admin has every right but those set to false."""
    chat = group(world, chat_id)
    if not chat.member(whose).present:
        raise TroubleError(403, "not a member of this chat")
    if unknown := set(rights) - ADMIN - set(PERMISSIONS):
        raise TroubleError(400, f"no such right: {', '.join(sorted(unknown))}")
    start = ADMIN if status in ("administrator", "creator") else set()
    held = (start | {right for right, on in rights.items() if on}) - {r for r, on in rights.items() if not on}
    change(world, chat, owner(chat), whose, Member(status, held, anonymous))


def migrate(world: World, chat_id: int) -> Chat:
    """An ordinary group becomes a supergroup: new id, old one closed, a service message in each."""
    old = group(world, chat_id)
    if old.kind != "group" or old.migrated_to is not None:
        raise TroubleError(400, "only an ordinary group can become a supergroup")
    members = {one: replace(membership) for one, membership in old.members.items()}
    new = world.add_chat(world.new_chat_id("supergroup"), "supergroup", old.title, members)
    actor = owner(old)
    posting.serve(world, old, actor, {"kind": "migrated_to", "chat": new.id})
    old.migrated_to = new.id
    posting.serve(world, new, actor, {"kind": "migrated_from", "chat": old.id})
    posting.changed(world, old)
    posting.changed(world, new)
    return new


def group(world: World, chat_id: int) -> Chat:
    """The chat, unless it is private."""
    chat = world.chat(chat_id)
    if chat.kind == "private":
        raise TroubleError(400, "a private chat has no members to change")
    return chat


def known(world: World, whose: int) -> None:
    """Raises TroubleError (404) for a stranger; the bot is known."""
    if whose != world.bot.id:
        world.person(whose)


def owner(chat: Chat) -> int:
    """Who owns the group."""
    return next((one for one, membership in chat.members.items() if membership.status == "creator"), 0)
