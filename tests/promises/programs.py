"""Random programs of events on the real machine and on its twin; after each event the two must agree.

Any update and any sending may meet a crash.
"""

import shutil
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from tests.machine.fast_store import CrashError
from tests.machine.people import forwarded_from
from tests.machine.phones import OUTCOMES
from tests.promises.program import CHILDREN, COUNTS, PEOPLE, Death, Program
from tests.promises.twin import SILENT, TOLD_AT_ONCE
from tests.telegram.updates import Json, staff_chat

KINDS = ("calm", "concern", "urgent", "emergency", "foreign", "broken")
ANSWERS = ("faq:safety", "helped:safety", "not_helped:safety")
TAPS = ("menu", "help", "kept", "lessons", "lesson:first", "s:1:next", "only", "language:th", "language:en")
AGES = ("age:13_15", "age:skip")
VERBS = ("claim", "release", "resolve", "falsealarm", "handon", "reopen")
COMMANDS = ("/start", "/start lesson_first", "/help", "/delete", "/privacy")

ACTS: tuple[tuple[str, Any], ...] = (
    *(("taps", data) for data in (*TAPS, *ANSWERS, *AGES, *SILENT)),
    *(("commands", command) for command in COMMANDS),
    *(("edits", kind) for kind in KINDS),
    *(("shows", kind) for kind in (None, *KINDS)),
    *(("reads", data) for data in ("open", "inbox") * 4),
    *[("asks_for_person", "")] * 4,
    *[("hides", "")] * 3,
    *[("deletes", "")] * 2,
    *(("blocks", what) for what in ("blocks", "lets in again") * 2),
)
EVENTS = (
    *(("time_passes", minutes) for minutes in (1, 3, 20, 90, 60 * 50)),
    *(("topic_is_deleted", who) for who in range(len(CHILDREN))),
    *[("dies_idle", 0)] * 2,
)
child = st.integers(0, len(CHILDREN) - 1)
person = st.sampled_from(("lead", "lead", "staff", "staff", "colleague", "stranger"))
seldom = st.integers(0, 7).map(lambda chance: chance == 0)
kind = st.sampled_from(KINDS)
deaths = st.tuples(st.integers(1, 40), st.booleans())
crash = st.integers(0, 9).flatmap(lambda chance: deaths if chance == 0 else st.none())
"""None, or the visit to the database at which the process dies, and whether that visit still counts."""


class Programs(Program):
    """One program: a fresh database, four children, two on the roster, a colleague and a stranger."""

    # children

    @rule(who=child, kind=kind, crash=crash, forwarded=seldom)
    def says(self, who: int, kind: str, crash: Death, *, forwarded: bool) -> None:
        """A child writes."""
        self._says(who, kind, crash, forwarded=forwarded)

    @rule(who=child, kind=st.sampled_from(TOLD_AT_ONCE), crash=crash)
    def cries(self, who: int, kind: str, crash: Death) -> None:
        """A child writes that something terrible happens."""
        self._says(who, kind, crash, forwarded=False)

    @rule(who=child, act=st.sampled_from(ACTS), crash=crash)
    def acts(self, who: int, act: tuple[str, Any], crash: Death) -> None:
        """A child does something else."""
        getattr(self, act[0])(who, act[1], crash)

    def _says(self, who: int, kind: str, crash: Death, *, forwarded: bool) -> None:
        self._touched = who
        text = self._words(who, kind)
        more = forwarded_from(CHILDREN[who]) if forwarded else {}
        update = self._updates.text(CHILDREN[who], text, **more)
        self._said.setdefault(who, []).append(update["message"]["message_id"])
        self._take(update, crash)
        self._told(who, text, told=self._twin.says(who, kind))

    def edits(self, who: int, kind: str, crash: Death) -> None:
        """A child changes the last message: it is heard anew."""
        self._touched = who
        if not self._said.get(who):
            return
        text = self._words(who, kind)
        self._take(self._updates.edit(CHILDREN[who], self._said[who][-1], text), crash)
        self._told(who, text, told=self._twin.says(who, kind))

    def shows(self, who: int, kind: str | None, crash: Death) -> None:
        """A child sends a picture, perhaps with words under it."""
        self._touched = who
        text = self._words(who, kind) if kind else ""
        photo = [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}]
        caption: Json = {"caption": text} if text else {}
        message = self._updates.message(CHILDREN[who], photo=photo, **caption)
        self._take(self._updates.update(message=message), crash)
        told = self._twin.shows(who, kind)
        if text:
            self._told(who, text, told=told)

    def taps(self, who: int, data: str, crash: Death) -> None:
        """A child taps a button, or forges one."""
        self._touched = who
        self._take(self._updates.tap(CHILDREN[who], data, on=1), crash)
        self._twin.taps(who, data)

    def commands(self, who: int, command: str, crash: Death) -> None:
        """A child sends a command."""
        self._touched = who
        self._take(self._updates.text(CHILDREN[who], command), crash)
        self._twin.taps(who, "menu")

    def asks_for_person(self, who: int, _what: str, crash: Death) -> None:
        """A child wants a person; what was just written goes along."""
        self._touched = who
        words = self._do(self._agreement.recent_words(who))
        self._take(self._updates.tap(CHILDREN[who], "person", on=1), crash)
        if self._twin.asks_for_person(who, wrote_just_now=bool(words)):
            for text in words[-3:]:
                self._told(who, text, told=True)

    def reads(self, who: int, data: str, crash: Death) -> None:
        """A child opens what staff wrote."""
        self._touched = who
        letters = self._do(self._agreement.letters(who))
        self._take(self._updates.tap(CHILDREN[who], data, on=1), crash)
        self._twin.reads(who, letters=bool(letters))

    def hides(self, who: int, _what: str, crash: Death) -> None:
        """A child hides the chat."""
        self._touched = who
        self._take(self._updates.tap(CHILDREN[who], "hide:yes", on=1), crash)
        self._twin.hides(who)

    def deletes(self, who: int, _what: str, crash: Death) -> None:
        """A child deletes everything."""
        self._touched = who
        self._take(self._updates.tap(CHILDREN[who], "delete:yes", on=1), crash)
        self._twin.deletes(who)
        if self._twin.cases[who] is None:
            self._agreement.forgets(who)

    def blocks(self, who: int, what: str, crash: Death) -> None:
        """A child blocks the bot, or lets it in again."""
        self._touched, blocked = who, what == "blocks"
        self._take(self._updates.blocked(CHILDREN[who], blocked=blocked), crash)
        self._twin.reachable(who, now=not blocked)

    # staff

    def _answerable(self, first: int) -> int:
        """The first child, from this one on, whose words stand in a topic by now."""
        self.sends([], 4, None)
        order = [(first + step) % len(CHILDREN) for step in range(len(CHILDREN))]
        return next((who for who in order if self._agreement.posts_of(who, self._case(who))), first)

    def _case(self, who: int) -> Any:
        return self._do(self._agreement.case(who))

    @rule(by=person, who=child, astray=seldom, post=st.integers(0, 5), crash=crash)
    def replies(self, by: str, who: int, post: int, crash: Death, *, astray: bool) -> None:
        """Somebody answers a child's words; sometimes those of another child, in the wrong topic."""
        who = self._answerable(who)
        self._touched, other = who, (who + astray) % len(CHILDREN)
        here, there = self._case(who), self._case(other)
        posts = self._agreement.posts_of(other, there)
        if here is None or here.topic is None or not posts:
            return
        self._texts += 1
        text, number = f"reply-{who}-{self._texts}-end", posts[post % len(posts)]
        known = self._do(self._agreement.knows_post(here, number))
        self._take(self._updates.staff(PEOPLE[by], text, topic=here.topic, reply_to=number), crash)
        if known and self._twin.replies(by, who):
            COUNTS["replied"] += 1
            self._agreement.accepted(text)

    @rule(by=person, who=child, forged=seldom, verb=st.sampled_from(VERBS), crash=crash)
    def presses(self, by: str, who: int, verb: str, crash: Death, *, forged: bool) -> None:
        """Somebody taps a button of a card; with another child's case in it, it was forged."""
        self._touched, other = who, (who + forged) % len(CHILDREN)
        here, there = self._case(who), self._case(other)
        if here is None or here.topic is None or there is None:
            return
        data = f"case:{verb}:{there.ref}"
        self._take(self._updates.tap(PEOPLE[by], data, 1, staff_chat(), here.topic), crash)
        if who == other:
            self._twin.presses(by, verb, who)
            if self._twin.cases[who] is None:
                self._agreement.forgets(who)

    @rule(by=person, whom=person, command=st.sampled_from(("add", "remove", "status", "staff")), crash=crash)
    def manages(self, by: str, whom: str, command: str, crash: Death) -> None:
        """Somebody sends a command in the staff group."""
        theirs = self._updates.message(PEOPLE[whom], staff_chat(), text="here")
        text = f"/{command} label of {whom}"
        self._take(self._updates.staff(PEOPLE[by], text, reply_to_message=theirs), crash)
        if command == "add":
            self._twin.adds(by, whom)
        elif command == "remove":
            self._twin.removes(by, whom)

    # the world

    @rule(event=st.sampled_from(EVENTS))
    def happens(self, event: tuple[str, int]) -> None:
        """Something that nobody of these people does."""
        getattr(self, event[0])(event[1])

    def topic_is_deleted(self, who: int) -> None:
        """Somebody deletes a topic by hand."""
        case = self._case(who)
        if case is not None and case.topic is not None:
            self._phones.delete_topic(case.topic)

    @rule(rounds=st.integers(2, 6), crash=crash)
    def sends_well(self, rounds: int, crash: Death) -> None:
        """The sender works, and nothing goes wrong."""
        self.sends([], rounds, crash)

    @rule(script=st.lists(st.sampled_from(OUTCOMES), max_size=6), rounds=st.integers(1, 4), crash=crash)
    def sends(self, script: list[str], rounds: int, crash: Death) -> None:
        """The sender works; every attempt may end in any way."""
        COUNTS["steps"] += 1
        self._phones.script = list(script)
        if crash is not None:
            self._machine.fuse.set(crash[0], after=crash[1])
        try:
            for _ in range(rounds):
                self._do(self._machine.send())
        except CrashError:
            self._dies()
        self._machine.fuse.disarm()
        self._phones.script = []
        self._do(self._agreement.hears_what_was_settled())

    def time_passes(self, minutes: int) -> None:
        """Time goes on, timers are due, the janitor tidies up."""
        self._machine.clock.jump(60.0 * minutes)
        self._do(self._machine.wake())
        self._do(self._machine.janitor.tidy())

    def dies_idle(self, _what: int) -> None:
        """The process ends between two events."""
        self._dies()

    def _turn(self) -> list[int]:
        """The child of the last event, and each of the others in turn."""
        self._looked = (self._looked + 1) % len(CHILDREN)
        return sorted({self._touched, self._looked})

    @invariant()
    def agrees(self) -> None:
        """The bot knows what the twin knows, and has forgotten nothing that it owes to somebody."""
        if hasattr(self, "_agreement"):
            self._do(self._agreement.check(self._turn()))

    def teardown(self) -> None:
        """In the end everything that was owed has arrived."""
        try:
            if hasattr(self, "_agreement"):
                self._do(self._ends_well())
        finally:
            if hasattr(self, "_machine"):
                self._do(self._machine.crash())
            self._loop.close()
            shutil.rmtree(self._folder, ignore_errors=True)

    async def _ends_well(self) -> None:
        self._machine.clock.jump(3600.0)
        for who, somebody in enumerate(CHILDREN):
            if await self._agreement.letters(who):
                await self._machine.take(self._updates.tap(somebody, "inbox", on=1))
                self._twin.reads(who, letters=True)
        await self._machine.drain()
        await self._agreement.check(range(len(CHILDREN)))
        await self._agreement.check_end()
