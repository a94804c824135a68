"""Distress phrases: every category, and enough of them."""

from collections import Counter
from collections.abc import Iterator

from content.problems import Problem
from content.schema import Category, DistressPack, Severity
from content.tree import Sheet, Tree

LEAST_PHRASES = {"th": 20, "en": 10}


def check(tree: Tree) -> Iterator[Problem]:
    """Categories without a file, files with too few phrases, phrases without urgency."""
    present = {sheet.value.category for sheet in tree.distress}
    for category in Category:
        file = f"distress/{category}.yaml"
        if category not in present and not tree.has_broken(file):
            yield Problem(file, 1, f"missing: the category {category} has no phrases")
    for sheet in tree.distress:
        yield from _pack(sheet)


def _pack(sheet: Sheet[DistressPack]) -> Iterator[Problem]:
    counts = Counter[str](phrase.lang for phrase in sheet.value.phrases)
    for language, least in LEAST_PHRASES.items():
        found = counts[language]
        if found < least:
            yield sheet.problem(("phrases",), f"{found} phrases in {language!r}, at least {least}")
    for number, phrase in enumerate(sheet.value.phrases):
        if phrase.severity is Severity.NONE:
            yield sheet.problem(("phrases", number, "severity"), "a distress phrase cannot be 'none'")
