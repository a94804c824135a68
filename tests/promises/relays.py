"""A random crowd: children write, tap, hide and block; staff answer, take over, close; time goes on."""

import random
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.domain.state import Author, Case, Role
from bot.telegram.ephemeral import Ephemeral
from bot.telegram.send import Telegram
from tests.machine.machine import Machine, new_machine
from tests.machine.people import Person, Updates, a_child, a_colleague, forwarded_from
from tests.machine.wire import Wire, bot_on
from tests.promises.outgoing import REPLY, Watch
from tests.telegram.updates import Json, staff_chat

CHILDREN = [a_child(number) for number in range(20)]
STAFF = [a_colleague(number) for number in range(6)]
LABELS = [f"Colleague label {number}" for number in range(6)]
OPENING = ("open", "inbox") * 4
TAPS = (*OPENING, "only", "menu", "help", "person", "lessons", "kept", "s:1:next", "case:claim:x")
VERBS = ("claim", "release", "resolve", "falsealarm", "handon", "reopen")
FIRST_WORDS = ("calm", "calm", "calm", "concern", "urgent", "emergency", "foreign", "broken")


class Relays:
    """One machine, its crowd, and a watch over all that leaves."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._updates = Updates()
        self._number = 0
        hidden = [one for child in CHILDREN for one in child.profile]
        colleagues = [*LABELS, *(one for person in STAFF for one in person.profile)]
        self.watch = Watch(CHILDREN, hidden, [*colleagues, *hidden])
        self._acts: list[tuple[int, Callable[[], Awaitable[None]]]] = [
            (60, self._reply),
            (16, self._say),
            (15, self._tap),
            (3, self._staff_button),
            (1, self._chatter),
            (2, self._other_message),
            (1, self._hide),
            (1, self._block),
            (1, self._later),
        ]

    async def begin(self, folder: Path) -> None:
        """A machine with its roster, and one case for each child."""
        bot = await bot_on(Wire(self.watch))
        carry_out = Telegram(bot, lambda _language: "repeat").carry_out
        self._machine: Machine = await new_machine(folder, carry_out, Ephemeral(bot))
        for label, person in zip(LABELS, STAFF, strict=True):
            await self._machine.hire(label, person.id, Role.LEAD if person is STAFF[0] else Role.STAFF)
        for child in range(len(CHILDREN)):
            await self._wrote(child, "urgent")
            await self._tapped(child, "language:en")
        await self._machine.drain()

    async def run(self, wanted: int) -> None:
        """Act until so many replies have reached a child; at most thirty times as often."""
        weights, acts = zip(*self._acts, strict=True)
        for _ in range(30 * wanted):
            if self.watch.relayed >= wanted:
                break
            await self._random.choices(acts, weights)[0]()
            if self._random.random() < 0.3:
                await self._machine.drain()

    async def missing(self) -> list[str]:
        """Every child comes back and opens what waits; the replies that staff were told of and nobody got."""
        for child in range(len(CHILDREN)):
            await self._machine.take(self._updates.blocked(CHILDREN[child], blocked=False))
            await self._wrote(child, "calm")
            await self._tapped(child, "inbox")
        await self._machine.drain()
        return [f"{one} never arrived" for one in await self._accepted() if one not in self.watch.arrived]

    async def end(self) -> None:
        """Stop the machine."""
        await self._machine.stop()

    async def _accepted(self) -> list[str]:
        found: list[str] = []
        async with self._machine.store.begin() as work:
            for child in CHILDREN:
                case = await work.cases.latest_of(self._machine.person(child.id))
                log = await work.cases.messages(case.ref) if case else []
                found += [one.text for one in log if one.author is Author.STAFF]
        return [match[0] for text in found if (match := REPLY.search(text))]

    # what people do

    def _child(self) -> int:
        return self._random.randrange(len(CHILDREN))

    def _next(self) -> int:
        self._number += 1
        return self._number

    async def _wrote(self, child: int, first: str) -> None:
        text = f"{first} words-{child}-{self._next()}-end"
        await self._machine.take(self._updates.text(CHILDREN[child], text))

    async def _tapped(self, child: int, data: str) -> None:
        update = self._updates.tap(CHILDREN[child], data, on=1001)
        self.watch.tapped_by[update["callback_query"]["id"]] = CHILDREN[child].id
        await self._machine.take(update)

    async def _say(self) -> None:
        await self._wrote(self._child(), self._random.choice(FIRST_WORDS))

    async def _tap(self) -> None:
        await self._tapped(self._child(), self._random.choice(TAPS))

    async def _other_message(self) -> None:
        """A picture with words, a forwarded message, an edit."""
        child = self._child()
        words, who = f"calm words-{child}-{self._next()}-end", CHILDREN[child]
        contact = {"phone_number": "+66812345678", "first_name": who.first_name, "user_id": who.id}
        photo = [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}]
        kinds: list[Json] = [
            {"photo": photo, "caption": words},
            {"contact": contact},
            {"text": words} | forwarded_from(who),
        ]
        more = self._random.choice(kinds)
        await self._machine.take(self._updates.update(message=self._updates.message(who, **more)))

    async def _hide(self) -> None:
        await self._tapped(self._child(), "hide:yes")

    async def _block(self) -> None:
        child = CHILDREN[self._child()]
        for blocked in (True, False):
            await self._machine.take(self._updates.blocked(child, blocked=blocked))

    async def _later(self) -> None:
        self._machine.clock.jump(self._random.choice([30, 300, 1200]))
        await self._machine.wake()

    # what staff do

    def _colleague(self) -> Person:
        return self._random.choice(STAFF)

    async def _reply(self) -> None:
        child = self._child()
        posts, topic = self.watch.posts.get(child), await self._topic(child)
        if posts and topic is not None:
            text = f"An answer, reply-{child}-{self._next()}-end"
            post = self._random.choice(posts)
            await self._machine.take(self._updates.staff(self._colleague(), text, topic=topic, reply_to=post))

    async def _topic(self, child: int) -> int | None:
        case = await self._case(child)
        return case.topic if case else None

    async def _case(self, child: int) -> Case | None:
        async with self._machine.store.begin() as work:
            return await work.cases.latest_of(self._machine.person(CHILDREN[child].id))

    async def _staff_button(self) -> None:
        case = await self._case(self._child())
        if case is not None and case.card is not None:
            data = f"case:{self._random.choice(VERBS)}:{case.ref}"
            tap = self._updates.tap(self._colleague(), data, case.card, staff_chat(), case.topic)
            await self._machine.take(tap)

    async def _chatter(self) -> None:
        """Talk among colleagues, in a topic and in General, and commands."""
        topic = await self._topic(self._child())
        words = self._random.choice(["who takes this?", "/status", "/staff"])
        await self._machine.take(self._updates.staff(self._colleague(), words, topic=topic))
