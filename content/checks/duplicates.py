"""The same words twice: which topic or how urgent it is would be left to chance."""

from collections.abc import Iterator

from content.normalise import same_form
from content.problems import Problem
from content.schema import DistressPack, DistressPhrase
from content.tree import Sheet, Tree

Seen = tuple[Sheet[DistressPack], int, DistressPhrase]


def check(tree: Tree) -> Iterator[Problem]:
    """Phrasings that stand twice in a language, and distress phrases that contradict or repeat another."""
    for language in tree.languages:
        yield from _phrasings(tree, language)
    first: dict[str, Seen] = {}
    for sheet in tree.distress:
        for number, phrase in enumerate(sheet.value.phrases):
            before = first.setdefault(same_form(phrase.text), (sheet, number, phrase))
            yield from _phrase((sheet, number, phrase), before)


def _phrasings(tree: Tree, language: str) -> Iterator[Problem]:
    first: dict[str, tuple[str, str]] = {}
    for sheet, place, entry in tree.entries(language):
        for number, phrasing in enumerate(entry.phrasings):
            here = (*place, "phrasings", number)
            where = f"{sheet.file}:{sheet.lines.at(here)}"
            topic, before = first.setdefault(same_form(phrasing), (entry.id, where))
            if before != where:
                yield sheet.problem(here, f"the phrasing {phrasing!r} stands already in {topic!r} ({before})")


def _phrase(here: Seen, before: Seen) -> Iterator[Problem]:
    sheet, number, phrase = here
    other_sheet, other_number, other = before
    if here is before or (sheet, number) == (other_sheet, other_number):
        return
    where = f"{other_sheet.file}:{other_sheet.lines.at(('phrases', other_number))}"
    if phrase.severity is not other.severity:
        told = f"{phrase.text!r} is {phrase.severity} here but {other.severity} in {where}"
        yield sheet.problem(("phrases", number), told)
    elif sheet is other_sheet:
        yield sheet.problem(("phrases", number), f"the phrase {phrase.text!r} stands already in {where}")
