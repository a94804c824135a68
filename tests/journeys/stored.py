"""What is stored, as a stable summary: pseudonyms become roles, times become spans, refs disappear."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from bot.domain.learning.progress import Progress
from bot.domain.state import Case, CaseMessage, Learner, Suggestion
from db import tables
from db.deliveries import OutboxState
from db.store import Store, UnitOfWork

SPANS = (2, 3, 5, 10, 15, 20, 30, 60, 120, 100_000)
"""Minutes. A timer is shown by the next greater one, so that some seconds more or less change nothing."""


@dataclass(frozen=True)
class Timer:
    """A timer; `due` is a moment."""

    kind: str
    subject: str
    due: datetime
    round: int


@dataclass(frozen=True)
class Noted:
    """A row of the audit."""

    action: str
    actor: str
    subject: str
    detail: str


@dataclass(frozen=True)
class Stored:
    """Everything that is stored at a moment. Learners and cases by role."""

    learners: Mapping[str, Learner]
    cases: Mapping[str, Case]
    messages: Mapping[str, tuple[CaseMessage, ...]]
    words: Mapping[str, int]
    forgotten_cases: int
    timers: tuple[Timer, ...]
    counters: Mapping[str, int]
    audit: tuple[Noted, ...]
    outbox: Mapping[str, int]
    inbox: Mapping[str, int]
    roles: Mapping[str, str]
    suggestions: tuple[Suggestion, ...] = ()


async def look(store: Store, people: Mapping[str, int]) -> Stored:
    """Read everything in one transaction."""
    refs = {name: store.sealer.pseudonym("person", person) for name, person in people.items()}
    async with store.begin() as uow:
        cases = {name: await uow.cases.latest_of(ref) for name, ref in refs.items()}
        learners = {name: await uow.learners.get(ref) for name, ref in refs.items()}
        known = {name: case for name, case in cases.items() if case is not None}
        roles = {ref: name for name, ref in refs.items()}
        roles |= {case.ref: f"case of {name}" for name, case in known.items()}
        now = store._clock()
        return Stored(
            learners={name: learner for name, learner in learners.items() if learner is not None},
            cases=known,
            messages={name: tuple(await uow.cases.messages(case.ref)) for name, case in known.items()},
            words={name: len(await uow.words.recent(ref, now)) for name, ref in refs.items()},
            forgotten_cases=await _forgotten(uow),
            timers=await _timers(uow),
            counters={name: n for _, name, n in await uow.counters.since(date(2000, 1, 1))},
            audit=await _audit(uow, roles),
            outbox=await _outbox(uow),
            inbox={"waiting": (await uow.inbox.counts()).waiting, "dead": (await uow.inbox.counts()).dead},
            roles=roles,
            suggestions=tuple(await uow.suggestions.all()),
        )


async def _forgotten(uow: UnitOfWork) -> int:
    empty = select(func.count()).select_from(tables.cases).where(tables.cases.c.body.is_(None))
    return int((await uow._session.run(empty)).scalar_one())


async def _timers(uow: UnitOfWork) -> tuple[Timer, ...]:
    rows = await uow._session.all(select(tables.timers).order_by(tables.timers.c.due))
    return tuple(Timer(row.kind, row.subject, row.due, row.round) for row in rows)


async def _audit(uow: UnitOfWork, roles: Mapping[str, str]) -> tuple[Noted, ...]:
    rows = await uow._session.all(select(tables.audit).order_by(tables.audit.c.id))
    opened = uow._session.sealer.open
    return tuple(
        Noted(
            row.action,
            roles.get(row.actor or "", "–"),
            roles.get(row.subject or "", "–" if row.subject is None else "forgotten"),
            opened(row.detail, context=f"audit:detail:{row.id}").decode(),
        )
        for row in rows
    )


async def _outbox(uow: UnitOfWork) -> dict[str, int]:
    """By state; failures by their reason. Edits are left out: those that wait replace one another."""
    columns = tables.outbox.c
    rows = await uow._session.all(
        select(columns.state, columns.reason).where(columns.method != "edit").order_by(columns.id)
    )
    found: dict[str, int] = {}
    for row in rows:
        key = row.state if row.reason is None else f"{row.state}: {row.reason}"
        found[key] = found.get(key, 0) + 1
    return found | {state.value: 0 for state in (OutboxState.PENDING,) if state.value not in found}


def summary(stored: Stored, now: datetime) -> dict[str, Any]:
    """What is recorded of it."""
    cases = {name: _case(stored, name) for name in stored.cases}
    return {
        "learners": {name: _learner(one, stored.words[name]) for name, one in stored.learners.items()},
        "cases": cases | ({"forgotten": stored.forgotten_cases} if stored.forgotten_cases else {}),
        "timers": [_timer(one, stored, now) for one in stored.timers],
        "counters": dict(sorted(stored.counters.items())),
        "audit": [_noted(one) for one in stored.audit],
        "outbox": dict(stored.outbox),
    } | (
        {"suggestions": [_suggestion(one, stored) for one in stored.suggestions]}
        if stored.suggestions
        else {}
    )


def _learner(one: Learner, words: int) -> str:
    facts = [
        f"language {one.language}",
        f"age {one.age_band}",
        f"lesson {one.lesson}",
        *(f"{lesson} [{_progress(progress)}]" for lesson, progress in sorted(one.progress.items())),
        f"recent words {words}",
        *(name for name in ("asked_for_person", "hidden") if getattr(one, name)),
        *(() if one.reachable else ("not reachable",)),
    ]
    return ", ".join(facts)


def _progress(one: Progress) -> str:
    counts = (
        f"{one.stage} {one.step}, right {len(one.right)}, missed {len(one.missed)}, skipped {one.skipped}"
    )
    return counts + (", finished" if one.finished else "")


def _case(stored: Stored, name: str) -> dict[str, Any]:
    case = stored.cases[name]
    marks = [
        *(() if case.safe_to_write else ("not safe to write",)),
        *(() if case.reachable else ("not reachable",)),
        *(() if case.machine_read else ("not read by the machine",)),
        *(("said only asking",) if case.said_only_asking else ()),
        *(("closing asked",) if case.closing_asked_by else ()),
    ]
    return {
        "state": f"{case.status}, {case.severity}, raised {case.raised}",
        "about": f"{', '.join(case.categories) or '–'}; {case.about or '–'}",
        "why": list(case.why),
        "taken by": stored.roles.get(case.claimed_by or "", "–"),
        "marks": ", ".join(marks) or "–",
        "messages": [_message(one) for one in stored.messages[name]],
    }


def _message(one: CaseMessage) -> str:
    return f"{one.author}: {one.text}" + ("" if one.opened else " (not opened)")


def _timer(one: Timer, stored: Stored, now: datetime) -> str:
    minutes = (one.due - now).total_seconds() / 60
    within = next((span for span in SPANS if minutes <= span), SPANS[-1])
    whose = stored.roles.get(one.subject, "forgotten")
    return f"{one.kind} of {whose}, round {one.round}, within {within} min"


def _suggestion(one: Suggestion, stored: Stored) -> str:
    found = f"{one.severity}; {', '.join(one.categories) or '–'}; {', '.join(one.patterns) or '–'}"
    words = " = ".join(part for part in (one.text, one.answer) if part)
    return f"{one.kind} by {stored.roles.get(one.author, '–')} ({one.language}; {found}): {words or '–'}"


def _noted(one: Noted) -> str:
    return f"{one.action} by {one.actor} on {one.subject}" + (f": {one.detail}" if one.detail else "")
