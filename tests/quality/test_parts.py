"""The report tells what it must of open sets, and nothing but figures of closed ones."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from rich.console import Console

from bot.domain.judgement import Band
from content.schema import Severity
from tests.quality import parts, printing
from tests.quality.measuring import Beside, Measured
from tests.quality.readings import Read, Replied, Reply, Verdict
from tests.quality.sets import FINAL, HELDOUT, Asked, Sets, Told

N, U = Severity.NONE, Severity.URGENT
SECRET = "words of a [row]"


def told(line: int, label: Severity, lang: str = "th") -> Told:
    about = None if label is N else "self"
    return Told(line, SECRET, label, frozenset({label}), (), about, lang, "plain", lookalike=False)


ROWS = (
    *(told(line, U) for line in range(1, 101)),
    *(told(line, U, "en") for line in range(101, 151)),
    told(151, N),
)
"""Read below as urgent but for 20 of the 50 in English: 86.7 % of all and 60 % of those."""
QUESTIONS = (Asked(1, SECRET, "en", ("a",)), Asked(2, SECRET, "en", ()))


def measured() -> Measured:
    reads = [Read(r, Verdict(N if r.line > 130 else U), 1.0) for r in ROWS]
    return Measured(reads, [Replied(row, Reply(Band.ANSWER, ("b",)), 1.0) for row in QUESTIONS])


def report(name: str) -> dict[str, Any]:
    modes = {"trained": measured(), "letters": measured(), "lexical": measured()}
    both = parts.both(Sets(name, ROWS, QUESTIONS), modes, Beside({}, {}))
    return {"sets": {name: both}, "voices": {}, "left_out": ["plain e5 is left out"]}


def printed(whole: Mapping[str, Any], *, texts: bool) -> str:
    console = Console(width=140, markup=False, emoji=False, highlight=False)
    with console.capture() as capture:
        printing.show(whole, console, texts=texts)
    return capture.get()


def test_every_mode_stands_beside_the_others_with_counts_and_interval() -> None:
    lines = printed(report(HELDOUT), texts=False).splitlines()
    assert next(line for line in lines if "trained" in line).split() == ["trained", "letters", "lexical"]
    shares = next(line for line in lines if "escalation_recall" in line)
    assert shares.count("86.7 % (130/150) [80–91]") == 3


def test_a_large_slice_that_is_far_worse_than_the_whole_is_marked() -> None:
    assert {"kind": "lang", "slice": "en", "figure": "escalation_recall"} in report(HELDOUT)["sets"][HELDOUT][
        "distress"
    ]["weak"]
    assert "60.0 % (30/50) [46–72] !" in printed(report(HELDOUT), texts=False)
    assert "100.0 % (100/100) [96–100] !" not in printed(report(HELDOUT), texts=False)


def test_misses_are_named_by_their_lines() -> None:
    words = " ".join(printed(report(HELDOUT), texts=False).split())
    assert f"urgent read as none: {', '.join(map(str, range(131, 151)))}" in words
    assert "in scope, band answer: 1" in words
    assert "out of scope, band answer: 2" in words
    assert SECRET not in words


def test_the_words_of_an_open_set_are_shown_when_asked_for() -> None:
    assert SECRET in printed(report(HELDOUT), texts=True)
    assert SECRET in json.dumps(parts.as_plain(report(HELDOUT), texts=True))


@pytest.mark.parametrize("texts", [False, True])
def test_of_a_closed_set_nothing_but_figures_is_told(*, texts: bool) -> None:
    whole = report(FINAL)
    words = printed(whole, texts=texts)
    assert "86.7 % (130/150)" in words
    assert SECRET not in words
    assert "by line" not in words
    held = json.dumps(parts.as_plain(whole, texts=texts))
    assert SECRET not in held
    assert "misses" not in held


def test_a_row_that_an_error_shows_does_not_show_its_words() -> None:
    assert SECRET not in repr((ROWS[0], QUESTIONS[0], measured()))


def test_what_is_left_out_is_said() -> None:
    assert "plain e5 is left out" in printed(report(HELDOUT), texts=False)
