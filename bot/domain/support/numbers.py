"""Which help lines stand under which answer, in the order of `helplines.yaml`."""

from bot.domain.speech import Numbers
from content.content import Content
from content.schema import Category, HelpLine, Severity

_MOST = 5
"""Lines that a frightened child can still take in; a choice of ours, to be tried with children."""


def numbers_for(
    content: Content, severity: Severity, categories: tuple[Category, ...], languages: tuple[str, ...]
) -> Numbers:
    """The lines for a severity and its categories.

    In an emergency the lines for emergencies come first; otherwise those that know the subject.
    """

    def distance(one: HelpLine) -> bool:
        first = severity in one.severities if severity is Severity.EMERGENCY else _knows(one, categories)
        return not first

    lines = _in_order(content, languages)
    fitting = [one for one in lines if severity in one.severities or _knows(one, categories)]
    chosen = tuple(sorted(fitting, key=distance)[:_MOST])
    return Numbers(chosen, brief=severity.rank >= Severity.URGENT.rank)


def _knows(one: HelpLine, categories: tuple[Category, ...]) -> bool:
    return any(category in one.categories for category in categories)


def numbers_for_help(content: Content, languages: tuple[str, ...]) -> Numbers:
    """The lines of the Help now screen: for danger first, then for a disclosure."""
    wanted = (Severity.EMERGENCY, Severity.URGENT)
    lines = [one for one in _in_order(content, languages) if any(each in one.severities for each in wanted)]
    return Numbers(tuple(lines[:_MOST]))


def _in_order(content: Content, languages: tuple[str, ...]) -> list[HelpLine]:
    """Lines that speak to a reader of one of these languages, in the order of the file."""
    spoken = [one for one in content.helplines if not one.readers or set(languages) & set(one.readers)]
    return sorted(spoken, key=lambda one: one.order)
