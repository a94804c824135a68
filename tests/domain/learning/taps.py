"""A child at a lesson, a story or a round of practice: taps, one after another."""

from bot.domain.effects import Count
from bot.domain.learning.progress import Progress
from bot.domain.speech import Line
from bot.domain.state import Learner
from tests.domain.build import Decided, child_tapped, flat, learner

TO_FIRST_QUESTION = ("start", "next", "next")
"""From the cover of a tiny lesson to its first question."""
TO_SEVERAL = (*TO_FIRST_QUESTION, "answer:good", "next", "next")
TO_TRUTH = (*TO_SEVERAL, "skip")
TO_ORDER = (*TO_TRUTH, "answer:false", "next")
TO_SITUATION = (*TO_ORDER, "put:a", "put:b", "put:d", "done", "next")
TO_END = (*TO_SITUATION, "answer:tell", "next")


def started(what: str = "lesson:first", who: Learner | None = None) -> Learner:
    """A child who has just opened a lesson, a story or a round."""
    return child_tapped(what, learner=who or learner()).learner


def move(who: Learner, what: str, screen: int | None = None) -> Decided:
    """What follows from a move on the screen."""
    return child_tapped(f"s:{who.screen if screen is None else screen}:{what}", learner=who)


def through(who: Learner, *moves: str) -> Learner:
    """The child after these moves."""
    for what in moves:
        who = move(who, what).learner
    return who


def last(who: Learner, *moves: str) -> Decided:
    """What follows from the last of these moves."""
    return move(through(who, *moves[:-1]), moves[-1])


def labels(done: Decided) -> list[str]:
    """The keys of all button labels."""
    buttons = [one.label for message in done.messages for row in message.rows for one in row]
    return [label.key for label in buttons if isinstance(label, Line)]


def said(done: Decided, key: str) -> list[dict[str, object]]:
    """What stands in the places of a line, each time that the child reads it."""
    parts = [part for message in done.messages for part in flat(message.parts)]
    return [dict(part.args) for part in parts if isinstance(part, Line) and part.key == key]


def counted(done: Decided) -> list[str]:
    """The names of what was counted."""
    return [one.name for one in done.all(Count)]


def at(who: Learner, lesson: str = "first") -> Progress:
    """How far the child is in a lesson."""
    return who.progress[lesson]
