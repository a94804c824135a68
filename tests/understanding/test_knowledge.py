"""The word files, and what is refused in them."""

import shutil
from pathlib import Path

import pytest

from bot.understanding import Understanding
from bot.understanding.distress.rules import RuleBook
from bot.understanding.knowledge import FOLDER, Knowledge, load
from bot.understanding.slots import Slot, parse
from content.content import Content


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "understanding"))


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_every_category_has_patterns(knowledge: Knowledge) -> None:
    assert len({pack.category for pack in knowledge.packs}) == 8


def test_lists_are_written_out_where_they_are_included(knowledge: Knowledge) -> None:
    assert set(knowledge.sets["family"]) < set(knowledge.sets["offender"])


def test_a_list_that_includes_itself_is_refused(folder: Path) -> None:
    append(folder / "words.yaml", "  loop: [<loop>]\n")
    with pytest.raises(ValueError, match="loop"):
        load(folder)


def test_a_list_defined_twice_is_refused(folder: Path) -> None:
    pack = folder / "patterns" / "bullying.yaml"
    pack.write_text(
        pack.read_text(encoding="utf-8").replace("sets:\n", "sets:\n  me: [x]\n"), encoding="utf-8"
    )
    with pytest.raises(ValueError, match="twice"):
        load(folder)


def test_a_pattern_without_a_counterexample_is_refused(folder: Path) -> None:
    pattern = "  - {id: lonely, severity: urgent, match: [x], finds: [x], leaves: []}\n"
    append(folder / "patterns" / "bullying.yaml", pattern)
    with pytest.raises(ValueError, match="leaves"):
        load(folder)


def test_broken_yaml_is_refused_with_its_file(folder: Path) -> None:
    (folder / "slang.yaml").write_text("a: [", encoding="utf-8")
    with pytest.raises(ValueError, match=r"slang\.yaml"):
        load(folder)


def test_every_name_in_braces_with_an_underscore_is_a_word_list(knowledge: Knowledge) -> None:
    names: set[str] = set()

    def collect(name: str) -> str:
        names.add(name)
        return name

    for pack in knowledge.packs:
        for pattern in pack.patterns:
            for line in pattern.match:
                parse(line, collect)
    assert {n for n in names if "_" in n} <= set(knowledge.sets)


def test_an_optional_slot_makes_two_lines() -> None:
    assert len(parse("{a} {b}?", str)) == 2


def test_dots_set_the_gap_of_the_next_slot() -> None:
    (line,) = parse("{a} .. {b|c}", str)
    assert line.rows == ((Slot(("a",), 0), Slot(("b", "c"), 4)),)


def test_an_empty_slot_is_refused() -> None:
    with pytest.raises(ValueError, match="slot"):
        parse("{}", str)


def test_a_rule_book_has_a_rule_for_every_phrase_and_pattern(
    content: Content, knowledge: Knowledge, reader: Understanding
) -> None:
    phrases = sum(len(pack.phrases) for pack in content.distress)
    patterns = sum(len(pack.patterns) for pack in knowledge.packs)
    book = RuleBook(knowledge, content.distress, reader._readings, reader._views.dictionary)
    assert len(book.rules) == phrases + patterns
