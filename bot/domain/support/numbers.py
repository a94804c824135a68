"""Which help lines stand under which answer, in the order of `helplines.yaml`."""

from bot.domain.speech import Numbers
from content.content import Content
from content.schema import Category, HelpLine, Severity

_MOST = 5
"""Lines that a frightened child can still take in; a choice of ours, to be tried with children."""
_MOST_ON_HELP = 7
"""All that a child may need from there: six for everybody, and one for who speaks no Thai."""


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
    """The lines of the Help now screen: for danger first, then for despair and for a disclosure."""

    def fits(one: HelpLine) -> bool:
        return _for_danger(one) or Severity.URGENT in one.severities or _knows(one, (Category.SELF_HARM,))

    lines = filter(fits, _in_order(content, languages))
    return Numbers(tuple(sorted(lines, key=lambda one: not _for_danger(one))[:_MOST_ON_HELP]))


def _for_danger(one: HelpLine) -> bool:
    return Severity.EMERGENCY in one.severities


def _in_order(content: Content, languages: tuple[str, ...]) -> list[HelpLine]:
    """Lines that speak to a reader of one of these languages, in the order of the file."""
    spoken = [one for one in content.helplines if not one.readers or set(languages) & set(one.readers)]
    return sorted(spoken, key=lambda one: one.order)
