"""One person of the simulated Telegram, for tests: what they do and what their phone shows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.simulator import forum, media, people, screen, taps
from bot.simulator.model import Chat, Json, Message, Poll, Topic
from bot.simulator.world import Event, World

if TYPE_CHECKING:
    from tests.simulation import Simulation

Wanted = str | Callable[[Message], bool]
PATIENCE = 5.0
"""Seconds of real time that waiting may take before the test fails."""


class Actor:
    """One person with a phone. `chat` is an id or a Chat; without it, the private chat with the bot."""

    def __init__(self, sim: "Simulation", person: int) -> None:
        self.sim = sim
        self.id = person
        self.seen: dict[int, int] = {}
        self.toasts: list[Json] = []
        sim.world.listeners.add(self._heard)

    def _heard(self, event: Event) -> None:
        if event.name == "toast" and event.person == self.id:
            self.toasts.append(event.render(self.id))

    def _chat(self, chat: Chat | int | None) -> int:
        return self.id if chat is None else (chat if isinstance(chat, int) else chat.id)

    # doing

    async def start(self, payload: str = "") -> Message:
        """Press Start or follow a deep link."""
        self.mark(None)
        return people.start(self.sim.world, self.id, payload)

    async def say(
        self,
        text: str,
        chat: Chat | int | None = None,
        *,
        topic: int | None = None,
        reply_to: Message | None = None,
        anonymous: bool | None = None,
    ) -> Message:
        """Write a text. What the bot says from now on is new to `wait_for`."""
        self.mark(chat)
        answered = reply_to.id if reply_to else None
        where = self._chat(chat if chat is not None or reply_to is None else reply_to.chat)
        return people.send(
            self.sim.world, self.id, where, text, topic=topic, reply_to=answered, anonymous=anonymous
        )

    async def tap(self, label: str, *, on: Message | None = None, chat: Chat | int | None = None) -> str:
        """Tap the button of that label: on this message, else the newest with it, else the reply keyboard.

        Returns the id of the query, or "" for a reply keyboard or a start link.
        """
        message = on or self.newest_with(label, chat)
        if message is None:
            await self.say(self.key(label, chat), chat)
            return ""
        button = button_of(message, label)
        self.mark(message.chat)
        if "callback_data" not in button:
            await self.start(start_payload(self.sim.world, button))
            return ""
        return taps.tap(self.sim.world, self.id, message.chat, message.id, button["callback_data"]).id

    async def tap_data(self, data: str, on: Message) -> str:
        """Send callback data of one's own making, as a forger would."""
        self.mark(on.chat)
        return taps.tap(self.sim.world, self.id, on.chat, on.id, data).id

    async def send_media(self, kind: str, chat: Chat | int | None = None, caption: str = "") -> Message:
        """Send a photo, voice, sticker, ..."""
        self.mark(chat)
        return media.send_media(self.sim.world, self.id, self._chat(chat), kind, caption)

    async def edit(self, message: Message, text: str) -> Message:
        """Change one's own message."""
        return people.edit(self.sim.world, self.id, message.chat, message.id, text)

    async def delete(self, *messages: Message) -> list[int]:
        """Delete messages for everyone."""
        return people.delete(self.sim.world, self.id, messages[0].chat, [one.id for one in messages])

    async def forward(self, message: Message, chat: Chat | int | None = None) -> Message:
        """Forward a message into another chat."""
        return people.forward(self.sim.world, self.id, message.chat, message.id, self._chat(chat))

    async def block(self) -> None:
        """Block the bot."""
        people.block(self.sim.world, self.id)

    async def unblock(self) -> None:
        """Unblock the bot."""
        people.unblock(self.sim.world, self.id)

    async def vote(self, message: Message, *options: int) -> Poll:
        """Answer a poll."""
        self.mark(message.chat)
        return taps.vote(self.sim.world, self.id, message.chat, message.id, list(options))

    async def delete_topic(self, topic: Topic, chat: Chat | None = None) -> None:
        """Delete a forum topic by hand."""
        forum.delete(self.sim.world, chat or self.sim.staff_room, topic)

    # seeing

    def mark(self, chat: Chat | int | None = None) -> None:
        """What is there now is no longer new to `wait_for`."""
        where = self._chat(chat)
        self.seen[where] = self.sim.world.turn

    def messages(self, chat: Chat | int | None = None, topic: int | None = None) -> list[Message]:
        """What this phone shows of a chat, oldest first. Raises TroubleError for an outsider."""
        seen = self.sim.world.seen_by(self.id, self._chat(chat))
        shown = screen.shown(self.sim.world, seen, self.id)
        return [one for one in shown if topic is None or one.topic == topic]

    def from_bot(self, chat: Chat | int | None = None, topic: int | None = None) -> list[Message]:
        """The bot's messages in a chat, without service messages."""
        bot = self.sim.world.bot.id
        return [one for one in self.messages(chat, topic) if one.sender == bot and not one.service]

    def last_message(self, chat: Chat | int | None = None, topic: int | None = None) -> Message | None:
        """The newest message of the bot."""
        found = self.from_bot(chat, topic)
        return found[-1] if found else None

    def text(self, chat: Chat | int | None = None) -> str:
        """All the bot's words in a chat, one message after the other."""
        return "\n---\n".join(one.text or "" for one in self.from_bot(chat))

    def topics(self, chat: Chat | None = None) -> list[Topic]:
        """Topics of the staff room, or of another forum."""
        return list((chat or self.sim.staff_room).topics.values())

    def newest_with(self, label: str, chat: Chat | int | None = None) -> Message | None:
        """The newest message that has a button of that label."""
        return next((one for one in reversed(self.messages(chat)) if label in labels(one)), None)

    def key(self, label: str, chat: Chat | int | None = None) -> str:
        """A key of the reply keyboard. Raises AssertionError when there is none of that label."""
        keyboard = self.sim.world.chats[self._chat(chat)].keyboards.get(self.id, {"keyboard": []})
        keys = [str(one["text"]) for row in keyboard["keyboard"] for one in row]
        assert label in keys, f"no button {label!r}; keys: {keys}; newest: {self._newest_labels(chat)}"
        return label

    def _newest_labels(self, chat: Chat | int | None) -> list[str]:
        newest = self.last_message(chat)
        return labels(newest) if newest else []

    async def wait_for(
        self,
        wanted: Wanted = "",
        chat: Chat | int | None = None,
        *,
        topic: int | None = None,
        patience: float = PATIENCE,
        old: bool = False,
    ) -> Message:
        """The bot's next message that holds this text, or for which `wanted` is true.

        New is what came or was edited since this person's last act in the chat; `old=True` takes any.

        Raises:
            AssertionError: when none comes; it tells what came instead.
        """
        matches = (lambda one: wanted in (one.text or "")) if isinstance(wanted, str) else wanted
        since = 0 if old else self.seen.get(self._chat(chat), 0)

        def found() -> Message | None:
            new = [one for one in self.from_bot(chat, topic) if one.touched > since]
            return next((one for one in reversed(new) if matches(one)), None)

        try:
            message: Message = await self.sim.until(found, patience)
        except AssertionError:
            said = self.text(chat)
            raise AssertionError(f"waited for {wanted!r}; the bot said:\n{said}") from None
        return message

    async def wait_for_toast(self, wanted: str = "", patience: float = PATIENCE) -> Json:
        """The next answer to a tap whose text holds this; each is given out once."""

        def found() -> Json | None:
            return next((one for one in self.toasts if wanted in one["text"]), None)

        toast: Json = await self.sim.until(found, patience, f"toast {wanted!r}")
        self.toasts.remove(toast)
        return toast

    async def wait_until_gone(self, message: Message, patience: float = PATIENCE) -> None:
        """Wait until a message has been deleted."""
        chat = self.sim.world.chats[message.chat]
        await self.sim.until(lambda: message.id not in chat.messages, patience, "deletion")


def labels(message: Message) -> list[str]:
    """Labels of a message's inline buttons, in reading order."""
    return [str(button["text"]) for row in message.buttons for button in row]


def button_of(message: Message, label: str) -> Json:
    """The button of that label. Raises AssertionError naming those that exist."""
    found = next((one for row in message.buttons for one in row if one["text"] == label), None)
    assert found is not None, f"no button {label!r} among {labels(message)}"
    return found


def start_payload(world: World, button: Json) -> str:
    """The payload of a t.me start link to the bot. Raises AssertionError for other links."""
    head = f"https://t.me/{world.bot.username}?start="
    url = str(button.get("url", ""))
    assert url.startswith(head), f"a button of another kind: {button}"
    return url.removeprefix(head)
