"""Compares the bot with its twin, and with what has arrived on people's phones."""

import re
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from bot.domain.state import Author, Case, CaseMessage, CaseStatus, Learner
from db import tables
from db.store import UnitOfWork
from tests.machine.machine import Machine
from tests.machine.outbox import waiting
from tests.machine.people import Person
from tests.machine.phones import Phones
from tests.promises.twin import ANSWERED, CLOSED, READ, WAITS, Known, Twin

TOKEN = re.compile(r"(?:words|reply)-\d+-\d+-end")
STATES = {
    CaseStatus.NEW: WAITS,
    CaseStatus.CLAIMED: WAITS,
    CaseStatus.REOPENED: WAITS,
    CaseStatus.ANSWERED: ANSWERED,
    CaseStatus.WAITING_FOR_CHILD: READ,
}


class Agreement:
    """The machine, the phones and the twin, and what is owed to whom."""

    def __init__(
        self,
        machine: Machine,
        phones: Phones,
        twin: Twin,
        children: Sequence[Person],
        people: Mapping[str, Person],
    ) -> None:
        self._machine = machine
        self._phones = phones
        self._twin = twin
        self._refs = [machine.person(one.id) for one in children]
        self._ids = {one.id: number for number, one in enumerate(children)}
        self._names: dict[str | None, str | None] = {
            machine.person(one.id): name for name, one in people.items()
        }
        self._names[None] = None
        self._owed: list[tuple[int, str]] = []
        self._kept: set[str] = set()
        self._replies: set[str] = set()
        self._counted: set[int] = set()

    # what is owed

    def expects(self, child: int, text: str) -> None:
        """These words of a child must reach staff, and stay in the child's case as long as there is one."""
        self._owed.append((child, text))
        self._kept.add(text)

    def forgets(self, child: int) -> None:
        """The child's case is gone: its words need not be in it any more."""
        self._kept -= {text for owner, text in self._owed if owner == child}
        self._twin.media[child] = 0
        self._replies -= {text for text in self._replies if text.startswith(f"reply-{child}-")}

    def accepted(self, text: str) -> None:
        """A reply that the bot has taken on."""
        self._replies.add(text)

    # questions

    async def case(self, child: int) -> Case | None:
        """The child's case."""
        async with self._machine.store.begin() as work:
            return await work.cases.latest_of(self._refs[child])

    async def recent_words(self, child: int) -> list[str]:
        """What the bot still knows of what was just written."""
        async with self._machine.store.begin() as work:
            return await work.words.recent(self._refs[child], self._machine.clock.now())

    async def letters(self, child: int) -> list[CaseMessage]:
        """Replies that the child has not opened."""
        async with self._machine.store.begin() as work:
            return await work.cases.unopened(self._refs[child])

    def posts_of(self, child: int, case: Case | None) -> list[int]:
        """Posts in the topic of a case that show the child's words."""
        posts = self._phones.posts.get(case.topic, []) if case and case.topic else []
        return [number for number, text in posts if f"words-{child}-" in text]

    async def knows_post(self, case: Case, number: int) -> bool:
        """Whether the bot knows that post: of words that were sent twice it knows the last post alone."""
        async with self._machine.store.begin() as work:
            return await work.cases.message_by_topic_message(case.ref, number) is not None

    # what the sender did

    async def hears_what_was_settled(self) -> None:
        """Tell the twin which chats were found closed and which replies were lost."""
        async with self._machine.store.begin() as work:
            rows = await work._session.all(_FAILED)
        new = [row for row in rows if row.id not in self._counted]
        self._counted |= {row.id for row in new}
        for row in new:
            if row.reason == "blocked" and row.chat in self._refs:
                self._twin.reachable(self._refs.index(row.chat), now=False)
        for row in new:
            if row.purpose.startswith("reply:"):
                self._twin.reply_lost(self._refs.index(row.chat))

    # agreement

    async def check(self, children: Iterable[int]) -> None:
        """Compare these children, the roster and all screens. Raises AssertionError if they differ."""
        async with self._machine.store.begin() as work:
            under_way = _tokens(str(one.new.payload.get("text")) for one in await waiting(work))
            await self._check_roster(work)
            timers = [row.subject for row in await work._session.all(select(tables.timers.c.subject))]
            for child in children:
                await self._check_child(work, child, timers, under_way)
        self._check_phones(under_way)

    async def _check_roster(self, work: UnitOfWork) -> None:
        roster = {self._names[one.ref]: one.role.value for one in await work.roster.all()}
        assert roster == self._twin.roster, "the roster differs"

    async def _check_child(
        self, work: UnitOfWork, child: int, timers: list[str], under_way: set[str]
    ) -> None:
        learner = await work.learners.get(self._refs[child])
        mine, theirs = _learner(learner), self._twin.learners[child]
        assert mine == theirs, f"child {child} differs: {mine} is {theirs} for the twin"
        rows = await work._session.all(
            select(tables.cases.c.ref).where(tables.cases.c.child == self._refs[child])
        )
        case = await work.cases.latest_of(self._refs[child])
        assert len(rows) == (case is not None), f"child {child} has {len(rows)} cases"
        mine, theirs = self._case(case), self._twin.cases[child]
        assert mine == theirs, f"the case of child {child} differs: {mine} is {theirs} for the twin"
        if case is not None:
            waits = STATES.get(case.status) == WAITS
            assert timers.count(case.ref) == waits, (
                f"{timers.count(case.ref)} timers for a case {case.status}"
            )
            await self._check_log(work, child, case, under_way)

    def _case(self, case: Case | None) -> Known | None:
        if case is None:
            return None
        return {
            "severity": case.severity.rank,
            "state": STATES.get(case.status, CLOSED),
            "claimed": self._names[case.claimed_by],
            "closing": self._names[case.closing_asked_by],
            "safe": case.safe_to_write,
            "reachable": case.reachable,
        }

    async def _check_log(self, work: UnitOfWork, child: int, case: Case, under_way: set[str]) -> None:
        """What was told stands in the case exactly once, and in its topic; what others said does not."""
        log = await work.cases.messages(case.ref)
        sent = [one.text for one in log if one.author is Author.CHILD]
        told = sorted(text for text in sent if _tokens([text]))
        assert told == sorted(self._kept_of(child)), f"the log of child {child} differs"
        assert len(sent) - len(told) == self._twin.media[child], (
            f"what is told of media of child {child} differs"
        )
        taken = {one.text for one in log if one.author is Author.STAFF}
        mine = {one for one in self._replies if one.startswith(f"reply-{child}-")}
        assert taken == mine, f"the replies to child {child} differ: {taken ^ mine}"
        if case.topic in self._phones.topics:
            shown = _tokens(text for _, text in self._phones.posts[case.topic])
            assert _tokens(told) <= shown | under_way, f"the topic of child {child} is incomplete"

    def _kept_of(self, child: int) -> list[str]:
        return [text for owner, text in self._owed if owner == child and text in self._kept]

    def _check_phones(self, under_way: set[str]) -> None:
        """What is owed was told or is under way. Nobody reads what is for another; a repeat says so."""
        owed = _tokens(text for _, text in self._owed)
        assert owed <= _tokens(self._phones.told) | under_way, "a child's words are nowhere"
        for chat, texts in self._phones.chats.items():
            mine = f"reply-{self._ids[chat]}-"
            assert all(one.startswith(mine) for one in _tokens(texts)), "words reached another child"
        for posts in self._phones.posts.values():
            shown = _tokens(text for _, text in posts)
            assert len({one.split("-")[1] for one in shown}) <= 1, "words of several children in one topic"
        assert not self._phones.unmarked, "a repeat does not say so"

    async def check_end(self) -> None:
        """Nothing waits, staff were told all, and every reply arrived or staff know that it did not."""
        async with self._machine.store.begin() as work:
            assert await waiting(work) == [], "something never leaves"
            counts = await work.inbox.counts()
            assert (counts.waiting, counts.dead) == (0, 0), "an update was not taken to its end"
            logs = [await work.cases.messages(ref) for ref in await self._case_refs(work)]
            failed = await work._session.all(_FAILED)
            await work.audit.verify()
        lost = {row.purpose.rpartition(":")[2] for row in failed}
        arrived = _tokens(text for texts in self._phones.chats.values() for text in texts)
        replies = [one for log in logs for one in log if one.author is Author.STAFF]
        missing = [one for one in replies if one.text not in arrived and one.ref not in lost]
        assert not missing, "a reply never arrived"
        assert _tokens(text for _, text in self._owed) <= _tokens(self._phones.told), "staff were never told"

    async def _case_refs(self, work: UnitOfWork) -> list[str]:
        cases = [await work.cases.latest_of(ref) for ref in self._refs]
        return [case.ref for case in cases if case is not None]


_FAILED = select(tables.outbox).where(tables.outbox.c.state == "failed")


def _learner(learner: Learner | None) -> Known | None:
    if learner is None:
        return None
    return {
        "language": learner.language,
        "age": learner.age_band.value if learner.age_band else None,
        "asked": learner.asked_for_person,
        "hidden": learner.hidden,
        "reachable": learner.reachable,
    }


def _tokens(texts: Iterable[str]) -> set[str]:
    return {found[0] for text in texts for found in TOKEN.finditer(text)}
