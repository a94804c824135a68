"""Help lines: complete in every language, well formed, and one for every child in danger."""

import re
from collections.abc import Callable, Iterator

from content.contacts import hosts, number
from content.passages import PER_LANGUAGE
from content.problems import Problem
from content.schema import HelpLine, Severity
from content.tree import HelpLines, Sheet, Tree
from content.yaml_lines import Place

_PHONE = re.compile(r"\+?[\d ()-]+")
_ACCOUNT = re.compile(r"@[\w.-]+")

_WELL_FORMED: dict[str, Callable[[str], bool]] = {
    "phone": lambda contact: _PHONE.fullmatch(contact) is not None and 3 <= len(number(contact)) <= 15,
    "line_app": lambda contact: _ACCOUNT.fullmatch(contact) is not None,
    "web": lambda contact: " " not in contact and len(list(hosts(contact))) == 1,
}
_EXAMPLES = {
    "phone": "a phone number",
    "line_app": "an account like @name",
    "web": "a host or an https:// link",
}


def check(tree: Tree) -> Iterator[Problem]:
    """Faults of each line, and severities for which no number can be called."""
    for sheet, place, line in tree.lines():
        yield from _texts(tree, sheet, place, line)
        yield from _readers(tree, sheet, place, line)
        if not _WELL_FORMED[line.kind](line.contact):
            yield sheet.problem(
                (*place, "contact"), f"contact {line.contact!r} is not {_EXAMPLES[line.kind]}"
            )
    if tree.helplines is not None:
        yield from _repeated(tree.helplines)
        for language in tree.languages:
            yield from _unanswered(tree.helplines, language)


def _texts(tree: Tree, sheet: Sheet[HelpLines], place: Place, line: HelpLine) -> Iterator[Problem]:
    for field in PER_LANGUAGE:
        texts = getattr(line, field)
        for language in tree.languages:
            if language not in texts:
                yield sheet.problem((*place, field), f"{line.id}.{field} is missing in {language!r}")
        for language in sorted(texts.keys() - set(tree.languages)):
            yield sheet.problem(
                (*place, field, language), f"{line.id}.{field}: unknown language {language!r}"
            )


def _readers(tree: Tree, sheet: Sheet[HelpLines], place: Place, line: HelpLine) -> Iterator[Problem]:
    for position, reader in enumerate(line.readers):
        if reader not in tree.languages:
            told = f"{line.id}.readers: unknown language {reader!r}"
            yield sheet.problem((*place, "readers", position), told)


def _repeated(sheet: Sheet[HelpLines]) -> Iterator[Problem]:
    for field in ("id", "order", "contact"):
        values = [getattr(line, field) for line in sheet.value.lines]
        for position, value in enumerate(values):
            if value in values[:position]:
                yield sheet.problem(("lines", position, field), f"the {field} {value!r} stands twice")


def _unanswered(sheet: Sheet[HelpLines], language: str) -> Iterator[Problem]:
    shown = [line for line in sheet.value.lines if not line.readers or language in line.readers]
    for severity in (Severity.URGENT, Severity.EMERGENCY):
        if not any(line.kind == "phone" and severity in line.severities for line in shown):
            told = f"no phone line for the severity {severity} is shown to readers of {language!r}"
            yield sheet.problem(("lines",), told)
