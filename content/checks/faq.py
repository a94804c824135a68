"""FAQ: the same topics in every language, enough ways to ask, and ways on that lead somewhere."""

from collections.abc import Iterator

from content.problems import Problem
from content.schema import FaqEntry, FaqGroup
from content.tree import DEFAULT_LANGUAGE, Sheet, Tree
from content.yaml_lines import Place

LEAST_PHRASINGS = {"th": 15}
LEAST_PHRASINGS_ELSEWHERE = 8


def check(tree: Tree) -> Iterator[Problem]:
    """Faults of each entry, then differences from the default language."""
    for language in tree.languages:
        yield from _repeated(tree, language)
        for sheet, place, entry in tree.entries(language):
            yield from _phrasings(sheet, place, entry, language)
            yield from _ways_on(tree, language, sheet, place, entry)
    for language in tree.other_languages:
        yield from _missing(tree, DEFAULT_LANGUAGE, language)
        yield from _missing(tree, language, DEFAULT_LANGUAGE)
        yield from _differences(tree, language)


def _ids(tree: Tree, language: str) -> frozenset[str]:
    return frozenset(entry.id for _, _, entry in tree.entries(language))


def _repeated(tree: Tree, language: str) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for sheet, place, entry in tree.entries(language):
        if entry.id in first:
            yield sheet.problem((*place, "id"), f"the topic {entry.id!r} stands already in {first[entry.id]}")
        first.setdefault(entry.id, sheet.file)


def _phrasings(sheet: Sheet[FaqGroup], place: Place, entry: FaqEntry, language: str) -> Iterator[Problem]:
    least = LEAST_PHRASINGS.get(language, LEAST_PHRASINGS_ELSEWHERE)
    if len(entry.phrasings) < least:
        found = f"{len(entry.phrasings)} phrasings of {entry.id!r}"
        yield sheet.problem((*place, "phrasings"), f"{found}, at least {least}")


def _ways_on(
    tree: Tree, language: str, sheet: Sheet[FaqGroup], place: Place, entry: FaqEntry
) -> Iterator[Problem]:
    for number, topic in enumerate(entry.related):
        if topic == entry.id or (
            topic not in _ids(tree, language) and not tree.has_broken(f"{language}/faq")
        ):
            yield sheet.problem(
                (*place, "related", number), f"related topic {topic!r}: no other topic has this id"
            )
    lessons = {lesson.value.id for lesson in tree.lessons[language]}
    wanted = entry.next.lesson
    if (entry.next.kind == "lesson") != (wanted is not None):
        yield sheet.problem((*place, "next"), "next: kind 'lesson' and only it names a lesson")
    elif wanted and wanted not in lessons and not tree.has_broken(f"{language}/lessons/{wanted}.yaml"):
        yield sheet.problem((*place, "next", "lesson"), f"next: there is no lesson {wanted!r}")


def _missing(tree: Tree, wanted: str, language: str) -> Iterator[Problem]:
    """Topics of one language that another lacks; not told while a file there is broken and may hold them."""
    if language not in tree.languages or wanted not in tree.languages or tree.has_broken(f"{language}/faq"):
        return
    there = _ids(tree, language)
    for sheet, place, entry in tree.entries(wanted):
        if entry.id not in there:
            yield sheet.problem((*place, "id"), f"the topic {entry.id!r} is missing in {language!r}")


def _differences(tree: Tree, language: str) -> Iterator[Problem]:
    wanted = {entry.id: entry for _, _, entry in tree.entries(DEFAULT_LANGUAGE)}
    for sheet, place, entry in tree.entries(language):
        other = wanted.get(entry.id, entry)
        if entry.next != other.next:
            yield sheet.problem(
                (*place, "next"), f"{entry.id!r} leads elsewhere than in {DEFAULT_LANGUAGE!r}"
            )
        if entry.checks_in != other.checks_in:
            yield sheet.problem(
                (*place, "checks_in"), f"{entry.id!r}: checks_in differs from {DEFAULT_LANGUAGE!r}"
            )
