"""A staff member's words to a child: only text, only to the child of the topic, only from the roster."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.actions import action
from bot.domain.child import IN_TALK
from bot.domain.effects import (
    Audit,
    EditCard,
    Effect,
    Lane,
    PostInCase,
    PostToStaff,
    RecordInCase,
    SaveCase,
    SayToChild,
    StopTimers,
)
from bot.domain.inputs import ReplySettled, SendOutcome, StaffWrote
from bot.domain.people import staff_words
from bot.domain.speech import Button, Message, line
from bot.domain.state import Author, Case, CaseMessage, CaseStatus, StaffMember, State
from bot.domain.support.card import card
from bot.domain.support.timers import UNANSWERED, first_raise
from bot.domain.world import Moment, World

Effects = tuple[Effect, ...]

_LIVE = timedelta(minutes=15)
"""A child who wrote within this time waits for the answer: it is shown plainly. Later it is unprompted."""

_NEWS = Message((line("neutral-news"),), ((Button(line("button-open"), action("open")),),))
"""The one unprompted message: it tells nothing, and the rest opens on a tap."""


def staff_wrote(wrote: StaffWrote, state: State, world: World, moment: Moment) -> Effects:
    """Relay a reply to a child's message; everything else in the topic stays inside the team."""
    case = state.case
    if case is None:
        return _unsent(wrote)
    if wrote.reply_to is None:
        return _typed_beside(wrote, case, state.staff)
    if not _to_the_child(state.replied_to, case):
        return _stays_inside(wrote, case)
    refusal = _refusal(wrote, state.staff, case)
    if refusal is not None:
        detail = Audit("reply_refused", wrote.staff, case.ref, refusal)
        return _answer_staff(case, wrote.message_id, refusal), detail
    assert state.staff is not None  # noqa: S101 - _refusal has refused everybody else
    return _relayed(wrote, state, case, state.staff, world, moment)


def _unsent(wrote: StaffWrote) -> Effects:
    """Who replies to a post of a case that is gone, or outside its topic, hears that nothing was sent."""
    if not wrote.replies_to_bot:
        return ()
    return (PostToStaff(Message((line("refused-no-case"),)), Lane.REPLY, wrote.message_id),)


def _typed_beside(wrote: StaffWrote, case: Case, member: StaffMember | None) -> Effects:
    """Whoever types into the topic may believe that the child reads it: the first one hears that it stays."""
    if member is None or case.told_how or case.status not in UNANSWERED:
        return ()
    return SaveCase(replace(case, told_how=True)), _answer_staff(case, wrote.message_id, "stays-inside")


def _to_the_child(replied_to: CaseMessage | None, case: Case) -> bool:
    """Only a reply to this very child's own words goes to the child."""
    return replied_to is not None and replied_to.author is Author.CHILD and replied_to.case == case.ref


def _stays_inside(wrote: StaffWrote, case: Case) -> Effects:
    """Who replies to the card or to a note believes to answer the child: say that nothing was sent."""
    to_the_bot = wrote.replies_to_bot or wrote.reply_to == case.card
    return (_answer_staff(case, wrote.message_id, "stays-inside"),) if to_the_bot else ()


def _answer_staff(case: Case, message_id: int, key: str) -> PostInCase:
    return PostInCase(case, Message((line(key),)), reply_to=message_id)


def _refusal(wrote: StaffWrote, member: StaffMember | None, case: Case) -> str | None:
    """Why this reply is not sent, as the key of the words that say so."""
    checks = (
        (member is None, "refused-not-on-roster"),
        (not case.status.open, "refused-closed"),
        (wrote.has_media or not wrote.text.strip(), "refused-only-text"),
        (wrote.forwarded, "refused-forwarded"),
        (wrote.text.lstrip().startswith("/"), "refused-command"),
        (not case.reachable, "refused-blocked"),
    )
    return next((key for refused, key in checks if refused), None)


def _relayed(
    wrote: StaffWrote, state: State, case: Case, member: StaffMember, world: World, moment: Moment
) -> Effects:
    safe = _safe(case, state)
    shown = safe and _live(case, state, moment)
    reply = CaseMessage(
        moment.ref("reply"),
        case.ref,
        Author.STAFF,
        wrote.text,
        moment.now,
        staff=member.ref,
        topic_message=wrote.message_id,
        opened=shown,
    )
    after = replace(case, status=CaseStatus.ANSWERED, claimed_by=case.claimed_by or member.ref, told_how=True)
    kept = (
        SaveCase(after),
        RecordInCase(reply),
        StopTimers(case.ref),
        Audit("replied", member.ref, case.ref),
    )
    edit = (EditCard(after, card(after, world, state.roster)),)
    if not safe:
        return *kept, _answer_staff(after, wrote.message_id, "delivery-held"), *edit
    return *kept, _sent(after, reply, state, world), *edit


def _live(case: Case, state: State, moment: Moment) -> bool:
    """Whether the child waits for this answer, and nothing says that somebody else may hold the phone."""
    recent = case.last_child_at is not None and moment.now - case.last_child_at < _LIVE
    return recent and not case.discreet and not state.unopened


def _safe(case: Case, state: State) -> bool:
    """Whether the child may be written to: nobody has hidden the chat since the child last wrote."""
    return case.safe_to_write and not (state.learner is not None and state.learner.hidden)


def _sent(case: Case, reply: CaseMessage, state: State, world: World) -> SayToChild:
    """The words themselves to a child who waits for them; else the neutral line that opens them."""
    message = Message((staff_words(reply.text),), IN_TALK) if reply.opened else _NEWS
    return SayToChild(case.child, message, _languages(case, state, world), reply=reply)


def _languages(case: Case, state: State, world: World) -> tuple[str, ...]:
    """The child's language; a case is kept after `delete`, then its own language is used."""
    chosen = state.learner.language if state.learner else case.language
    return (chosen,) if chosen in world.content.languages else world.content.languages


def reply_settled(settled: ReplySettled, state: State, world: World, moment: Moment) -> Effects:
    """Show staff in the topic what became of a reply. What did not arrive is no answer: the case waits on."""
    case = state.case
    if case is None:
        return ()
    reply_to = state.replied_to.topic_message if state.replied_to else None
    key = _delivery_key(settled.outcome, state.replied_to)
    shown = PostInCase(case, Message((line(key),)), reply_to=reply_to)
    if settled.outcome is SendOutcome.SENT:
        return (shown,)
    unanswered = case.status is CaseStatus.ANSWERED
    after = replace(
        case,
        reachable=case.reachable and settled.outcome is not SendOutcome.BLOCKED,
        status=CaseStatus.CLAIMED if unanswered else case.status,
    )
    watch = (StopTimers(after.ref), first_raise(after, moment.now)) if unanswered else ()
    return SaveCase(after), EditCard(after, card(after, world, state.roster)), shown, *watch


def _delivery_key(outcome: SendOutcome, reply: CaseMessage | None) -> str:
    if outcome is SendOutcome.BLOCKED:
        return "delivery-blocked"
    if outcome is SendOutcome.FAILED:
        return "delivery-failed"
    return "delivery-sent" if reply is None or reply.opened else "delivery-waiting"
