"""A child's own words: the distress screen comes first, always; then people, then the FAQ."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.actions import action
from bot.domain.child import Rows, Turn, hide_button, save, say, say_plainly
from bot.domain.effects import Count, Effect, ForgetRecentWords, RememberWords, SayToChild
from bot.domain.helped import helped_rows
from bot.domain.judgement import Band, Judgement, Status
from bot.domain.questions import (
    ONWARD,
    PERSON,
    answer_parts,
    answer_question,
    best_entries,
    choices,
    counted,
)
from bot.domain.screens import help_screen, language_screen, when_read
from bot.domain.small_talk import small_talk
from bot.domain.speech import Button, Part, line
from bot.domain.state import Case
from bot.domain.support.cases import bring_to_staff, need_of, recently_talking
from bot.domain.support.numbers import numbers_for
from content.schema import Severity

Effects = tuple[Effect, ...]

_FRESH = timedelta(minutes=10)
"""Within this time a child in a talk is not told again that the words were passed on."""

_NEED = timedelta(hours=1)
"""Within this time after a grave message the bot gives no answers of its own."""


def hear(turn: Turn, message_id: int, text: str, judgement: Judgement) -> Effects:
    """Answer what a child wrote. Nothing stands before the distress screen."""
    remember = RememberWords(turn.child, message_id, text)
    turn = turn.guessing(judgement.language)
    told = _told_to_people(turn, text, judgement)
    heard = turn.knowing(replace(turn.learner, asked_for_person=False))
    if told:
        return save(heard), *told, _kept(turn, judgement, remember)
    if _only_greeted(turn, judgement):
        return save(heard), *_ask_language(turn, PERSON), remember
    return save(heard), *_answered_by_bot(turn, text, judgement), *_ask_language(turn), remember


def _kept(turn: Turn, judgement: Judgement, remember: RememberWords) -> Effect:
    """After an emergency nothing can become worse: its words would only make the next ones sound like one."""
    return ForgetRecentWords(turn.child) if judgement.severity is Severity.EMERGENCY else remember


def _only_greeted(turn: Turn, judgement: Judgement) -> bool:
    """A newcomer whose words ask nothing that we can answer is welcomed, not told that there is no answer."""
    asks = judgement.faq.band is not Band.NONE or judgement.help_word
    return turn.learner.language is None and judgement.severity is Severity.NONE and not asks


def _ask_language(turn: Turn, more: Rows = ()) -> Effects:
    """A child without a language is asked for one, after the answer, never before it."""
    if turn.learner.language is not None:
        return ()
    parts, rows = language_screen(turn)
    return (say(turn, *parts, rows=rows + more),)


def _told_to_people(turn: Turn, text: str, judgement: Judgement) -> Effects:
    """What goes to staff: alarms, unread words, and everything said while a case is open."""
    if judgement.status is not Status.JUDGED or not judgement.readable:
        return _not_read(turn, text, judgement)
    if judgement.severity.rank >= Severity.URGENT.rank:
        return _alarmed(turn, text, judgement)
    if turn.case is None and not turn.learner.asked_for_person:
        return ()
    return _passed_on(turn, text, judgement)


def _not_read(turn: Turn, text: str, judgement: Judgement) -> Effects:
    """No machine has understood this: a person must read it, and the child gets the numbers."""
    found = need_of(judgement)
    severity = max(found.severity, Severity.URGENT, key=lambda one: one.rank)
    _, effects = bring_to_staff(turn, replace(found, severity=severity, machine_read=False), (text,))
    numbers = numbers_for(turn.world.content, Severity.EMERGENCY, judgement.categories, turn.languages)
    parts: tuple[Part, ...] = (line("reply-not-read"), numbers, when_read(turn))
    return say(turn, *parts, rows=_help_rows()), *effects, Count("not_read")


def _alarmed(turn: Turn, text: str, judgement: Judgement) -> Effects:
    """Calm words and numbers first; then staff."""
    _, effects = bring_to_staff(turn, need_of(judgement), (text,))
    reply = (
        _alarmed_again(turn, judgement) if _told_before(turn, judgement) else _whole_answer(turn, judgement)
    )
    return reply, *effects, Count(f"severity:{judgement.severity}")


def _told_before(turn: Turn, judgement: Judgement) -> bool:
    """Whether the child has read all of it a moment ago, still has it, and it has not become worse."""
    if turn.case is None or turn.case.discreet:
        return False
    return _just_wrote(turn) and turn.case.severity.rank >= judgement.severity.rank


def _alarmed_again(turn: Turn, judgement: Judgement) -> SayToChild:
    """An emergency brings the numbers every time; what is urgent, a button to them."""
    if judgement.severity is not Severity.EMERGENCY:
        return _heard_again(turn)
    return _heard_again(
        turn, numbers_for(turn.world.content, judgement.severity, judgement.categories, turn.languages)
    )


def _heard_again(turn: Turn, *numbers: Part) -> SayToChild:
    """Short, so that what staff write meanwhile stays on the screen."""
    parts = (line("reply-again"), *numbers)
    if turn.case is not None and recently_talking(turn.case, turn):
        return say_plainly(turn, *parts)
    return say(turn, *parts, rows=((Button(line("button-numbers"), action("help")),),))


def _whole_answer(turn: Turn, judgement: Judgement) -> SayToChild:
    danger = Severity.EMERGENCY if _only_called(judgement) else judgement.severity
    numbers = numbers_for(turn.world.content, danger, judgement.categories, turn.languages)
    parts: tuple[Part, ...] = (line(_reply_key(judgement)), numbers, line("staff-told"), when_read(turn))
    only = Button(line("button-only-asking"), action("only"))
    return say(turn, *parts, rows=(*_help_rows(), (only,)))


def _only_called(judgement: Judgement) -> bool:
    """The bare call for help: nothing is told that could be thanked for, and anything may be behind it."""
    return judgement.help_word and judgement.severity is not Severity.EMERGENCY


def _reply_key(judgement: Judgement) -> str:
    if _only_called(judgement):
        return "reply-help-word"
    emergency = judgement.severity is Severity.EMERGENCY
    if judgement.about == "other":
        return "reply-emergency-other" if emergency else "reply-urgent-other"
    return "reply-emergency" if emergency else "reply-urgent"


def _help_rows() -> Rows:
    more = Button(line("button-write-more"), action("person"))
    return ((more, hide_button()),)


def _passed_on(turn: Turn, text: str, judgement: Judgement) -> Effects:
    """A child with an open case, or who asked for a person, is heard by people."""
    severity = max(judgement.severity, Severity.CONCERN, key=lambda one: one.rank)
    _, effects = bring_to_staff(turn, replace(need_of(judgement), severity=severity), (text,))
    return *_acknowledged(turn, text, judgement), *effects


def _acknowledged(turn: Turn, text: str, judgement: Judgement) -> Effects:
    if judgement.help_word:
        parts, rows = help_screen(turn)
        return (say(turn, *parts, rows=rows),)
    if turn.case is not None and turn.case.discreet:
        return *_answered_by_bot(turn, text, judgement), *_ask_language(turn)
    if turn.case is not None and recently_talking(turn.case, turn):
        return () if _just_wrote(turn) else (say_plainly(turn, line("passed-on"), when_read(turn)),)
    if turn.case is not None and _in_need(turn.case, turn):
        return (_heard_again(turn),)
    answerable = judgement.faq.band is Band.ANSWER and judgement.severity is Severity.NONE
    if answerable and not turn.learner.asked_for_person:
        told = () if _just_wrote(turn) else (say_plainly(turn, line("passed-on"), when_read(turn)),)
        return *told, *answer_question(turn, judgement)
    return (say(turn, line("passed-on"), when_read(turn), rows=_help_rows()),)


def _in_need(case: Case, turn: Turn) -> bool:
    """Whether something grave was told lately: a curated answer to "I am scared" would be a wrong guess."""
    last = case.last_child_at
    grave = case.severity.rank >= Severity.URGENT.rank
    return grave and last is not None and turn.moment.now - last < _NEED


def _just_wrote(turn: Turn) -> bool:
    last = turn.case.last_child_at if turn.case else None
    return last is not None and turn.moment.now - last < _FRESH


def _answered_by_bot(turn: Turn, text: str, judgement: Judgement) -> Effects:
    if judgement.help_word:
        parts, rows = help_screen(turn)
        return say(turn, *parts, rows=rows), Count("help_word")
    if judgement.severity is Severity.CONCERN:
        return _concerned(turn, judgement)
    friendly = small_talk(text, turn.world)
    if friendly is not None:
        return say(turn, friendly, rows=ONWARD), Count("small_talk")
    return answer_question(turn, judgement)


def _concerned(turn: Turn, judgement: Judgement) -> Effects:
    """Kind words, the answer that fits, and one tap to a person; no alarm."""
    parts: tuple[Part, ...] = (line("reply-concern"),)
    rows = PERSON
    last: Rows = ()
    entries = best_entries(turn, judgement.faq)
    if entries and judgement.faq.band is Band.ANSWER:
        more, more_rows = answer_parts(turn, entries[0], check_in=False)
        parts, rows = parts + more, rows + tuple(row for row in more_rows if row not in rows)
        # Below every way to help: a child who worries sees those first.
        last = helped_rows(turn, entries[0].id)
    else:
        # A question that only may be meant is offered alone: a wrong guess at what happened would hurt.
        rows += choices(entries[:1]) if judgement.faq.band is Band.ASK else ()
        rows += ((Button(line("button-numbers"), action("help")),),)
    hide = () if any(hide_button() in row for row in rows) else ((hide_button(),),)
    said = say(turn, *parts, rows=rows + hide + last)
    return said, Count("severity:concern"), *counted(turn, judgement.faq)
