"""YAML is read as its author wrote it, and every value knows its line."""

import pytest

from content.yaml_lines import read_yaml


def test_it_keeps_every_scalar_as_it_was_written() -> None:
    text = "a: no\nb: 1300\nc: 12:00\nd: 0812\ne: 2026-01-02\n"
    assert read_yaml("f", text).data == {"a": "no", "b": "1300", "c": "12:00", "d": "0812", "e": "2026-01-02"}


@pytest.mark.parametrize("nothing", ["", " ~", " null"])
def test_it_reads_an_empty_value_as_nothing(nothing: str) -> None:
    assert read_yaml("f", f"a:{nothing}\n").data == {"a": None}


def test_it_reads_quoted_emptiness_as_text() -> None:
    assert read_yaml("f", 'a: ""\n').data == {"a": ""}


def test_it_knows_the_line_of_a_value_deep_inside() -> None:
    read = read_yaml("f", "a:\n  - b: 1\n    c: 2\n  - b: 3\n")
    assert [read.lines.at(("a", 0, "c")), read.lines.at(("a", 1, "b"))] == [3, 4]


def test_it_passes_over_parts_of_a_place_that_the_file_lacks() -> None:
    read = read_yaml("f", "steps:\n  - id: x\n    options:\n      - id: y\n")
    assert read.lines.at(("steps", 0, "question", "options", 0, "because")) == 4


def test_it_knows_which_values_keep_their_line_breaks() -> None:
    assert read_yaml("f", "a: |\n  x\nb: >\n  x\n").lines.blocks == {("a",)}


def test_it_reads_an_empty_file_as_nothing() -> None:
    assert read_yaml("f", "").data is None


@pytest.mark.parametrize("text", ["a: b: c", "a: [", "a: \x07", "\t- a", "? [x\n"])
def test_it_tells_of_what_is_no_yaml_instead_of_raising(text: str) -> None:
    assert "not readable as YAML" in read_yaml("f", text).problems[0].message


def test_it_refuses_nesting_that_would_exhaust_the_stack() -> None:
    assert read_yaml("f", "a: 1\nb: " + "[" * 100).problems[0].message.endswith("nested too deeply")
