"""Who is staff: a lead adds and removes others; anybody on the roster may look at it."""

from dataclasses import replace

from bot.domain.effects import (
    Audit,
    EditCard,
    Effect,
    Lane,
    PostToStaff,
    RemoveStaff,
    SaveCase,
    SaveStaff,
    StopTimers,
)
from bot.domain.inputs import StaffCommanded
from bot.domain.speech import Joined, Message, Part, line
from bot.domain.state import Case, CaseStatus, Role, StaffMember, State
from bot.domain.support.asked import questions_asked
from bot.domain.support.card import card
from bot.domain.support.cases import note
from bot.domain.support.desk import released
from bot.domain.support.learned import learned
from bot.domain.support.overview import overview
from bot.domain.support.suggesting import suggest
from bot.domain.support.timers import first_raise
from bot.domain.world import Moment, World

Effects = tuple[Effect, ...]

_LONGEST_LABEL = 40
"""Characters of a colleague's label: it must fit on a card's line."""


def staff_commanded(commanded: StaffCommanded, state: State, world: World, moment: Moment) -> Effects:
    """A command in the staff group. Strangers are refused and audited."""
    if state.staff is None:
        return _answer(commanded, "refused-not-on-roster"), _audit("command_refused", commanded)
    match commanded.command:
        case "add":
            return _add(commanded, state)
        case "remove":
            return _remove(commanded, state, world, moment)
        case "staff":
            return _answer_parts(commanded, _listed(state)), _audit("roster_read", commanded)
        case "status":
            return _answer_parts(commanded, overview(state, world, moment)), _audit(
                "open_cases_read", commanded
            )
        case "questions":
            return _questions(commanded, state, world), _audit("questions_read", commanded)
        case "insights":
            return *learned(commanded, state, world, moment), _audit("insights_read", commanded)
        case "suggest":
            return suggest(commanded, state, world, moment)
        case _:
            return (_answer(commanded, "staff-help"),)


def _answer(commanded: StaffCommanded, key: str) -> PostToStaff:
    return _answer_parts(commanded, (line(key),))


def _questions(commanded: StaffCommanded, state: State, world: World) -> PostToStaff:
    return _post(commanded, questions_asked(state.counts, world))


def _answer_parts(commanded: StaffCommanded, parts: tuple[Part, ...]) -> PostToStaff:
    return _post(commanded, (Joined(parts),))


def _post(commanded: StaffCommanded, paragraphs: tuple[Part, ...]) -> PostToStaff:
    reply_to = commanded.message_id if commanded.topic is None else None
    return PostToStaff(Message(paragraphs), Lane.REPLY, reply_to)


def _audit(what: str, commanded: StaffCommanded) -> Audit:
    return Audit(what, commanded.staff, commanded.target, commanded.command[:32])


def _is_lead(state: State) -> bool:
    return state.staff is not None and state.staff.role is Role.LEAD


def _add(commanded: StaffCommanded, state: State) -> Effects:
    if not _is_lead(state):
        return _answer(commanded, "refused-not-lead"), _audit("command_refused", commanded)
    label = " ".join(commanded.argument.split())[:_LONGEST_LABEL]
    if commanded.target is None or not label:
        return (_answer(commanded, "staff-add-how"),)
    known = next((one for one in state.roster if one.ref == commanded.target), None)
    member = replace(known or StaffMember(commanded.target, label, Role.STAFF), label=label)
    said = _answer_parts(commanded, (line("staff-added", staff=label),))
    return SaveStaff(member), said, _audit("staff_added", commanded)


def _remove(commanded: StaffCommanded, state: State, world: World, moment: Moment) -> Effects:
    if not _is_lead(state):
        return _answer(commanded, "refused-not-lead"), _audit("command_refused", commanded)
    member = next((one for one in state.roster if one.ref == commanded.target), None)
    if member is None:
        return (_answer(commanded, "staff-remove-how"),)
    if member.role is Role.LEAD and sum(one.role is Role.LEAD for one in state.roster) == 1:
        return (_answer(commanded, "staff-last-lead"),)
    said = _answer_parts(commanded, (line("staff-removed", staff=member.label),))
    theirs = (case for case in state.open_cases if case.claimed_by == member.ref)
    given_back = (effect for case in theirs for effect in _given_back(case, member, world, moment))
    return RemoveStaff(member.ref), said, *given_back, _audit("staff_removed", commanded)


def _given_back(case: Case, member: StaffMember, world: World, moment: Moment) -> Effects:
    """Nobody waits for the answer of a colleague who has left: the case is there for all again."""
    waits = case.status is CaseStatus.CLAIMED
    free = released(case) if waits else replace(case, claimed_by=None)
    watch = (StopTimers(free.ref), first_raise(free, moment.now)) if waits else ()
    told = EditCard(free, card(free, world, roster=())), note(free, "note-released", staff=member.label)
    return SaveCase(free), *told, *watch


def _listed(state: State) -> tuple[Part, ...]:
    members = tuple(line(f"staff-member-{member.role}", staff=member.label) for member in state.roster)
    return (line("staff-list"), *members)
