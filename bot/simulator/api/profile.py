"""How the bot presents itself: name, descriptions, commands, menu button."""

from collections.abc import Callable

from bot.simulator import posting, screen, views
from bot.simulator.api import access
from bot.simulator.errors import bad
from bot.simulator.model import Json
from bot.simulator.world import World

Scope = tuple[str, int, int, str]


def get_me(world: World, _: Json) -> Json:
    """Telegram's getMe."""
    return views.me(world)


def _texts(world: World, field: str) -> dict[str, str]:
    stores = {"name": "names", "description": "descriptions", "short_description": "short_descriptions"}
    texts: dict[str, str] = getattr(world.bot, stores[field])
    return texts


def setter(field: str) -> Callable[[World, Json], bool]:
    """SetMyName and its like: an empty text takes the dedicated one away."""

    def set_text(world: World, p: Json) -> bool:
        texts, language = _texts(world, field), p.get("language_code", "")
        texts.pop(language, None)
        if text := p.get(field, ""):
            texts[language] = text
        world.announce("bot", lambda who: {"event": "bot", "bot": bot_for(world, who)})
        return True

    return set_text


def bot_for(world: World, person: int) -> Json:
    """The bot as one person's phone shows it."""
    return screen.bot(world, world.people[person].language)


def getter(field: str) -> Callable[[World, Json], Json]:
    """GetMyName and its like: without a dedicated text, the one for everyone."""

    def get_text(world: World, p: Json) -> Json:
        texts = _texts(world, field)
        default = world.bot.name if field == "name" else ""
        return {field: texts.get(p.get("language_code", "")) or texts.get("", default)}

    return get_text


def scope_of(world: World, p: Json) -> Scope:
    """The key that commands are kept under. Raises ApiError (400) for a chat the bot cannot see."""
    scope = p.get("scope") or {"type": "default"}
    if "chat_id" in scope:
        access.readable(world, scope)
    whose = scope.get("user_id", 0)
    return (scope["type"], scope.get("chat_id", 0), whose, p.get("language_code", ""))


def set_my_commands(world: World, p: Json) -> bool:
    """Telegram's setMyCommands."""
    commands = [{**one, "command": one["command"].removeprefix("/")} for one in p["commands"]]
    if len({one["command"] for one in commands}) < len(commands):
        raise bad("BOT_COMMAND_INVALID")
    world.bot.commands[scope_of(world, p)] = commands
    return redraw(world)


def get_my_commands(world: World, p: Json) -> list[Json]:
    """Telegram's getMyCommands."""
    return world.bot.commands.get(scope_of(world, p), [])


def delete_my_commands(world: World, p: Json) -> bool:
    """Telegram's deleteMyCommands."""
    world.bot.commands.pop(scope_of(world, p), None)
    return redraw(world)


def redraw(world: World) -> bool:
    """Phones show the new commands and buttons everywhere."""
    for chat in world.chats.values():
        posting.changed(world, chat)
    return True


def set_chat_menu_button(world: World, p: Json) -> bool:
    """Telegram's setChatMenuButton."""
    chat_id = _private(world, p)
    world.bot.menu_buttons[chat_id] = p.get("menu_button") or {"type": "default"}
    return redraw(world)


def get_chat_menu_button(world: World, p: Json) -> Json:
    """Telegram's getChatMenuButton."""
    buttons = world.bot.menu_buttons
    return buttons.get(_private(world, p)) or buttons.get(0) or {"type": "commands"}


def _private(world: World, p: Json) -> int:
    chat_id = p.get("chat_id", 0)
    if chat_id and chat_id not in world.people:
        raise bad("chat not found")
    return int(chat_id)


METHODS = {
    "getMe": get_me,
    "setMyName": setter("name"),
    "setMyDescription": setter("description"),
    "setMyShortDescription": setter("short_description"),
    "getMyName": getter("name"),
    "getMyDescription": getter("description"),
    "getMyShortDescription": getter("short_description"),
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
