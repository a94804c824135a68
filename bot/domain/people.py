"""From the child's side: asking for a person, reading what people wrote, "only asking", pictures."""

from dataclasses import replace

from bot.domain.child import Turn, save, say, say_plainly, show
from bot.domain.effects import (
    Audit,
    Count,
    EditCard,
    Effect,
    MarkOpened,
    PostInCase,
    PostKind,
    RecordInCase,
    SaveCase,
    SaveLearner,
)
from bot.domain.inputs import MediaKind, MediaReceived
from bot.domain.screens import when_read
from bot.domain.speech import Joined, Message, Part, Verbatim, line
from bot.domain.state import Author, Case, CaseMessage, CaseStatus, State
from bot.domain.support.card import card
from bot.domain.support.cases import Need, bring_to_staff, note, recently_talking
from bot.domain.world import World
from content.schema import Severity

Effects = tuple[Effect, ...]

SENT_ALONG = 3
"""Of what the child just wrote, this many messages go along when a person is asked for."""

_PICTURES = (MediaKind.PHOTO, MediaKind.VIDEO, MediaKind.DOCUMENT, MediaKind.OTHER)

_FITS = 3000
"""Characters of replies that surely fit into the one message that an edit can fill (limit: 4,096)."""


def ask_for_person(turn: Turn) -> Effects:
    """A person shall read this. What the child just wrote goes along, and the child is told so."""
    words = turn.state.recent_words[-SENT_ALONG:]
    if not words and turn.case is None:
        asked = turn.knowing(replace(turn.learner, asked_for_person=True))
        return save(asked), say(turn, line("person-write-here"), when_read(turn))
    # The same words with a case and without: they do not tell whether somebody has asked before.
    told: tuple[Part, ...] = (line("person-told"),) if words else ()
    reply = say(turn, *told, line("person-write-more"), when_read(turn))
    if turn.case is not None:
        return save(turn), reply, *openly(turn.case)
    _, effects = bring_to_staff(turn, Need(Severity.CONCERN), words)
    return save(turn), reply, *effects, Count("asked_for_person")


def openly(case: Case) -> Effects:
    """Somebody wants people: what is written now may be answered as passed on."""
    return (SaveCase(replace(case, discreet=False)),) if case.discreet else ()


def only_asking(turn: Turn) -> Effects:
    """A note for staff; it never lowers or closes a case."""
    reply = say(turn, line("only-asking"))
    if turn.case is None or turn.case.said_only_asking:
        return save(turn), reply
    case = replace(turn.case, said_only_asking=True)
    told = note(case, "note-only-asking"), Audit("only_asking", None, case.ref)
    return save(turn), reply, SaveCase(case), *told


def open_inbox(turn: Turn, message_id: int | None) -> Effects:
    """Show what people wrote. The same button is there for everybody, so that it tells nothing."""
    letters = turn.state.unopened
    if not letters:
        return save(turn), say(turn, line("inbox-empty"))
    shown = _letters(turn, message_id, letters)
    return save(turn), shown, MarkOpened(tuple(letter.ref for letter in letters)), *_opened(turn)


def _letters(turn: Turn, message_id: int | None, letters: tuple[CaseMessage, ...]) -> Effect:
    """In the place of the tapped message, or anew where they are too long for it."""
    parts = tuple(staff_words(letter.text) for letter in letters)
    if message_id is None or sum(len(letter.text) for letter in letters) > _FITS:
        return say(turn, *parts)
    return show(turn, message_id, *parts)


def _opened(turn: Turn) -> Effects:
    if turn.case is None:
        return ()
    waiting = turn.case.status is CaseStatus.ANSWERED
    status = CaseStatus.WAITING_FOR_CHILD if waiting else turn.case.status
    case = replace(turn.case, status=status, discreet=False)
    return SaveCase(case), note(case, "delivery-opened")


def staff_words(text: str) -> Part:
    """A person's words, marked as written by a person."""
    return Joined((line("from-staff"), Verbatim(text)))


def got_media(turn: Turn, received: MediaReceived) -> Effects:
    """Nothing is fetched: say why, and how to get help with pictures. Staff see that it was tried."""
    counted = Count(f"media:{received.kind}")
    if turn.case is None and not turn.learner.asked_for_person:
        return save(turn), say(turn, *_about_media(received)), counted
    # Whoever can only speak or show it is owed an answer like anybody who writes.
    case, effects = bring_to_staff(turn, Need(Severity.CONCERN), ())
    told = _media_told(turn, case, received)
    after = turn.knowing(replace(turn.learner, asked_for_person=False))
    return save(after), *_said_of_media(turn, received), *effects, *told, counted


def _media_told(turn: Turn, case: Case, received: MediaReceived) -> Effects:
    """Staff read what was sent, in a post that can be replied to like the child's words."""
    policy, texts = turn.world.policy, turn.world.content.texts
    kind = texts.say(policy.staff_language, f"media-kind-{received.kind}")
    text = texts.say(policy.staff_language, "note-media", kind=kind)
    record = CaseMessage(turn.moment.ref("media"), case.ref, Author.CHILD, text, turn.moment.now)
    post = Message((line("note-media", kind=kind),))
    return RecordInCase(record), PostInCase(case, post, PostKind.CHILD_WORDS, record=record)


def _about_media(received: MediaReceived) -> tuple[Part, ...]:
    """Help with pictures belongs to pictures, and not under the answer to a caption."""
    if received.kind is MediaKind.STICKER:
        return (line("sticker-not-read"),)
    helps = received.kind in _PICTURES and not received.caption
    return (line("media-not-opened"), *((line("media-help"),) if helps else ()))


def _said_of_media(turn: Turn, received: MediaReceived) -> Effects:
    """In a talk with a person no more than needed, and nothing about a sticker: staff know of it."""
    if turn.learner.asked_for_person:
        return (say(turn, line("media-not-opened"), line("media-told"), when_read(turn)),)
    if turn.case is None or turn.case.discreet or not recently_talking(turn.case, turn):
        return (say(turn, *_about_media(received)),)
    if received.kind is MediaKind.STICKER:
        return ()
    return (say_plainly(turn, line("media-not-opened")),)


def chat_blocked(state: State, world: World, *, blocked: bool) -> Effects:
    """Whether the child can be reached. Nobody came back by this: what is hidden or deleted stays so."""
    learner, case = state.learner, state.case
    saved = (SaveLearner(replace(learner, reachable=not blocked)),) if learner is not None else ()
    if case is None or case.reachable is not blocked:
        return saved
    case = replace(case, reachable=not blocked)
    if not case.status.open:
        return *saved, SaveCase(case)
    edit = EditCard(case, card(case, world, state.roster))
    return *saved, SaveCase(case), edit, note(case, "note-blocked" if blocked else "note-unblocked")
