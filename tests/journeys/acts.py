"""The verbs of a journey: what people do with their phones, and what the world does.

A button is named by its words, or by the key of its words in content/ (`button-help`), which stays true when
the words change.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.simulator import media, members
from bot.simulator.model import Chat, Message, Topic
from content.content import Content
from content.schema import Probe, Question, Scene
from tests.actor import Actor, labels
from tests.answering import buttons, shown
from tests.journeys.story import Act
from tests.simulation import Simulation

STAFF = ("staff", "second_staff", "stranger")


class Acting:
    """One person of the cast, as steps speak of them."""

    def __init__(self, sim: Simulation, actor: Actor, name: str, content: Content) -> None:
        self.sim = sim
        self.actor = actor
        self.name = name
        self.content = content
        self._seen: dict[tuple[str, int, str], Message] = {}

    def remember(self) -> None:
        """Keep the buttons that are on the screen now, for `stale` taps."""
        for message in self.actor.from_bot(self._chat({})):
            for button in (one for row in message.buttons for one in row if "callback_data" in one):
                key = (str(button["text"]), message.id, str(button["callback_data"]))
                self._seen.setdefault(key, message)

    def _chat(self, act: Act) -> Chat | None:
        where = act.get("in", "staff" if self.name in STAFF else "private")
        chats = {"private": None, "staff": self.sim.staff_room, "group": self.sim.group}
        if where == "supergroup":
            return self.sim.world.chats[self.sim.group.migrated_to or 0]
        return chats[str(where)]

    async def start(self, act: Act) -> None:
        """Press Start; the value is a deep link's payload."""
        await self.actor.start(str(act["start"]))

    async def say(self, act: Act) -> None:
        """Write a text; `reply_to` names words of the message that it answers."""
        chat = self._chat(act)
        answered = self._message(str(act["reply_to"]), chat) if "reply_to" in act else None
        topic = self._topic(str(act["topic"])).id if "topic" in act else None
        await self.actor.say(str(act["say"]), chat, reply_to=answered, topic=topic)

    async def reply(self, act: Act) -> None:
        """Answer the message with these words in the staff group; `say` is the answer."""
        chat = self._chat(act)
        await self.actor.say(str(act["say"]), chat, reply_to=self._message(str(act["reply"]), chat))

    async def tap(self, act: Act) -> None:
        """Tap a button, of the newest message that has it, or `on` the one with these words.

        `twice`: a double tap. `stale`: a button that was on the screen before and is no more.
        """
        chat = self._chat(act)
        if act.get("stale"):
            return await self._tap_stale(str(act["tap"]))
        old = self._message(str(act["on"]), chat) if "on" in act else None
        label, message = self._button(str(act["tap"]), old, chat)
        for _ in range(2 if act.get("twice") else 1):
            await self.actor.tap(label, on=message)
        return None

    async def _tap_stale(self, named: str) -> None:
        wanted = self._words_of(named)
        before = dict(self._seen)
        self._seen.clear()
        self.remember()
        gone = [key for key in before if key not in self._seen and key[0] in wanted]
        self._seen |= before
        assert gone, f"{named!r} was never on the screen, or still is"
        await self.actor.tap_data(gone[-1][2], before[gone[-1]])

    async def forge(self, act: Act) -> None:
        """Send callback data of one's own making."""
        newest = self.actor.last_message(self._chat(act))
        assert newest is not None
        await self.actor.tap_data(str(act["forge"]), newest)

    def answering(self, act: Act) -> list[str]:
        """The labels to tap, one after the other, for an answer to a question: right, wrong, hint or skip."""
        message, language, question = self._question()
        if act["answer"] in ("hint", "skip"):
            return [self._button(f"button-{act['answer']}", message, None)[0]]
        return buttons(question, self.content.texts, language, right=act["answer"] == "right")

    async def probe(self, act: Act) -> None:
        """Answer a question before or after a lesson: right or wrong."""
        newest = self.actor.last_message()
        assert newest is not None
        for probe in self._probes():
            label = next(one.text for one in probe.options if one.right is (act["probe"] == "right"))
            if probe.text in (newest.text or "") and label in labels(newest):
                await self.actor.tap(label, on=newest)
                return
        raise AssertionError("no question before or after a lesson is on the screen")

    async def choose(self, act: Act) -> None:
        """Choose by the id of a choice in the scene of a story that is on the screen."""
        newest = self.actor.last_message()
        assert newest is not None
        for scene in self._scenes():
            label = next((one.text for one in scene.choices if one.id == act["choose"]), None)
            if label is not None and scene.text in (newest.text or ""):
                await self.actor.tap(label, on=newest)
                return
        raise AssertionError(f"no choice {act['choose']!r} is on the screen: {newest.text}")

    def _probes(self) -> list[Probe]:
        lessons = [lesson for each in self.content.lessons.values() for lesson in each.values()]
        pairs = [pair for lesson in lessons for pair in lesson.pairs]
        return [probe for pair in pairs for probe in (pair.before, pair.after)]

    def _scenes(self) -> list[Scene]:
        stories = [story for each in self.content.stories.values() for story in each.values()]
        return [scene for story in stories for scene in story.scenes]

    def onward(self) -> Act | None:
        """The act that leads on in a lesson, or None when it asks a question or is over.

        What was missed is not tried again, but looked up.
        """
        newest = self.actor.last_message()
        on_screen = set(labels(newest)) if newest is not None else set()
        for key in ("button-start", "button-next", "button-solution"):
            if on_screen & self._words_of(key):
                return {"tap": key}
        return None

    async def send(self, act: Act) -> None:
        """Send a photo, voice, sticker, ..., perhaps with a caption, or into a topic."""
        caption, chat = str(act.get("caption", "")), self._chat(act)
        topic = self._topic(str(act["topic"])).id if "topic" in act else None
        where = chat.id if chat is not None else self.actor.id
        media.send_media(self.sim.world, self.actor.id, where, str(act["send"]), caption, topic)

    async def edit(self, act: Act) -> None:
        """Change one's own message with these words; `to` is what it says then."""
        own = [one for one in self.actor.messages(self._chat(act)) if one.sender == self.actor.id]
        await self.actor.edit(
            next(one for one in own if str(act["edit"]) in (one.text or "")), str(act["to"])
        )

    async def block(self, _: Act) -> None:
        """Block the bot."""
        await self.actor.block()

    async def unblock(self, _: Act) -> None:
        """Let the bot in again."""
        await self.actor.unblock()

    async def delete_topic(self, act: Act) -> None:
        """Delete the topic whose name holds this."""
        await self.actor.delete_topic(self._topic(str(act["delete_topic"])))

    async def join(self, act: Act) -> None:
        """Come into the staff group, or into the one named by `in`."""
        self.sim.join(self.actor, self._chat(act) or self.sim.staff_room)

    async def migrate(self, _: Act) -> None:
        """Turn the ordinary group into a supergroup."""
        members.migrate(self.sim.world, self.sim.group.id)

    def _topic(self, named: str) -> Topic:
        return next(one for one in self.actor.topics() if named in one.name)

    def _message(self, words: str, chat: Chat | None) -> Message:
        """The newest message with these words."""
        found = [one for one in self.actor.messages(chat) if words in (one.text or "")]
        assert found, f"no message with {words!r}"
        return found[-1]

    def _button(self, named: str, on: Message | None, chat: Chat | None) -> tuple[str, Message]:
        """The full label of a button, and the message it stands under."""
        wanted = self._words_of(named)
        for message in [on] if on is not None else reversed(self.actor.from_bot(chat)):
            for label in labels(message):
                if label in wanted or named in label:
                    return label, message
        newest = self.actor.last_message(chat)
        raise AssertionError(f"no button {named!r}; the newest has {labels(newest) if newest else None}")

    def _words_of(self, named: str) -> set[str]:
        """A key's words in each language, and in all of them side by side."""
        if not named.startswith("button-"):
            return {named}
        each = [self.content.texts.say(language, named) for language in self.content.languages]
        return {*each, " · ".join(each)}

    def _question(self) -> tuple[Message, str, Question]:
        """The question on the screen."""
        asked = self.question()
        assert asked is not None, "no question of a lesson is on the screen"
        return asked

    def question(self) -> tuple[Message, str, Question] | None:
        """The question that the newest message asks, if it is one of a lesson, and its language."""
        newest = self.actor.last_message()
        if newest is None:
            return None
        on_screen = set(labels(newest))
        for language, question in self._questions():
            under = shown(question, self.content.texts, language)
            if question.text in (newest.text or "") and on_screen & under:
                return newest, language, question
        return None

    def _questions(self) -> list[tuple[str, Question]]:
        each = self.content.lessons.items()
        lessons = [(language, lesson) for language, those in each for lesson in those.values()]
        return [(language, question) for language, lesson in lessons for question in lesson.questions]


Verb = Callable[[Act], Awaitable[None]]


def verb_of(acting: Acting, verb: str) -> Verb:
    """The method behind a verb. Raises AssertionError for one that is not known."""
    known: Any = getattr(acting, verb, None) if not verb.startswith("_") else None
    assert callable(known), f"nobody can {verb!r}"
    chosen: Verb = known
    return chosen
