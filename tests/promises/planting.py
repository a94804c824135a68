"""Every kind of input, each with strings that stand nowhere else: what a thief would look for."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.machine.people import DATE, Person, Updates
from tests.needles import Needle, Needles
from tests.telegram.updates import Json

LETTERS = "abcdefghijklmnopqrstuvwxyz"
THAI = "กขคงจชซดตถทนบปพมยรลวสหอ"
PLACES = 9
"""Decimal places of a planted position: long enough that chance does not write it."""


class Planter:
    """Makes strings and ids, and remembers each as a needle."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.needles = Needles()
        self.kinds: Counter[str] = Counter()
        self.ids: list[int] = []

    def _new(self, kind: str, needle: Needle) -> None:
        self.kinds[kind] += 1
        self.needles.add(needle)

    def word(self, kind: str) -> str:
        """An invented word of sixteen letters, every second time a Thai one."""
        letters = THAI if self.kinds[kind] % 2 else LETTERS
        word = "".join(self._random.choice(letters) for _ in range(16))
        self._new(kind, word)
        return word

    def name(self, kind: str) -> str:
        """A word that Telegram takes for a user name, a payload or callback data."""
        word = "".join(self._random.choice(LETTERS) for _ in range(16))
        self._new(kind, word)
        return word

    def id(self, kind: str) -> int:
        """A Telegram id of today's size: more than 32 bits."""
        number = 2**33 + self._random.getrandbits(42)
        self._new(kind, number)
        self.ids.append(number)
        return number

    def phone(self) -> str:
        """A phone number as people write it."""
        number = f"08{self._random.randrange(10**8):08}"
        self._new("phone number", number)
        return number

    def position(self) -> float:
        """A latitude; its decimals are the needle."""
        value = round(13 + self._random.random() / 2 + 1e-9, PLACES)
        self._new("position", f"{value:.{PLACES}f}"[3:-1])
        return value

    def person(self, kind: str) -> Person:
        """Somebody with a whole profile."""
        number = self.id(f"{kind} id")
        first, last = self.word(f"{kind} first name"), self.word(f"{kind} last name")
        return Person(number, first, last, self.name(f"{kind} user name"), "th")


class Inputs:
    """All that one child can send, as Telegram's updates."""

    def __init__(self, planter: Planter, child: Person) -> None:
        self._plant = planter
        self._child = child
        self._updates = Updates()

    def all(self) -> Iterator[Json]:
        """Each kind once. The numbers of the updates are left to the simulator."""
        for update in (*self._words(), *self._things(), *self._taps(), *self._broken()):
            yield {name: value for name, value in update.items() if name != "update_id"}

    def _text(self, text: str, **more: Any) -> Json:
        return self._updates.text(self._child, text, **more)

    def _words(self) -> Iterator[Json]:
        plant = self._plant
        yield self._text(f"/start {plant.name('deep link')}")
        first = self._text(f"{plant.word('first words')} สวัสดี")
        yield first
        yield self._updates.edit(self._child, first["message"]["message_id"], plant.word("edited words"))
        yield self._text(f"he is beating me now {plant.word('words in distress')} {plant.phone()}")
        yield self._text(plant.word("words in a case"))
        hidden = {"type": "hidden_user", "date": DATE, "sender_user_name": plant.word("name of a forward")}
        yield self._text(plant.word("forwarded words"), forward_origin=hidden)
        other = self._updates.message(self._child, text=plant.word("quoted words"))
        yield self._text("ok", reply_to_message=other)

    def _things(self) -> Iterator[Json]:
        plant = self._plant
        photo = [{"file_id": plant.name("file"), "file_unique_id": "u", "width": 9, "height": 9}]
        yield self._thing(photo=photo, caption=plant.word("caption"))
        contact = {
            "phone_number": plant.phone(),
            "first_name": plant.word("contact"),
            "user_id": self._child.id,
        }
        yield self._thing(contact=contact)
        yield self._thing(location={"latitude": plant.position(), "longitude": 100.5})
        place = {"latitude": 13.7, "longitude": 100.5}
        yield self._thing(
            venue={"location": place, "title": plant.word("place"), "address": plant.word("address")}
        )
        yield self._thing(
            document={"file_id": "f", "file_unique_id": "u", "file_name": plant.word("name of a file")}
        )

    def _thing(self, **content: Any) -> Json:
        return self._updates.update(message=self._updates.message(self._child, **content))

    def _taps(self) -> Iterator[Json]:
        for data in ("language:th", "person", f"case:{self._plant.name('forged button')}", "hide:yes"):
            yield self._updates.tap(self._child, data, on=1)

    def _broken(self) -> Iterator[Json]:
        """What the bot must put aside or cannot read."""
        group = {"id": -self._plant.id("group id"), "type": "group", "title": self._plant.word("group title")}
        yield self._updates.update(message=self._updates.message(self._child, group, text="/help"))
        channel = {
            "id": -self._plant.id("channel id"),
            "type": "channel",
            "title": self._plant.word("channel"),
        }
        yield self._updates.update(channel_post={"message_id": 1, "date": DATE, "chat": channel, "text": "-"})
        stranger = replace(self._child, id=self._plant.id("id out of place"))
        message = self._updates.message(stranger, text=self._plant.word("words that cannot be read"))
        yield self._updates.update(message=message | {"date": "yesterday", "chat": "nowhere"})
