"""Reads the state that a turn may look at: no more than its input needs, inside the turn's transaction."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.inputs import (
    ButtonTapped,
    ChatBlocked,
    ChatUnblocked,
    CommandReceived,
    Input,
    MediaReceived,
    ReplySettled,
    StaffCommanded,
    StaffTapped,
    StaffWrote,
    TextReceived,
    TimerDue,
    TimerKind,
    TopicLost,
)
from bot.domain.learning.insights import period
from bot.domain.state import Case, CaseMessage, State
from bot.domain.support.asked import LOOKED_BACK
from db.cases import GENERAL_TOPIC
from db.store import UnitOfWork


async def load_state(uow: UnitOfWork, received: Input, now: datetime) -> State:
    """The state for an input."""
    match received:
        case ButtonTapped(child, data=data) if data.startswith("s:"):
            return State(learner=await uow.learners.get(child))
        case ButtonTapped(child, data=data) if data.startswith("ask_person"):
            return await _with_log(uow, await _of_child(uow, child, now))
        case TextReceived(child) | CommandReceived(child) | ButtonTapped(child) | MediaReceived(child):
            return await _of_child(uow, child, now)
        case ChatBlocked(child) | ChatUnblocked(child):
            return await _of_child(uow, child, now)
        case StaffWrote() | StaffTapped() | StaffCommanded():
            return await _of_staff(uow, received, now)
        case TimerDue(kind=TimerKind.REMIND, subject=child):
            return await _of_child(uow, child, now)
        case TimerDue(subject=case) | TopicLost(case):
            return await _of_case(uow, case, None)
        case ReplySettled(case, message):
            return await _of_case(uow, case, message)
        case _:
            return State()


async def _of_child(uow: UnitOfWork, child: str, now: datetime) -> State:
    case = await uow.cases.latest_of(child)
    return State(
        learner=await uow.learners.get(child),
        case=case,
        roster=tuple(await uow.roster.all()),
        unopened=tuple(await uow.cases.unopened(child)) if case else (),
        recent_words=tuple(await uow.words.recent(child, now)),
        names_in_use=frozenset() if case else await uow.cases.names_in_use(),
    )


async def _with_log(uow: UnitOfWork, state: State) -> State:
    """With what staff have read already of the child."""
    return (
        state if state.case is None else replace(state, log=tuple(await uow.cases.messages(state.case.ref)))
    )


async def _of_staff(
    uow: UnitOfWork, received: StaffWrote | StaffTapped | StaffCommanded, now: datetime
) -> State:
    case = await _case_meant(uow, received)
    command = received.command if isinstance(received, StaffCommanded) else None
    return State(
        learner=await uow.learners.get(case.child) if case else None,
        case=case,
        staff=await uow.roster.get(received.staff) if received.staff else None,
        roster=tuple(await uow.roster.all()),
        open_cases=tuple(await uow.cases.open()) if command is not None else (),
        replied_to=await _replied_to(uow, received, case),
        unopened=tuple(await uow.cases.unopened(case.child)) if case else (),
        log=tuple(await uow.cases.messages(case.ref)) if case and command == "suggest" else (),
        counts=await _counts(uow, command, now),
    )


async def _counts(uow: UnitOfWork, command: str | None, now: datetime) -> Mapping[str, int]:
    """The anonymous numbers of the days that a command looks at, added up by name."""
    match command:
        case "questions":
            today = now.astimezone(UTC).date()
            return await uow.counters.between(today - LOOKED_BACK, today)
        case "insights":
            over = period(now)
            return await uow.counters.between(over.first, over.last)
        case _:
            return {}


async def _case_meant(uow: UnitOfWork, received: StaffWrote | StaffTapped | StaffCommanded) -> Case | None:
    """The case of the topic; where a case could get none, that of the post answered or the button tapped."""
    match received:
        case StaffWrote(topic=int(topic)) | StaffTapped(topic=int(topic)) | StaffCommanded(topic=int(topic)):
            return await uow.cases.by_topic(topic)
        case StaffWrote(reply_to=int(post)) | StaffCommanded(reply_to=int(post)):
            return await uow.cases.in_general_by_post(post)
        case StaffTapped(data=data):
            named = await uow.cases.get(data.rpartition(":")[2])
            return named if named is not None and named.topic == GENERAL_TOPIC else None
        case _:
            return None


async def _replied_to(
    uow: UnitOfWork, received: StaffWrote | StaffTapped | StaffCommanded, case: Case | None
) -> CaseMessage | None:
    if case is None or not isinstance(received, StaffWrote) or received.reply_to is None:
        return None
    return await uow.cases.message_by_topic_message(case.ref, received.reply_to)


async def _of_case(uow: UnitOfWork, ref: str, message: str | None) -> State:
    case = await uow.cases.get(ref)
    if case is None:
        return State()
    return State(
        learner=await uow.learners.get(case.child),
        case=case,
        roster=tuple(await uow.roster.all()),
        replied_to=await uow.cases.message(message) if message else None,
        log=tuple(await uow.cases.messages(ref)) if message is None else (),
    )
