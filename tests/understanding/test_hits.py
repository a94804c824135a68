"""Patterns counted by what they find among taught messages."""

import pytest
from rich.console import Console

from bot.cli_patterns import table
from bot.understanding.distress.finding import Finding
from bot.understanding.hits import STRONG, Hits, counted
from content.schema import Category, Severity
from content.teaching import Message


def message(text: str, severity: Severity) -> Message:
    return Message("messages/a.csv", 2, severity, "", (), text)


def find(text: str) -> list[Finding]:
    """Each word is a pattern; a capital one is strong, one with a question mark a concern."""
    return [
        Finding(
            word.strip("?").lower(),
            Category.VIOLENCE,
            Severity.CONCERN if word.endswith("?") else Severity.URGENT,
            word,
            other=False,
            strong=word[0].isupper(),
        )
        for word in text.split()
    ]


MESSAGES = [
    message("hit hit", Severity.URGENT),
    message("hit", Severity.NONE),
    message("Chained", Severity.EMERGENCY),
    message("Chained hit", Severity.CONCERN),
    message("hit? Chained", Severity.NONE),
]


def test_each_message_counts_once_by_what_it_really_tells() -> None:
    hits = counted(MESSAGES, find)
    assert Hits("hit", strong=False, harmless=1, concern=1, grave=1) in hits
    assert Hits("chained", strong=True, harmless=1, concern=1, grave=1) in hits


def test_a_mere_concern_is_no_hit() -> None:
    assert counted([message("hit?", Severity.NONE)], find) == []


def test_the_most_mistaken_stands_first() -> None:
    hits = counted([*MESSAGES, message("hit", Severity.NONE)], find)
    assert [one.name for one in hits] == ["hit", "chained"]


@pytest.mark.parametrize(("harmless", "too_strong"), [(1, False), (2, True)])
def test_a_strong_pattern_is_wrong_at_most_once_in_seven(harmless: int, *, too_strong: bool) -> None:
    one = Hits("a", strong=True, harmless=harmless, concern=0, grave=7 - harmless)
    assert one.mistaken == pytest.approx(harmless * STRONG)
    assert one.too_strong is too_strong
    assert not Hits("a", strong=False, harmless=9, concern=0, grave=0).too_strong


def test_the_table_leaves_out_what_found_too_little() -> None:
    console = Console(width=100, record=True)
    console.print(table([Hits("rare", True, 4, 0, 0), Hits("wrong", True, 4, 0, 4)]))  # noqa: FBT003
    shown = console.export_text()
    assert "rare" not in shown
    assert "too strong" in shown
    assert "50%" in shown
