"""At a question: tick, put in order, answer, look at a hint, try again. Pure."""

from dataclasses import replace

from bot.domain.learning.answers import verdict
from bot.domain.learning.progress import Asking
from content.schema import Choice, Order, Question, Several, Situation, Truth

Move = tuple[str, ...]

ENOUGH = 2
"""Misses after which the card is shown again together with what is right."""


def moved(question: Question, at: Asking, move: Move) -> Asking | None:
    """Where a move leads, or None when it is not possible here (a forged or an old button)."""
    if at.solved:
        return None
    if move == ("hint",) and not at.hinted:
        return replace(at, hinted=True)
    return _answering(question, at, move) if at.submitted is None else _missed(at, move)


def _missed(at: Asking, move: Move) -> Asking | None:
    match move:
        case ("retry",):
            return replace(at, submitted=None, picked=())
        case ("solution",):
            return replace(at, solved=True)
        case _:
            return None


def _answering(question: Question, at: Asking, move: Move) -> Asking | None:
    match move, question:
        case ("answer", name), Choice() | Truth() | Situation():
            return _submitted(question, at, (name,))
        case ("done",), Several() | Order():
            return _submitted(question, at, at.picked)
        case ("tick", name), Several():
            return _ticked(question, at, name)
        case ("put", name), Order():
            return _put(question, at, name)
        case ("undo",), Order() if at.picked:
            return replace(at, picked=at.picked[:-1])
        case _:
            return None


def _ticked(question: Several, at: Asking, name: str) -> Asking | None:
    if name not in {option.id for option in question.options}:
        return None
    others = tuple(one for one in at.picked if one != name)
    return replace(at, picked=others if name in at.picked else (*at.picked, name))


def _put(question: Order, at: Asking, name: str) -> Asking | None:
    known = {item.id for item in question.items}
    return replace(at, picked=(*at.picked, name)) if name in known - set(at.picked) else None


def _submitted(question: Question, at: Asking, answer: tuple[str, ...]) -> Asking | None:
    """A second miss ends the trying; a statement has only one other answer, so that one miss does."""
    found = verdict(question, answer)
    if found is None:
        return None
    misses = at.misses + int(not found.right)
    solved = found.right or misses >= ENOUGH or isinstance(question, Truth)
    return replace(at, submitted=answer, misses=misses, solved=solved)


def first_answer(was: Asking, now: Asking) -> bool | None:
    """Whether the first answer, given by this move, was right; None when it gave none."""
    if was.misses or was.submitted is not None or now.submitted is None:
        return None
    return now.misses == 0
