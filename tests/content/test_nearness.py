"""Near texts are found, all of them and no others."""

import json
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from content.__main__ import app
from content.nearness import Texts, grams, share_much
from content.normalise import same_form
from tests.content.tiny_tree import plant

TOLD = "understanding/messages/plain_girl.csv"


def test_a_text_with_a_few_letters_changed_is_nearly_the_same() -> None:
    assert Texts(["other", "where do i begin the lesson"]).near("where do i begin the lessons?") == 1


def test_a_text_on_the_same_thing_in_other_words_is_not() -> None:
    assert Texts(["where do i begin the lesson"]).near("how can i start learning") is None


def test_the_same_words_in_another_order_are_nearly_the_same() -> None:
    assert Texts(["my uncle in the kitchen, last night"]).near("last night my uncle in the kitchen") == 0


def test_spaces_signs_and_capitals_make_no_difference() -> None:
    assert Texts(["Where do I begin?"]).near("where do i  begin") == 0


@pytest.mark.parametrize("text", ["", "🌱", "a"])
def test_a_text_without_three_letters_is_near_to_itself_alone(text: str) -> None:
    known = Texts(["b", "🌱🌱", text])
    assert known.near(text) == 2
    assert list(known.repeated()) == []


def test_nothing_is_near_among_no_texts() -> None:
    assert Texts([]).near("where do i begin") is None


LONG = "abcdefghijklmnopqrstuvwxyz0123456789กขคงจฉชซฌญฎฏ"
ENDS = st.tuples(st.integers(0, len(LONG)), st.integers(0, len(LONG)))
PIECES = ENDS.map(lambda ends: LONG[min(ends) : max(ends)])
"""Pieces of one long text: any two share a few 3-grams, or many, or all of the smaller one."""
TEXTS = st.lists(st.text("abก่", max_size=14), max_size=14) | st.lists(PIECES, max_size=14)


@given(TEXTS)
def test_it_finds_the_pairs_that_a_comparison_of_each_with_each_finds(texts: list[str]) -> None:
    sets = [grams(same_form(text)) for text in texts]
    wanted = {(b, a) for a, b in combinations(range(len(sets)), 2) if share_much(sets[a], sets[b])}
    found = list(Texts(texts).repeated())
    assert set(found) == wanted
    assert len(found) == len(wanted)


@pytest.mark.parametrize("length", [12, 22, 42])
def test_it_finds_a_pair_whatever_part_is_shared(length: int) -> None:
    for shift in range(len(LONG) - length + 1):
        texts = [LONG[:length], LONG[shift : shift + length]]
        near = share_much(*(grams(text) for text in texts))
        assert list(Texts(texts).repeated()) == [(1, 0)] * near, shift


@given(TEXTS, st.text("abก่", max_size=14) | PIECES)
def test_it_finds_a_text_where_one_shares_as_much(texts: list[str], asked: str) -> None:
    wanted = grams(same_form(asked))
    sharing = [place for place, text in enumerate(texts) if share_much(wanted, grams(same_form(text)))]
    found = Texts(texts).near(asked)
    assert found == sharing[0] if sharing else found not in sharing


def rows(folder: Path, *texts: str) -> str:
    file = folder / "rows.jsonl"
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("he is breaking down my door, right now!", f"{TOLD}:2"),
        ("whom could I speak with?", "understanding/questions/plain_girl.csv:2"),
        ("violence english 1", "distress/violence.yaml"),
        ("who_to_tell phrasing 1", "th/faq/help.yaml"),
        ("a pattern finds this sentence", "understanding/patterns/violence.yaml:8"),
        ("a pattern leaves that thing", "understanding/patterns/violence.yaml:9"),
    ],
)
def test_the_command_lists_a_row_that_is_nearly_taught(
    root: Path, tmp_path: Path, text: str, where: str
) -> None:
    (root / "understanding" / "patterns" / "violence.yaml").write_text(
        "category: violence\npatterns:\n  - id: one\n    severity: urgent\n    match: [me]\n"
        "    finds:\n      - nothing that anybody asks for\n      - a pattern finds this sentence\n"
        "    leaves: [a pattern leaves that thing]\n",
        encoding="utf-8",
    )
    file = rows(tmp_path, "the weather is nice", text)
    result = CliRunner().invoke(app, ["near", file, "--root", str(root)])
    assert result.exit_code == 1
    assert f"{file}:2: nearly {where}" in result.output
    assert f"{file}:1:" not in result.output


def test_the_command_exits_with_0_when_no_row_is_nearly_taught(root: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["near", rows(tmp_path, "the weather is nice"), "--root", str(root)])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("line", ["not json", "[]", '{"words": "x"}'])
def test_the_command_refuses_a_file_that_holds_no_texts(root: Path, tmp_path: Path, line: str) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(f"{line}\n", encoding="utf-8")
    assert CliRunner().invoke(app, ["near", str(file), "--root", str(root)]).exit_code == 2


def test_the_command_lists_taught_rows_that_cannot_be_read(root: Path, tmp_path: Path) -> None:
    plant(root, TOLD, "concern,", "worry,")
    result = CliRunner().invoke(app, ["near", rows(tmp_path, "x"), "--root", str(root)])
    assert result.exit_code == 1
    assert f"{TOLD}:4:" in result.output
