"""What an answer is worth: right or not, why, and which misconceptions it shows. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from content.schema import Choice, Fit, Option, Order, Question, Several, Situation, Truth

YES, NO = "true", "false"
"""The two answers to a statement."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an answer was right, the explanations that belong to it, and what it shows of misconceptions.

    `incomplete`: nothing in it is wrong, but something is missing.
    """

    because: tuple[str, ...]
    right: bool = False
    misconceptions: tuple[str, ...] = ()
    incomplete: bool = False


def verdict(question: Question, answer: Sequence[str]) -> Verdict | None:
    """The verdict on an answer, or None when it is none to this question (a forged or old button)."""
    match question:
        case Choice():
            return _choice(question, answer)
        case Several():
            return _several(question, answer)
        case Truth():
            return _truth(question, answer)
        case Order():
            return _order(question, answer)
        case Situation():
            return _situation(question, answer)


def _choice(question: Choice, answer: Sequence[str]) -> Verdict | None:
    option = next((o for o in question.options if (o.id,) == tuple(answer)), None)
    if option is None:
        return None
    return Verdict((option.because,), option.right, _named((option,)))


def _several(question: Several, answer: Sequence[str]) -> Verdict | None:
    chosen = [option for option in question.options if option.id in answer]
    if not chosen or len(chosen) != len(answer):
        return None
    wrong = [option for option in chosen if not option.right]
    missing = any(option.right and option.id not in answer for option in question.options)
    if wrong:
        return Verdict(tuple(option.because for option in wrong[:2]), misconceptions=_named(wrong))
    return Verdict(() if missing else (question.because,), not missing, incomplete=missing)


def _named(options: Sequence[Option]) -> tuple[str, ...]:
    return tuple(option.misconception for option in options if option.misconception is not None)


def _truth(question: Truth, answer: Sequence[str]) -> Verdict | None:
    if tuple(answer) not in ((YES,), (NO,)):
        return None
    right = question.right == (answer[0] == YES)
    return Verdict((question.because,), right=True) if right else _mistaken(question)


def _order(question: Order, answer: Sequence[str]) -> Verdict | None:
    wanted = tuple(item.id for item in question.items)
    if sorted(answer) != sorted(wanted):
        return None
    return Verdict((question.because,), right=True) if tuple(answer) == wanted else _mistaken(question)


def _mistaken(question: Truth | Order) -> Verdict:
    return Verdict((question.mistaken,), misconceptions=(question.misconception,))


def _situation(question: Situation, answer: Sequence[str]) -> Verdict | None:
    way = next((w for w in question.ways if (w.id,) == tuple(answer)), None)
    if way is None:
        return None
    named = (way.misconception,) if way.misconception is not None else ()
    return Verdict((way.then,), way.fit is Fit.GOOD, named)


def solution(question: Question) -> tuple[tuple[str, ...], str]:
    """What is right, as the words of its options, and why."""
    match question:
        case Choice(options=options):
            right = next(option for option in options if option.right)
            return (right.text,), right.because
        case Several(options=options):
            return tuple(option.text for option in options if option.right), question.because
        case Truth():
            return (), question.because
        case Order(items=items):
            return tuple(f"{n}. {item.text}" for n, item in enumerate(items, start=1)), question.because
        case Situation(ways=ways):
            good = next(way for way in ways if way.fit is Fit.GOOD)
            return (good.text,), good.then
