"""Checks of the content: each a pure function from a Tree to problems, one concern per file."""

from collections.abc import Callable, Iterable

from content.checks import (
    counterparts,
    distress,
    duplicates,
    faq,
    helplines,
    interface,
    lengths,
    lessons,
    links,
    markup,
    numbers,
    pictures,
    review,
    screen,
    stories,
    telegram,
    wording,
)
from content.problems import Problem
from content.tree import Tree

Check = Callable[[Tree], Iterable[Problem]]

ALL: tuple[Check, ...] = (
    interface.check,
    telegram.check,
    lessons.check,
    stories.check,
    counterparts.check,
    faq.check,
    distress.check,
    screen.check,
    duplicates.check,
    helplines.check,
    review.check,
    lengths.check,
    markup.check,
    numbers.check,
    links.check,
    pictures.check,
    wording.check,
)


def run_checks(tree: Tree) -> list[Problem]:
    """The problems of every check."""
    return [problem for check in ALL for problem in check(tree)]
