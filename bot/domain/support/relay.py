"""A staff member's words to a child: only text, only to the child of the topic, only from the roster."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.actions import action
from bot.domain.effects import (
    Audit,
    EditCard,
    Effect,
    PostInCase,
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
from bot.domain.world import Moment, World

Effects = tuple[Effect, ...]

_LIVE = timedelta(minutes=15)
"""A child who wrote within this time waits for the answer: it is shown plainly. Later it is unprompted."""


def staff_wrote(wrote: StaffWrote, state: State, world: World, moment: Moment) -> Effects:
    """Relay a reply to a child's message; everything else in the topic stays inside the team."""
    case = state.case
    if case is None or wrote.reply_to is None:
        return ()
    if state.replied_to is None or state.replied_to.author is not Author.CHILD:
        return _stays_inside(wrote, case)
    refusal = _refusal(wrote, state.staff, case)
    if refusal is not None:
        detail = Audit("reply_refused", wrote.staff, case.ref, refusal)
        return _answer_staff(case, wrote.message_id, refusal), detail
    assert state.staff is not None  # noqa: S101 - _refusal has refused everybody else
    return _relayed(wrote, state, case, state.staff, world, moment)


def _stays_inside(wrote: StaffWrote, case: Case) -> Effects:
    """Somebody who replies to the card believes to answer the child: say that nothing was sent."""
    return (_answer_staff(case, wrote.message_id, "stays-inside"),) if wrote.reply_to == case.card else ()


def _answer_staff(case: Case, message_id: int, key: str) -> PostInCase:
    return PostInCase(case, Message((line(key),)), reply_to=message_id)


def _refusal(wrote: StaffWrote, member: StaffMember | None, case: Case) -> str | None:
    """Why this reply is not sent, as the key of the words that say so."""
    checks = (
        (member is None, "refused-not-on-roster"),
        (not case.status.open, "refused-closed"),
        (wrote.has_media or not wrote.text.strip(), "refused-only-text"),
        (wrote.forwarded, "refused-forwarded"),
        (not case.reachable, "refused-blocked"),
    )
    return next((key for refused, key in checks if refused), None)


def _relayed(
    wrote: StaffWrote, state: State, case: Case, member: StaffMember, world: World, moment: Moment
) -> Effects:
    live = case.last_child_at is not None and moment.now - case.last_child_at < _LIVE and not state.unopened
    shown = live and case.safe_to_write
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
    after = replace(case, status=CaseStatus.ANSWERED, claimed_by=case.claimed_by or member.ref)
    kept = (
        SaveCase(after),
        RecordInCase(reply),
        StopTimers(case.ref),
        Audit("replied", member.ref, case.ref),
    )
    edit = (EditCard(after, card(after, world, state.roster)),)
    return *kept, *_sent(after, reply, state, world, plainly=shown), *edit


def _sent(case: Case, reply: CaseMessage, state: State, world: World, *, plainly: bool) -> Effects:
    if not case.safe_to_write:
        return (_answer_staff(case, reply.topic_message or 0, "delivery-held"),)
    languages = _languages(case, state, world)
    if plainly:
        return (SayToChild(case.child, Message((staff_words(reply.text),)), languages, reply=reply),)
    opener = Button(line("button-open"), action("open"))
    neutral = Message((line("neutral-news"),), ((opener,),))
    return (SayToChild(case.child, neutral, languages, reply=reply),)


def _languages(case: Case, state: State, world: World) -> tuple[str, ...]:
    """The child's language; a case is kept after `delete`, then its own language is used."""
    chosen = state.learner.language if state.learner else case.language
    return (chosen,) if chosen in world.content.languages else world.content.languages


def reply_settled(settled: ReplySettled, state: State, world: World) -> Effects:
    """Show staff in the topic what became of a reply."""
    case = state.case
    if case is None:
        return ()
    reply_to = state.replied_to.topic_message if state.replied_to else None
    key = _delivery_key(settled.outcome, state.replied_to)
    shown = PostInCase(case, Message((line(key),)), reply_to=reply_to)
    if settled.outcome is not SendOutcome.BLOCKED:
        return (shown,)
    after = replace(case, reachable=False)
    return SaveCase(after), EditCard(after, card(after, world, state.roster)), shown


def _delivery_key(outcome: SendOutcome, reply: CaseMessage | None) -> str:
    if outcome is SendOutcome.BLOCKED:
        return "delivery-blocked"
    if outcome is SendOutcome.FAILED:
        return "delivery-failed"
    return "delivery-sent" if reply is None or reply.opened else "delivery-waiting"
