"""The card of a case and what else is posted for staff. Words only, no decisions."""

from bot.domain.actions import action
from bot.domain.speech import Button, Joined, Line, Message, Part, line
from bot.domain.state import Case, CaseStatus, StaffMember
from bot.domain.support.why import why_raised
from bot.domain.world import World

_PLAIN_STATES = {
    CaseStatus.NEW: "case-state-new",
    CaseStatus.CLAIMED: "case-state-claimed",
    CaseStatus.ANSWERED: "case-state-answered",
    CaseStatus.WAITING_FOR_CHILD: "case-state-waiting-for-child",
    CaseStatus.RESOLVED: "case-state-resolved",
    CaseStatus.FALSE_ALARM: "case-state-false-alarm",
    CaseStatus.HANDED_ON: "case-state-handed-on",
    CaseStatus.REOPENED: "case-state-reopened",
}


def title(case: Case) -> Line:
    """The name of the case's topic."""
    return line(f"case-title-{case.severity}", name=case.name)


def card(case: Case, world: World, roster: tuple[StaffMember, ...]) -> Message:
    """All that staff need to know at a glance, and the buttons to act."""
    facts: list[Part] = [
        line(f"case-title-{case.severity}", name=case.name),
        line("card-state", state=state_of(case, world), staff=claimer(case, roster)),
        line("card-about", categories=_categories(case, world), about=_about(case, world)),
        line("card-child", language=_language(case, world), age=_age(case, world)),
        line("card-arrived", at=_local(case, world)),
    ]
    facts += _warnings(case)
    parts: tuple[Part, ...] = (Joined(tuple(facts)), *why_raised(case, world))
    if case.status.open:
        parts += (line("card-how-to-answer"),)
    return Message(parts, _buttons(case))


def state_of(case: Case, world: World) -> str:
    """How far the case is, in words for staff."""
    return _say(world, _PLAIN_STATES[case.status])


def claimer(case: Case, roster: tuple[StaffMember, ...]) -> str:
    """The label of whoever has taken the case, a dash for nobody."""
    return next((member.label for member in roster if member.ref == case.claimed_by), "–")


def _say(world: World, key: str) -> str:
    return world.content.texts.say(world.policy.staff_language, key)


def _categories(case: Case, world: World) -> str:
    names = [_say(world, f"category-{category.replace('_', '-')}") for category in case.categories]
    return ", ".join(names) or "–"


def _about(case: Case, world: World) -> str:
    return _say(world, f"about-{case.about}") if case.about else "–"


def _language(case: Case, world: World) -> str:
    """The language's own name; the bare code of one that content no longer has, a dash for an unknown one."""
    if case.language not in world.content.languages:
        return case.language or "–"
    return world.content.texts.say(case.language, "language-name")


def _age(case: Case, world: World) -> str:
    return _say(world, f"button-age-{case.age_band.replace('_', '-')}") if case.age_band else "–"


def _local(case: Case, world: World) -> str:
    return f"{case.opened_at.astimezone(world.policy.zone):%d.%m.%Y %H:%M}"


def _warnings(case: Case) -> list[Part]:
    warnings: list[tuple[bool, str]] = [
        (not case.machine_read, "card-not-read"),
        (not case.safe_to_write, "card-not-safe"),
        (not case.reachable, "card-blocked"),
        (case.closing_asked_by is not None, "card-second-person"),
    ]
    return [line(key) for applies, key in warnings if applies]


def _buttons(case: Case) -> tuple[tuple[Button, ...], ...]:
    def button(key: str, verb: str) -> Button:
        return Button(line(key), action("case", verb, case.ref))

    if not case.status.open:
        return ((button("button-case-reopen", "reopen"),),)
    free = case.claimed_by is None
    claim = button("button-case-claim", "claim") if free else button("button-case-release", "release")
    return (
        (claim,),
        (button("button-case-resolve", "resolve"), button("button-case-hand-on", "handon")),
        (button("button-case-false-alarm", "falsealarm"),),
    )
