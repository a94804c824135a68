"""A question that the bot could not answer goes to a person with one tap: nothing is typed again."""

from bot.domain.child import Turn, save, say
from bot.domain.effects import Count, Effect, PostInCase, PostKind, RecordInCase
from bot.domain.helped import already_tapped, tapping
from bot.domain.people import SENT_ALONG, ask_for_person, openly
from bot.domain.screens import when_read
from bot.domain.speech import Message, Verbatim, line
from bot.domain.state import Author, Case, CaseMessage
from bot.domain.support.cases import Need, bring_to_staff, note
from content.schema import FaqEntry, Severity

Effects = tuple[Effect, ...]


def hand_over(turn: Turn, message_id: int, topic: str | None = None) -> Effects:
    """What the child just wrote is the question. `topic`: the answer that did not help, if there was one.

    Where neither is known any more, a person is asked for, who reads the next words. A second tap on the same
    message says the same and brings nothing again, unless the case was closed meanwhile.
    """
    entry = turn.world.content.answer(turn.language, topic) if topic is not None else None
    if not turn.state.recent_words and entry is None:
        return ask_for_person(turn)
    # The same words with a case and without: they do not tell whether somebody has asked before.
    reply = say(turn, line("question-handed-over"), when_read(turn))
    if turn.case is not None and already_tapped(turn, message_id):
        return save(turn), reply, *openly(turn.case)
    brought = _brought(turn, entry)
    return save(tapping(turn, message_id)), reply, *brought, Count("faq_handed_over")


def _brought(turn: Turn, entry: FaqEntry | None) -> Effects:
    """The words that staff do not have yet; in an open case perhaps only that they are a question."""
    words = _untold(turn)
    if turn.case is not None and entry is None and not words:
        return *openly(turn.case), note(turn.case, "note-asks-person")
    case, effects = bring_to_staff(turn, Need(Severity.CONCERN), words)
    if entry is None:
        return *effects, *openly(case), note(case, "note-asks-person")
    return *effects, *openly(case), *_tapped_question(turn, case, entry)


def _untold(turn: Turn) -> tuple[str, ...]:
    """Of what was just written what is not in the case. A closed case is not opened again without a word."""
    words = turn.state.recent_words[-SENT_ALONG:]
    told = {message.text for message in turn.state.log if message.author is Author.CHILD}
    fresh = tuple(text for text in words if text not in told)
    return fresh if fresh or turn.case is not None else words[-1:]


def _tapped_question(turn: Turn, case: Case, entry: FaqEntry) -> Effects:
    """The question of the answer that did not help stands as the child's own: staff can reply to it."""
    asked = CaseMessage(turn.moment.ref("question"), case.ref, Author.CHILD, entry.question, turn.moment.now)
    words = Message((line("from-child-question"), Verbatim(entry.question)))
    return RecordInCase(asked), PostInCase(case, words, PostKind.CHILD_WORDS, record=asked)
