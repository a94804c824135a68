"""Words live in content/, code holds only their keys: each key exists, and each is used."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.domain.inputs import MediaKind
from bot.domain.learning.answers import NO, YES
from bot.domain.learning.progress import PracticeKind, Stage
from bot.domain.state import CaseStatus, Role
from bot.telegram.names import CHILD_COMMANDS, GROUP_COMMANDS, STAFF_COMMANDS
from bot.understanding.scripts import NAMED, OTHER
from content.fluent_files import all_variables, by_key
from content.loader import CONTENT_ROOT
from content.reading import read_tree
from content.schema import AgeBand, Category, EndKind, HelpLine, Severity
from tests import shared

PROJECT = CONTENT_ROOT.parent
KEBAB = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
THAI = re.compile("[\u0e00-\u0e7f]")
SAYING = {"line": 0, "Line": 0, "_say": 1, "say": 1}
"""Functions that take a key, and at which position it stands."""


def kebab(values: object) -> frozenset[str]:
    return frozenset(str(value).replace("_", "-") for value in values)  # type: ignore[attr-defined]


URGENCIES = kebab(severity for severity in Severity if severity is not Severity.NONE)
BUILT = {
    "about-": frozenset({"self", "other"}),
    "button-age-": kebab(AgeBand),
    "button-answer-": frozenset({YES, NO}),
    "button-remind-": frozenset({"on", "off"}),
    "case-state-": kebab(CaseStatus),
    "case-title-": URGENCIES,
    "category-": kebab(Category),
    "check-went-": frozenset({"most", "some", "few"}),
    "command-": frozenset({*CHILD_COMMANDS, *GROUP_COMMANDS}),
    "staff-command-": frozenset(STAFF_COMMANDS),
    "figures-practice-": kebab(PracticeKind),
    "help-line-": kebab(HelpLine.model_fields["kind"].annotation.__args__),  # type: ignore[union-attr]
    "lesson-probe-": frozenset({Stage.BEFORE, Stage.AFTER}),
    "media-kind-": kebab(MediaKind),
    "pattern-": kebab(pattern.id for pack in shared.content().knowledge.packs for pattern in pack.patterns)
    | {f"unread-{script}" for script in (*NAMED, OTHER)},
    "practice-heading-": kebab(PracticeKind),
    "staff-member-": kebab(Role),
    "story-end-": kebab(EndKind),
}
"""Keys that code builds from a prefix and the name of something that it knows."""


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (PROJECT / folder).rglob("*.py"))


@cache
def nodes(*folders: str) -> tuple[ast.AST, ...]:
    return tuple(
        node for path in sources(*folders) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )


def literals(*folders: str) -> set[str]:
    found = (node.value for node in nodes(*folders) if isinstance(node, ast.Constant))
    return {value for value in found if isinstance(value, str)}


def said() -> Iterator[str]:
    """Literal keys at the position where a saying function takes its key."""
    for node in nodes("bot"):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            place = SAYING.get(name, len(node.args))
            for argument in node.args[place : place + 1]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def filled() -> Iterator[tuple[str, frozenset[str]]]:
    """Literal keys with the names of the values that code hands over with them."""
    for node in nodes("bot"):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "line" and node.args:
            key = node.args[0]
            names = [keyword.arg for keyword in node.keywords]
            if isinstance(key, ast.Constant) and None not in names:
                yield str(key.value), frozenset(str(name) for name in names)


def prefixes() -> set[str]:
    """What f-strings of the thinking part begin with, where it looks like the beginning of a key."""
    starts = (
        node.values[0] for node in nodes("bot/domain") if isinstance(node, ast.JoinedStr) and node.values
    )
    values = {start.value for start in starts if isinstance(start, ast.Constant)}
    return {str(value) for value in values if re.fullmatch(r"(?:[a-z0-9]+-)+", str(value))}


@cache
def keys() -> frozenset[str]:
    tree, _ = read_tree(CONTENT_ROOT)
    return frozenset(key for key in by_key(tree.interface["th"]) if not key.startswith("-"))


def built() -> set[str]:
    return {prefix + ending for prefix, endings in BUILT.items() for ending in endings}


def included() -> set[str]:
    tree, _ = read_tree(CONTENT_ROOT)
    return {key for entry in by_key(tree.interface["th"]).values() for key in entry.references}


def test_it_has_a_text_for_every_key_that_code_says() -> None:
    assert sorted(set(said()) - keys()) == []


def test_it_has_a_text_for_every_key_that_the_thinking_part_names() -> None:
    named = {text for text in literals("bot/domain") if KEBAB.fullmatch(text)}
    assert sorted(named - keys()) == []


def test_it_fills_every_variable_of_a_text_and_no_other() -> None:
    tree, _ = read_tree(CONTENT_ROOT)
    entries = by_key(tree.interface["th"])
    wrong = [
        (key, names) for key, names in filled() if key in entries and names != all_variables(key, entries)
    ]
    assert wrong == []


def test_it_has_a_text_for_every_key_that_is_built() -> None:
    assert sorted(built() - keys()) == []


def test_it_knows_every_prefix_from_which_keys_are_built() -> None:
    assert sorted(prefixes() - BUILT.keys()) == []


def test_it_uses_every_text() -> None:
    assert sorted(keys() - literals("bot") - built() - included()) == []


@pytest.mark.parametrize("folder", ["bot", "content", "db"])
def test_it_keeps_thai_words_out_of_code(folder: str) -> None:
    with_thai = [str(path) for path in sources(folder) if THAI.search(path.read_text(encoding="utf-8"))]
    assert with_thai == []
