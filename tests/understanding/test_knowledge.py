"""The word files that are shipped, and the notation of patterns."""

import re
from pathlib import Path

import pytest

import bot.understanding
from bot.understanding import Understanding
from bot.understanding.distress.rules import RuleBook
from content.checks.screen import NEEDED
from content.content import Content
from content.knowledge import Knowledge
from content.notation import Slot, parse

ASKED_FOR = re.compile(r"""(?:places\.get\(|_lists\[|knowledge\.sets\[)"(?!caution_)(\w+)\"""")


def test_every_category_has_patterns(knowledge: Knowledge) -> None:
    assert len({pack.category for pack in knowledge.packs}) == 8


def test_lists_are_written_out_where_they_are_included(knowledge: Knowledge) -> None:
    assert set(knowledge.sets["family"]) < set(knowledge.sets["offender"])


def test_the_check_asks_for_every_list_that_code_asks_for() -> None:
    code = Path(str(bot.understanding.__file__)).parent.rglob("*.py")
    asked = {name for path in code for name in ASKED_FOR.findall(path.read_text(encoding="utf-8"))}
    assert asked == set(NEEDED)


def test_an_optional_slot_makes_two_lines() -> None:
    assert len(parse("{a} {b}?", str)) == 2


def test_dots_set_the_gap_of_the_next_slot() -> None:
    (line,) = parse("{a} .. {b|c}", str)
    assert line.rows == ((Slot(("a",), 0), Slot(("b", "c"), 4)),)


def test_an_empty_slot_is_refused() -> None:
    with pytest.raises(ValueError, match="slot"):
        parse("{}", str)


@pytest.mark.parametrize("line", ["me} .. hit", "hit {me", "a & b}"])
def test_a_brace_that_stands_alone_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="a brace stands alone"):
        parse(line, str)


def test_a_rule_book_has_a_rule_for_every_phrase_and_pattern(
    content: Content, knowledge: Knowledge, reader: Understanding
) -> None:
    phrases = sum(len(pack.phrases) for pack in content.distress)
    patterns = sum(len(pack.patterns) for pack in knowledge.packs)
    book = RuleBook(knowledge, content.distress, reader._readings, reader._views.dictionary)
    assert len(book.rules) == phrases + patterns
