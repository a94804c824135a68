"""Many children who write and tap, each along a script whose answers are known from a calm run."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

from bot.simulator import people, taps
from bot.simulator.model import Message, Person
from bot.simulator.world import World

SAY, TAP = "say", "tap"
Script = tuple[tuple[str, str], ...]

SCRIPTS: dict[str, Script] = {
    "asking": (
        (SAY, "what is grooming"),
        (SAY, "/help"),
        (SAY, "who are you"),
        (SAY, "/privacy"),
        (SAY, "what is grooming"),
        (SAY, "/help"),
    ),
    "in distress": (
        (SAY, "he is beating me now {token}a"),
        (SAY, "/help"),
        (SAY, "he was beating me yesterday {token}b"),
        (SAY, "/privacy"),
        (SAY, "my father is beating me now {token}c"),
        (SAY, "/help"),
    ),
    "learning": (
        (SAY, "/start"),
        (TAP, "language:en"),
        (TAP, "age:skip"),
        (TAP, "lessons"),
        (TAP, "lesson:"),
        (TAP, "s:"),
        (TAP, "s:"),
        (SAY, "what is grooming"),
    ),
}
"""What is written or tapped, by kind of child. A tap names the callback data, or with a colon how it begins.

No two posts in a row may read the same, or a repeat could not be told from the next answer: `killing` looks.
"""

TURNS = ("asking", "learning", "asking", "in distress")


@dataclass(slots=True)
class Child:
    """One child of the crowd. Taps wait until their button is there."""

    world: World
    id: int
    kind: str
    done: int = 0
    tapped: set[str] = field(default_factory=set)

    @property
    def script(self) -> Script:
        """What this child does."""
        return SCRIPTS[self.kind]

    @property
    def finished(self) -> bool:
        """Whether the script is at its end."""
        return self.done == len(self.script)

    @property
    def token(self) -> str:
        """A number that is in all words of this child and in no other's."""
        return f"{self.id % 100_000_000:08d}"

    def tokens(self) -> Iterator[str]:
        """What marks each cry for help that was sent so far."""
        for verb, what in self.script[: self.done]:
            if verb == SAY and "{token}" in what:
                yield self.token + what[-1]

    def act(self) -> bool:
        """Do the next thing, if it can be done now."""
        if self.finished:
            return False
        verb, what = self.script[self.done]
        acted = self._say(what) if verb == SAY else self._tap(what)
        self.done += acted
        return acted

    def _say(self, text: str) -> bool:
        people.send(self.world, self.id, self.id, text.replace("{token}", self.token))
        return True

    def _tap(self, wanted: str) -> bool:
        for message in reversed(self.world.chats[self.id].messages.values()):
            for data in data_of(message):
                screen = ":".join(data.split(":")[:2])
                if screen not in self.tapped and meant(data, wanted):
                    self.tapped.add(screen)
                    taps.tap(self.world, self.id, self.id, message.id, data)
                    return True
        return False


def meant(data: str, wanted: str) -> bool:
    """Whether this is the button that a script names."""
    return data.startswith(wanted) if wanted.endswith(":") else data == wanted


def data_of(message: Message) -> list[str]:
    """The callback data of a message's buttons."""
    return [str(button["callback_data"]) for row in message.buttons for button in row]


class Crowd:
    """All children; some of them are here at a time, and who has finished makes room for the next."""

    def __init__(self, world: World, size: int, random: Random, present: int = 12) -> None:
        self.children = [newcomer(world, TURNS[number % len(TURNS)]) for number in range(size)]
        self._random = random
        self._coming = list(reversed(self.children))
        self._here: list[Child] = []
        self._present = present

    @property
    def finished(self) -> bool:
        """Whether all scripts are at their end."""
        return not self._coming and all(child.finished for child in self._here)

    def admit(self, children: Iterable[Child]) -> None:
        """Let these come, too."""
        self._coming = [*children, *self._coming]

    def act(self) -> bool:
        """Somebody does something, if anybody can."""
        self._here = [child for child in self._here if not child.finished]
        while self._coming and len(self._here) < self._present:
            self._here.append(self._coming.pop())
        return any(child.act() for child in self._random.sample(self._here, len(self._here)))


def newcomer(world: World, kind: str) -> Child:
    """A child who was not there before."""
    person = Person(max(world.people) + 1, "Somebody", "child", "en")
    return Child(world, world.add_person(person).id, kind)
