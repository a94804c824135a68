"""What staff do with a case by its buttons. Authority comes from the roster alone."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.domain.effects import (
    Audit,
    EditCard,
    Effect,
    ForgetLearner,
    OpenTopic,
    PostInCase,
    PostKind,
    SaveCase,
    StopTimers,
    Toast,
)
from bot.domain.inputs import StaffTapped, TopicLost
from bot.domain.speech import Message, line
from bot.domain.state import Author, Case, CaseMessage, CaseStatus, StaffMember, State, SuggestionKind
from bot.domain.support.card import card, title
from bot.domain.support.cases import post_of_words
from bot.domain.support.suggesting import learned
from bot.domain.support.timers import UNANSWERED, first_raise
from bot.domain.world import Moment, World
from content.schema import Severity

Effects = tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """A staff member with a case in front of them."""

    case: Case
    member: StaffMember
    state: State
    moment: Moment

    def said(self, key: str) -> PostInCase:
        """A note in the topic that names the staff member."""
        return PostInCase(self.case, Message((line(key, staff=self.member.label),)))

    def watched(self, case: Case) -> Effects:
        """Begin anew to watch that the case is answered."""
        return StopTimers(case.ref), first_raise(case, self.moment.now)


Step = Callable[[Desk], tuple[Case, Effects] | str]
"""What a button does: the changed case with effects, or the key of the toast that says why not."""


def tap_case(
    tapped: StaffTapped, words: tuple[str, ...], state: State, world: World, moment: Moment
) -> Effects:
    """A button of a case's card. Strangers are refused and audited; a button that no longer fits says so."""
    if state.staff is None:
        return _refused(tapped, world)
    case = state.case
    step = _STEPS.get(words[1]) if len(words) == 3 and words[0] == "case" else None
    if step is None or case is None or case.ref != words[2]:
        return _unfitting(tapped, state.staff, world)
    done = step(Desk(case, state.staff, state, moment))
    if isinstance(done, str):
        return (_toast(tapped, world, done),)
    after, effects = done
    edit = EditCard(after, card(after, world, state.roster))
    audit = Audit(f"case_{words[1]}", state.staff.ref, case.ref, after.status)
    waits = after.status.open and after.closing_asked_by not in (None, case.closing_asked_by)
    said = "card-second-person" if waits else "toast-done"
    return SaveCase(after), edit, *effects, audit, _toast(tapped, world, said)


def _refused(tapped: StaffTapped, world: World) -> Effects:
    toast = Toast(tapped.query, line("toast-not-on-roster"), (world.policy.staff_language,), alert=True)
    return toast, Audit("tap_refused", tapped.staff, None)


def _unfitting(tapped: StaffTapped, member: StaffMember, world: World) -> Effects:
    """A button that names another case than its topic, or nothing at all, was forged."""
    return _toast(tapped, world, "toast-old-card"), Audit("tap_refused", member.ref, None)


def _toast(tapped: StaffTapped, world: World, key: str) -> Toast:
    return Toast(tapped.query, line(key), (world.policy.staff_language,))


def _claim(desk: Desk) -> tuple[Case, Effects] | str:
    if not desk.case.status.open or desk.case.claimed_by is not None:
        return "toast-already-claimed"
    claimed = replace(desk.case, status=CaseStatus.CLAIMED, claimed_by=desk.member.ref)
    return claimed, (*desk.watched(claimed), desk.said("note-claimed"))


def _release(desk: Desk) -> tuple[Case, Effects] | str:
    if not desk.case.status.open or desk.case.claimed_by is None:
        return "toast-old-card"
    owed = desk.case.waiting_since if desk.case.status in UNANSWERED else desk.moment.now
    free = replace(released(desk.case), waiting_since=owed)
    return free, (*desk.watched(free), desk.said("note-released"))


def released(case: Case) -> Case:
    """A case that nobody has taken any more."""
    return replace(case, status=CaseStatus.NEW, claimed_by=None)


def _closing(status: CaseStatus, key: str) -> Step:
    def close(desk: Desk) -> tuple[Case, Effects] | str:
        if not desk.case.status.open:
            return "toast-old-card"
        if _needs_second_person(desk):
            if desk.case.closing_asked_by == desk.member.ref:
                return "card-second-person"
            return replace(desk.case, closing_asked_by=desk.member.ref), (desk.said("note-second-person"),)
        closed = replace(desk.case, status=status, closing_asked_by=None)
        return closed, (StopTimers(closed.ref), desk.said(key), *_learned(desk, status), *_forgotten(desk))

    return close


def _learned(desk: Desk, status: CaseStatus) -> Effects:
    """A false alert is kept for the data without being asked for, and without a word."""
    if status is not CaseStatus.FALSE_ALARM:
        return ()
    return (learned(desk.case, desk.member, desk.moment, SuggestionKind.FALSE_ALARM),)


def _needs_second_person(desk: Desk) -> bool:
    """An emergency is closed by two people who are on the roster, unless there is only one."""
    others = {one.ref for one in desk.state.roster} - {desk.member.ref}
    if desk.case.severity is not Severity.EMERGENCY or not others:
        return False
    return desk.case.closing_asked_by not in others


def _forgotten(desk: Desk) -> Effects:
    """A child who deleted their data while the case was open is forgotten when it is closed."""
    return (ForgetLearner(desk.case.child, keep_chat=False),) if desk.state.learner is None else ()


def _reopen(desk: Desk) -> tuple[Case, Effects] | str:
    if desk.case.status.open:
        return "toast-old-card"
    opened = replace(
        desk.case,
        status=CaseStatus.CLAIMED,
        claimed_by=desk.member.ref,
        waiting_since=desk.moment.now,
    )
    return opened, (*desk.watched(opened), desk.said("note-reopened"))


_STEPS: dict[str, Step] = {
    "claim": _claim,
    "release": _release,
    "resolve": _closing(CaseStatus.RESOLVED, "note-resolved"),
    "falsealarm": _closing(CaseStatus.FALSE_ALARM, "note-false-alarm"),
    "handon": _closing(CaseStatus.HANDED_ON, "note-handed-on"),
    "reopen": _reopen,
}


def topic_lost(lost: TopicLost, state: State, world: World) -> Effects:
    """The topic was deleted by hand: make it again with the card and what the child wrote."""
    case = state.case
    if case is None or case.topic != lost.topic:
        return ()
    fresh = replace(case, topic=None, card=None)
    posts: list[Effect] = [SaveCase(fresh), OpenTopic(fresh, title(fresh))]
    if case.card is not None:
        posts.append(PostInCase(fresh, card(fresh, world, state.roster), PostKind.CARD))
    posts.append(PostInCase(fresh, Message((line("note-topic-again"),))))
    posts += [post_of_words(fresh, one, fresh.why) for one in state.log if _was_posted(one)]
    return *posts, Audit("topic_again", None, case.ref)


def _was_posted(message: CaseMessage) -> bool:
    """A child's words that stood in the lost topic; those not yet posted come by themselves."""
    return message.author is Author.CHILD and message.topic_message is not None
