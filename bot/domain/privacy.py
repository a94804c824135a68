"""Hide and delete: what disappears, what remains, and that nothing unprompted follows."""

from dataclasses import replace

from bot.domain.actions import action
from bot.domain.child import FOOTER, Turn
from bot.domain.effects import (
    Audit,
    DeleteForChild,
    EditCard,
    Effect,
    ForgetLearner,
    ForgetRecentWords,
    Lane,
    SaveCase,
    SaveLearner,
    SayToChild,
    StopTimers,
)
from bot.domain.speech import Button, Message, line
from bot.domain.state import Case, CaseStatus
from bot.domain.support.card import card
from bot.domain.support.cases import note
from content.schema import Severity

Effects = tuple[Effect, ...]


def hide(turn: Turn) -> Effects:
    """Delete both sides' messages and leave an ordinary quiz card; then be silent until the child returns."""
    hidden = replace(turn.learner, hidden=True, asked_for_person=False)
    gone = (SaveLearner(hidden), ForgetRecentWords(turn.child), DeleteForChild(turn.child))
    return *gone, _quiz_card(turn), *_not_safe(turn)


def _quiz_card(turn: Turn) -> Effect:
    lessons = Button(line("button-lessons"), action("lessons"))
    card_shown = Message((line("quiz-card"),), ((lessons,), *FOOTER))
    return SayToChild(turn.child, card_shown, turn.languages, Lane.LESSON)


def _not_safe(turn: Turn) -> Effects:
    """A closed case is marked as well: staff could open it again."""
    known = turn.state.case
    if known is None or not known.safe_to_write:
        return ()
    case = replace(known, safe_to_write=False, discreet=True)
    if not case.status.open:
        return SaveCase(case), Audit("hidden", None, case.ref)
    edit = EditCard(case, card(case, turn.world, turn.state.roster))
    return SaveCase(case), edit, note(case, "note-hidden"), Audit("hidden", None, case.ref)


def delete(turn: Turn) -> Effects:
    """Delete what is known of the child. An open urgent or emergency case is kept until it is closed."""
    case = turn.case
    kept = case is not None and case.severity.rank >= Severity.URGENT.rank
    message = Message((line("deleted"),))
    said = (DeleteForChild(turn.child), SayToChild(turn.child, message, turn.languages))
    forgotten = ForgetLearner(turn.child, keep_chat=kept)
    gone = (ForgetRecentWords(turn.child), StopTimers(turn.child), forgotten)
    if turn.state.case is None:
        return *said, *gone
    about_case = _case_kept(turn, turn.state.case) if kept else _case_forgotten(turn, turn.state.case)
    return *said, *about_case, *gone


def _case_kept(turn: Turn, case: Case) -> Effects:
    if turn.state.learner is None:  # deleted before: a second tap tells staff nothing new
        return ()
    told = note(case, "note-deleted-kept"), Audit("data_deleted_case_kept", None, case.ref)
    return SaveCase(replace(case, discreet=True)), *told


def _case_forgotten(turn: Turn, case: Case) -> Effects:
    """Close a case because the child wanted it so; forgetting the learner destroys its words."""
    status = case.status if not case.status.open else CaseStatus.RESOLVED
    closed = replace(case, status=status, why=(), patterns=(), signs=(), examples=(), reading=None)
    edit = EditCard(closed, card(closed, turn.world, turn.state.roster))
    told = (SaveCase(closed), edit, note(closed, "note-deleted"), Audit("data_deleted", None, case.ref))
    return *told, StopTimers(case.ref)
