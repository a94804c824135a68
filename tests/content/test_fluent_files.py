"""Fluent files: lines, variables and every text that a message can become."""

from content.fluent_files import PLACEHOLDER, all_variables, by_key, parse_fluent

TEXT = """# comment
-brand = Phuean
hello = Hi { $name }, { -brand } is here
points =
    { $count ->
        [one] a point
       *[other] { $count } points
    } for { hello }
quoted = { "<" }x
"""


def test_it_knows_the_line_of_each_message() -> None:
    parsed, _ = parse_fluent("f.ftl", TEXT)
    assert [(entry.key, entry.line) for entry in parsed.entries] == [
        ("-brand", 2),
        ("hello", 3),
        ("points", 4),
        ("quoted", 9),
    ]


def test_it_counts_the_variables_of_what_a_message_includes() -> None:
    parsed, _ = parse_fluent("f.ftl", TEXT)
    assert all_variables("points", by_key([parsed])) == {"count", "name"}


def test_it_ends_when_messages_include_each_other() -> None:
    parsed, _ = parse_fluent("f.ftl", "a = { b } { $x }\nb = { a } { $y }\n")
    assert all_variables("a", by_key([parsed])) == {"x", "y"}


def test_it_renders_every_variant() -> None:
    parsed, _ = parse_fluent("f.ftl", TEXT)
    assert list(by_key([parsed])["points"].renderings()) == [
        f"a point for {PLACEHOLDER}",
        f"{PLACEHOLDER} points for {PLACEHOLDER}",
    ]


def test_it_renders_literals_as_what_they_say() -> None:
    parsed, _ = parse_fluent("f.ftl", TEXT)
    assert list(by_key([parsed])["quoted"].renderings()) == ["<x"]


def test_it_knows_on_which_line_the_words_of_a_message_begin() -> None:
    parsed, _ = parse_fluent("f.ftl", "a = x\nb =\n    y\n    z\nc =\n    { $d } y\n")
    assert [entry.text_line for entry in parsed.entries] == [1, 3, 6]


def test_it_does_not_guess_lines_where_there_are_variants() -> None:
    parsed, _ = parse_fluent("f.ftl", TEXT)
    assert by_key([parsed])["points"].text_line is None


def test_it_keeps_the_first_of_two_messages_with_one_key() -> None:
    parsed, _ = parse_fluent("f.ftl", "a = first\na = second\n")
    assert list(by_key([parsed])["a"].renderings()) == ["first"]


def test_it_tells_of_junk_with_its_line_and_keeps_the_rest() -> None:
    parsed, problems = parse_fluent("f.ftl", "a = x\nb = { $\nc = y\n")
    assert [(problem.file, problem.line) for problem in problems] == [("f.ftl", 2)]
    assert [entry.key for entry in parsed.entries] == ["a", "c"]
