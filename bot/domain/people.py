"""From the child's side: asking for a person, reading what people wrote, "only asking", pictures."""

from dataclasses import replace

from bot.domain.child import Turn, save, say, show
from bot.domain.effects import Audit, Count, Effect, MarkOpened, SaveCase
from bot.domain.inputs import MediaReceived
from bot.domain.screens import when_read
from bot.domain.speech import Joined, Part, Verbatim, line
from bot.domain.state import CaseStatus
from bot.domain.support.cases import Need, bring_to_staff, note
from content.schema import Severity

Effects = tuple[Effect, ...]

_SENT_ALONG = 3
"""Of what the child just wrote, this many messages go along when a person is asked for."""


def ask_for_person(turn: Turn) -> Effects:
    """A person shall read this. What the child just wrote goes along, and the child is told so."""
    words = turn.state.recent_words[-_SENT_ALONG:]
    if turn.case is not None:
        return save(turn), say(turn, line("person-write-more"), when_read(turn))
    if not words:
        asked = turn.knowing(replace(turn.learner, asked_for_person=True))
        return save(asked), say(turn, line("person-write-here"), when_read(turn))
    _, effects = bring_to_staff(turn, Need(Severity.CONCERN), words)
    told = say(turn, line("person-told"), line("person-write-more"), when_read(turn))
    return save(turn), told, *effects, Count("asked_for_person")


def only_asking(turn: Turn) -> Effects:
    """A note for staff; it never lowers or closes a case."""
    reply = say(turn, line("only-asking"))
    if turn.case is None:
        return save(turn), reply
    return save(turn), reply, note(turn.case, "note-only-asking"), Audit("only_asking", None, turn.case.ref)


def open_inbox(turn: Turn, message_id: int | None) -> Effects:
    """Show what people wrote. The same button is there for everybody, so that it tells nothing."""
    letters = turn.state.unopened
    if not letters:
        return save(turn), say(turn, line("inbox-empty"))
    parts = tuple(staff_words(letter.text) for letter in letters)
    shown = show(turn, message_id, *parts) if message_id is not None else say(turn, *parts)
    return save(turn), shown, MarkOpened(tuple(letter.ref for letter in letters)), *_opened(turn)


def _opened(turn: Turn) -> Effects:
    if turn.case is None:
        return ()
    waiting = turn.case.status is CaseStatus.ANSWERED
    case = replace(turn.case, status=CaseStatus.WAITING_FOR_CHILD) if waiting else turn.case
    return SaveCase(case), note(case, "delivery-opened")


def staff_words(text: str) -> Part:
    """A person's words, marked as written by a person."""
    return Joined((line("from-staff"), Verbatim(text)))


def got_media(turn: Turn, received: MediaReceived) -> Effects:
    """Nothing is fetched: say why, and how to get help with pictures. Staff see that it was tried."""
    reply = say(turn, line("media-not-opened"), line("media-help"))
    counted = Count(f"media:{received.kind}")
    if turn.case is None:
        return save(turn), reply, counted
    return save(turn), reply, note(turn.case, "note-media", kind=_kind(turn, received)), counted


def _kind(turn: Turn, received: MediaReceived) -> str:
    return turn.world.content.texts.say(turn.world.policy.staff_language, f"media-kind-{received.kind}")
