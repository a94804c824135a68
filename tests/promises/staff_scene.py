"""Two children with a case each, a lead, a colleague, one who has left and one whose time is over."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bot.domain.state import Case, CaseMessage, Role
from bot.telegram.send import Telegram
from db import tables
from db.deliveries import STAFF_CHAT
from tests.machine.machine import CarryOut, Machine, new_machine
from tests.machine.outbox import waiting
from tests.machine.people import Updates, a_child, a_colleague
from tests.machine.wire import Wire, bot_on
from tests.telegram.updates import Json, staff_chat

CHILD, OTHER_CHILD, THIRD_CHILD = a_child(1), a_child(2), a_child(3)
LEAD, STAFF, FORMER, EXPIRED, OUTSIDER = (a_colleague(number) for number in range(1, 6))
BUTTONS = ("claim", "release", "resolve", "handon", "falsealarm", "reopen")
COMMANDS = ("add", "remove", "staff", "status", "insights", "nonsense")
ACTIONS = (*BUTTONS, "reply", *COMMANDS)
BEFORE: dict[str, tuple[str, ...]] = {"release": ("claim",), "reopen": ("resolve",)}
"""What a lead must have done for an action to be possible at all."""

LABELS = ("Label of the lead", "Label of staff", "Label of former", "Label of expired")
HIRED = (LEAD, STAFF, FORMER, EXPIRED)


@dataclass(frozen=True, slots=True)
class Changed:
    """What an attempt did: what is different, what was told to whom must not know, whether it was noted."""

    state: tuple[str, ...]
    told: tuple[str, ...]
    audited: bool
    answered: bool

    @property
    def anything(self) -> bool:
        """Whether it had any effect that a person can see."""
        return bool(self.state) or self.answered


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a staff action could change."""

    cases: tuple[Case, ...]
    log: tuple[CaseMessage, ...]
    roster: tuple[Any, ...]
    timers: tuple[Any, ...]
    to_children: tuple[Any, ...]
    to_staff: tuple[str, ...]
    audits: int

    def since(self, before: "Snapshot") -> Changed:
        """What is different from an earlier one."""
        names = ("cases", "log", "roster", "timers", "to_children")
        state = tuple(name for name in names if getattr(self, name) != getattr(before, name))
        posts = self.to_staff[len(before.to_staff) :]
        secrets = (*LABELS, *(case.name for case in self.cases))
        told = tuple(post for post in posts if any(one in post for one in secrets))
        return Changed(state, told, self.audits > before.audits, bool(posts))


@dataclass(frozen=True, slots=True)
class Scene:
    """The machine, and where the first child's case stands in the staff group."""

    machine: Machine
    carry_out: CarryOut
    case: Case
    other: Case
    words: int
    updates: Updates = field(default_factory=Updates)

    async def moved_to(self, folder: Path) -> "Scene":
        """The same scene on a copy of its database."""
        machine = Machine(folder, self.carry_out)
        machine.clock.jump(self.machine.clock.monotonic())
        await machine.start()
        return replace(self, machine=machine)

    def tap(self, who: Any, verb: str, ref: str) -> Json:
        """A button of the first child's card."""
        return self.updates.tap(who, f"case:{verb}:{ref}", self.case.card or 0, staff_chat(), self.case.topic)

    async def arrange(self, action: str) -> None:
        """Bring the case to where the action is possible."""
        for verb in BEFORE.get(action, ()):
            await self.machine.take(self.tap(LEAD, verb, self.case.ref))
        await self.machine.drain()

    async def snapshot(self) -> Snapshot:
        """All that matters, now."""
        async with self.machine.store.begin() as work:
            cases = [await work.cases.get(ref) for ref in (self.case.ref, self.other.ref)]
            log = [one for ref in (self.case.ref, self.other.ref) for one in await work.cases.messages(ref)]
            session, posts = work._session, await waiting(work)
            audits = await session.one(select(func.count().label("n")).select_from(tables.audit))
            return Snapshot(
                cases=tuple(one for one in cases if one is not None),
                log=tuple(log),
                roster=tuple(await work.roster.all()),
                timers=tuple(await session.all(select(tables.timers))),
                to_children=tuple(
                    one for one in posts if one.new.chat in (self.case.child, self.other.child)
                ),
                to_staff=tuple(str(one.new.payload["text"]) for one in posts if one.new.chat == STAFF_CHAT),
                audits=audits.n if audits else 0,
            )


async def prepare(folder: Path) -> Scene:
    """The scene, with everything sent."""
    bot = await bot_on(Wire(lambda _call: None))
    carry_out = Telegram(bot, lambda _language: "repeat").carry_out
    machine = await new_machine(folder, carry_out)
    updates = Updates()
    for label, person in zip(LABELS, HIRED, strict=True):
        until = machine.clock.now() + timedelta(hours=1) if person is EXPIRED else None
        await machine.hire(label, person.id, Role.LEAD if person is LEAD else Role.STAFF, until)
    for child in (CHILD, OTHER_CHILD):
        await machine.take(updates.text(child, f"urgent words of {child.first_name}"))
    await machine.take(_removal(updates))
    machine.clock.jump(7200)
    await machine.drain()
    return await _seen(machine, carry_out, updates)


def _removal(updates: Updates) -> Json:
    """The lead answers a message of the one who leaves with /remove."""
    theirs = updates.message(FORMER, staff_chat(), text="bye")
    return updates.staff(LEAD, "/remove", reply_to_message=theirs)


async def _seen(machine: Machine, carry_out: CarryOut, updates: Updates) -> Scene:
    async with machine.store.begin() as work:
        case = await work.cases.latest_of(machine.person(CHILD.id))
        other = await work.cases.latest_of(machine.person(OTHER_CHILD.id))
        log = await work.cases.messages(case.ref) if case else []
    if case is None or other is None or not log or log[0].topic_message is None or case.card is None:
        raise AssertionError("the scene did not come about")
    return Scene(machine, carry_out, case, other, log[0].topic_message, updates)
