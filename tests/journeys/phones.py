"""What phones show: pictures of all chats, and what is new, changed or gone between two of them."""

from dataclasses import dataclass

from bot.simulator.model import GENERAL, Chat, Message
from bot.simulator.world import World

Place = tuple[int, int]
"""A chat's id and, in a forum, the topic's."""


@dataclass(frozen=True)
class Shown:
    """One message as a phone shows it, with what lies under its buttons; `file`: what is not text in it."""

    place: Place
    id: int
    from_bot: bool
    text: str
    buttons: tuple[tuple[str, ...], ...] = ()
    data: tuple[str, ...] = ()
    reply_to: str = ""
    protected: bool = False
    file: str = ""


Picture = dict[tuple[int, int], Shown]
"""Messages by chat and message id."""


@dataclass(frozen=True)
class Change:
    """What became of one message: "new", "changed" or "gone"."""

    kind: str
    shown: Shown


def picture(world: World) -> Picture:
    """All messages of all chats, without service lines."""
    return {
        (chat.id, one.id): _shown(world, chat, one)
        for chat in world.chats.values()
        for one in chat.messages.values()
        if not one.service
    }


def _shown(world: World, chat: Chat, one: Message) -> Shown:
    return Shown(
        place=(chat.id, (one.topic or GENERAL) if chat.forum else 0),
        id=one.id,
        from_bot=one.sender == world.bot.id,
        text=one.text or "",
        buttons=tuple(tuple(str(button["text"]) for button in row) for row in one.buttons),
        data=tuple(str(button.get("callback_data", "")) for row in one.buttons for button in row),
        reply_to=_first_line(chat.messages.get(one.reply_to or 0)),
        protected=one.protected,
        file=_file(one),
    )


def _file(message: Message) -> str:
    """A picture, or the name of a document."""
    named = (message.media or {}).get("document", {}).get("file_name", "")
    return "picture" if message.photo else str(named)


def _first_line(message: Message | None) -> str:
    lines = (message.text or "").splitlines() if message is not None and not message.service else []
    return lines[0] if lines else ""


def changes(before: Picture, after: Picture) -> tuple[Change, ...]:
    """What differs: private chats first, then groups, in each the messages in their order."""
    gone = [Change("gone", before[key]) for key in before.keys() - after.keys()]
    new = [Change("new", after[key]) for key in after.keys() - before.keys()]
    both = before.keys() & after.keys()
    changed = [Change("changed", after[key]) for key in both if before[key] != after[key]]
    return tuple(sorted(gone + changed + new, key=_order))


def _order(change: Change) -> tuple[bool, Place, int, int]:
    chat, _ = change.shown.place
    return chat < 0, change.shown.place, ("gone", "changed", "new").index(change.kind), change.shown.id
