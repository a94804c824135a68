"""The demo cast, from content/simulator.yaml: invented people, a group of friends, a staff forum."""

from pathlib import Path
from typing import Any

from bot.simulator import members
from bot.simulator.clock import Clock
from bot.simulator.model import Bot, Chat, Member, Person
from bot.simulator.world import World
from content.yaml_lines import read_values

CAST = Path(__file__).parents[2] / "content" / "simulator.yaml"
DEMO_TOKEN = "123456789:SIMULATED-TOKEN-FOR-THIS-MACHINE-ONLY"  # noqa: S105 - opens nothing but this


def demo_world(
    token: str = DEMO_TOKEN, *, language: str = "th", clock: Clock | None = None, seed: int | None = None
) -> World:
    """A world with the demo cast, named in `language` ("th" or "en")."""
    cast = read_values(CAST.read_text(encoding="utf-8"))
    owned = cast["bot"]
    bot = Bot(int(token.partition(":")[0]), owned["username"], owned["name"][language], token)
    world = World(bot, clock, seed)
    populate(world, cast, language)
    world.queue.clear()
    return world


def populate(world: World, cast: dict[str, Any], language: str) -> None:
    """Put the people and chats of the file into a world."""
    for one in cast["people"]:
        username = one.get("username")
        who = Person(one["id"], one["name"][language], one["kind"], one["language"], username)
        world.add_person(who)
    for group in cast["groups"]:
        add_group(world, group, language)


def add_group(world: World, group: dict[str, Any], language: str) -> Chat:
    """One group of the file, with its fixed id."""
    chat = world.add_chat(group["id"], group["type"], group["title"][language], {})
    chat.forum = bool(group.get("forum"))
    for one in group["members"]:
        chat.members[one] = Member("member")
    chat.members[group["members"][0]] = Member("creator")
    rights = set(members.ADMIN) if group["bot"] == "administrator" else set()
    chat.members[world.bot.id] = Member(group["bot"], rights)
    return chat


def reset(world: World, language: str = "th") -> None:
    """Start the same world again: same token and update counter, fresh cast, nothing said yet."""
    fresh = demo_world(world.bot.token, language=language, clock=world.clock)
    for name in ("people", "chats", "callbacks", "inline", "inline_messages", "files", "file_ids"):
        setattr(world, name, getattr(fresh, name))
    world.queue.clear()
    world.faults.clear()
    world.announce("reset", lambda _: {"event": "reset"})
