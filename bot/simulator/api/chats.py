"""Looking at chats and members, and leaving."""

from bot.simulator import members, views
from bot.simulator.api import access
from bot.simulator.errors import bad
from bot.simulator.model import Json, Member
from bot.simulator.world import World


def get_chat(world: World, p: Json) -> Json:
    """Telegram's getChat."""
    return views.full_chat(world, access.readable(world, p))


def get_chat_member(world: World, p: Json) -> Json:
    """Telegram's getChatMember."""
    chat = access.editable(world, p)
    whose = p["user_id"]
    if whose != world.bot.id and whose not in world.people:
        raise bad("PARTICIPANT_ID_INVALID")
    return views.member(world, whose, chat.member(whose))


def get_chat_administrators(world: World, p: Json) -> list[Json]:
    """Telegram's getChatAdministrators: bots other than this one do not exist here."""
    chat = access.editable(world, p)
    if chat.kind == "private":
        raise bad("there are no administrators in the private chat")
    return [views.member(world, one, member) for one, member in chat.members.items() if member.admin]


def leave_chat(world: World, p: Json) -> bool:
    """Telegram's leaveChat."""
    chat = access.writable(world, p)
    if chat.kind == "private":
        raise bad("chat member status can't be changed in private chats")
    members.change(world, chat, world.bot.id, world.bot.id, Member("left"))
    return True


METHODS = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "leaveChat": leave_chat,
}
