"""Who is staff: a lead adds and removes others; anybody on the roster may look at it."""

from bot.domain.effects import Audit, Effect, Lane, PostToStaff, RemoveStaff, SaveStaff
from bot.domain.inputs import StaffCommanded
from bot.domain.speech import Joined, Message, Part, line
from bot.domain.state import Role, StaffMember, State

Effects = tuple[Effect, ...]

_LONGEST_LABEL = 40
"""Characters of a colleague's label: it must fit on a card's line."""


def staff_commanded(commanded: StaffCommanded, state: State) -> Effects:
    """A command in the staff group. Strangers are refused and audited."""
    if state.staff is None:
        return _answer(commanded, "refused-not-on-roster"), _audit("command_refused", commanded)
    match commanded.command:
        case "add":
            return _add(commanded, state)
        case "remove":
            return _remove(commanded, state)
        case "staff":
            return (_answer_parts(commanded, _listed(state)),)
        case "status":
            return (_answer_parts(commanded, _open_cases(state)),)
        case _:
            return (_answer(commanded, "staff-help"),)


def _answer(commanded: StaffCommanded, key: str) -> PostToStaff:
    return _answer_parts(commanded, (line(key),))


def _answer_parts(commanded: StaffCommanded, parts: tuple[Part, ...]) -> PostToStaff:
    reply_to = commanded.message_id if commanded.topic is None else None
    return PostToStaff(Message((Joined(parts),)), Lane.REPLY, reply_to)


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
    member = StaffMember(commanded.target, label, known.role if known else Role.STAFF)
    said = _answer_parts(commanded, (line("staff-added", staff=label),))
    return SaveStaff(member), said, _audit("staff_added", commanded)


def _remove(commanded: StaffCommanded, state: State) -> Effects:
    if not _is_lead(state):
        return _answer(commanded, "refused-not-lead"), _audit("command_refused", commanded)
    member = next((one for one in state.roster if one.ref == commanded.target), None)
    if member is None:
        return (_answer(commanded, "staff-remove-how"),)
    if member.role is Role.LEAD and sum(one.role is Role.LEAD for one in state.roster) == 1:
        return (_answer(commanded, "staff-last-lead"),)
    said = _answer_parts(commanded, (line("staff-removed", staff=member.label),))
    return RemoveStaff(member.ref), said, _audit("staff_removed", commanded)


def _listed(state: State) -> tuple[Part, ...]:
    members = tuple(line(f"staff-member-{member.role}", staff=member.label) for member in state.roster)
    return (line("staff-list"), *members)


def _open_cases(state: State) -> tuple[Part, ...]:
    if not state.open_cases:
        return (line("status-none"),)
    cases = tuple(line(f"case-title-{case.severity}", name=case.name) for case in state.open_cases)
    return (line("status-open", cases=len(cases)), *cases)
