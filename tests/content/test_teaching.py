"""What the trained judge is taught from: each fault, planted alone, is told with its file and line."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from content import teaching
from content.__main__ import app
from content.checks.teaching import check
from content.loader import load
from content.problems import ContentError, Problem
from content.reading import read_tree
from content.schema import Category, Severity
from content.teaching import Message, Question, Talk
from tests import shared
from tests.content.fault import LINES, TH_FAQ, Fault
from tests.content.tiny_tree import line_of, plant

TOLD, ASKED = "understanding/messages/plain_girl.csv", "understanding/questions/plain_girl.csv"
TALKED = "understanding/talks/plain_girl.csv"
TALK = "we ordered fried rice,somebody honks at our gate"
VOICES = "understanding/voices.yaml"
NOODLES, UNCLE, DOOR = "we had noodles for lunch", "my uncle touched me last summer", "he is breaking down"
MOUNTAIN = "how high is the highest mountain"

FAULTS = [
    Fault("another column", TOLD, "kind,", "sort,", "severity,", "the columns are not severity, kind"),
    Fault("a column too many", TOLD, NOODLES, f"{NOODLES}, rice", "noodles", "more or fewer columns"),
    Fault("a column too few", ASKED, f"{MOUNTAIN},,", MOUNTAIN, MOUNTAIN, "more or fewer columns"),
    Fault("an unknown severity", TOLD, "concern,", "worry,", "worry", "'worry' is not a valid Severity"),
    Fault("an unknown category", TOLD, "bullying", "mocking", "mocking", "'mocking' is not a valid Category"),
    Fault("a grave message with a kind", TOLD, "emergency,,", "emergency,ordinary,", DOOR, "has a kind"),
    Fault("a harmless message without a kind", TOLD, "none,ordinary", "none,", NOODLES, "has a kind"),
    Fault("an unknown kind", TOLD, "none,ordinary", "none,usual", NOODLES, "has a kind"),
    Fault("a grave message of no category", TOLD, "violence", "", DOOR, "has categories"),
    Fault("a harmless message of a category", TOLD, "ordinary,", "ordinary,bullying", NOODLES, "categories"),
    Fault("no text", TOLD, NOODLES, " ", "none,ordinary", "the text is empty"),
    Fault("a talk of one message", TALKED, "we ordered fried rice", " ", "none,", "has earlier messages"),
    Fault("a talk without an end", TALKED, "his car is outside", "", "he drove", "the text is empty"),
    Fault("a talk of no category", TALKED, "grooming", "", "he drove", "has categories"),
    Fault("a number before the end", TALKED, "fried rice", "rice 081 234 5678", "rice", "someone's number"),
    Fault("a talk that is a message", TALKED, TALK, "my uncle,touched me last summer", "uncle", f"{TOLD}:3"),
    Fault("a reviewer without a date", TOLD, f"{NOODLES},", f"{NOODLES},Nok", NOODLES, "filled together"),
    Fault("a date without a reviewer", ASKED, f"{MOUNTAIN},,", f"{MOUNTAIN},,2025-01-31", MOUNTAIN, "filled"),
    Fault("no such day", ASKED, f"{MOUNTAIN},,", f"{MOUNTAIN},Nok,2025-02-30", MOUNTAIN, "is not a date"),
    Fault("an unknown topic", ASKED, "who_to_tell,", "whom_to_tell,", "whom could", "'whom_to_tell'"),
    Fault("an undescribed voice", VOICES, "plain_girl: a", "girl_two: a", "severity", "describes", TOLD),
    Fault("a voice of nobody", VOICES, "plain_girl", "boy: a\nplain_girl", "boy: a", "neither messages nor"),
    Fault("a voice without words", VOICES, " a girl of 12 who writes", "\n#", "topic", "describes", ASKED),
    Fault("a voice twice", VOICES, "plain_girl: a", "plain_girl: b\nplain_girl: a", "plain_girl: a", "twice"),
    Fault("a phone number", TOLD, NOODLES, f"{NOODLES} 081 234 5678", NOODLES, "may be someone's number"),
    Fault("a number abroad", TOLD, NOODLES, f"{NOODLES} +44 20 7946 0000", NOODLES, "someone's number"),
    Fault("a number in Thai digits", TOLD, NOODLES, "๐๘๑ ๒๓๔ ๕๖๗๘", "๐๘๑", "may be someone's number"),
    Fault("a link", ASKED, MOUNTAIN, "see www.example.com", "see", "example.com may be someone's page"),
    Fault("nearly the same message", TOLD, NOODLES, "My uncle: touched me last summer!", "My", f"{TOLD}:3"),
    Fault("a message that is also asked", ASKED, MOUNTAIN, f"{UNCLE} x", f"{UNCLE} x", f"{TOLD}:3"),
    Fault("a phrasing of the FAQ", ASKED, MOUNTAIN, "phone lines phrasing 1", "phone", "stands in th/faq"),
]  # fmt: skip

HARMLESS = [
    "555555555",
    "born 2012, class of 2024-2026",
    "i called 1300 191 1387",
    "call 02-113-6789",
    "it cost 25000 baht",
    "we had rice. then tea",
]


def problems(root: Path) -> list[Problem]:
    return list(check(read_tree(root)[0], root))


def test_it_finds_nothing_wrong_in_the_tiny_tree(root: Path) -> None:
    assert problems(root) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.replace(" ", "-"))
def test_it_tells_of_the_fault_with_its_file_and_line(root: Path, fault: Fault) -> None:
    plant(root, fault.file, fault.old, fault.new)
    file = fault.told_in or fault.file
    found = problems(root)
    line = line_of(root, file, fault.at)
    assert any((p.file, p.line) == (file, line) and fault.says in p.message for p in found), found


@pytest.mark.parametrize("harmless", HARMLESS)
def test_it_leaves_harmless_texts_alone(root: Path, harmless: str) -> None:
    plant(root, LINES, '"191"', '"1300"')
    plant(root, TOLD, NOODLES, f'"{harmless}"')
    assert [problem for problem in problems(root) if "191" not in problem.message] == []


def test_it_tells_of_bad_rows_of_messages_and_of_questions_at_once(root: Path) -> None:
    plant(root, TOLD, "concern,", "worry,")
    plant(root, ASKED, MOUNTAIN, "")
    assert {problem.file for problem in problems(root)} == {TOLD, ASKED}


def test_it_tells_of_a_file_that_nothing_reads(root: Path) -> None:
    (root / "understanding/messages/plain_girl.tsv").write_text("x", encoding="utf-8")
    assert [problem.message for problem in problems(root)] == ["not read: only .csv files belong here"]


def test_it_tells_of_a_file_that_is_not_utf_8(root: Path) -> None:
    (root / ASKED).write_bytes(b"topic,text,reviewer,reviewed_on\n,\xff,,\n")
    assert [problem.file for problem in problems(root)] == [ASKED]


def test_it_tells_that_the_voices_are_missing(root: Path) -> None:
    (root / VOICES).unlink()
    assert [(p.file, "cannot be read" in p.message) for p in problems(root)] == [(VOICES, True)]


def test_it_asks_for_no_topics_while_a_file_of_the_faq_is_broken(root: Path) -> None:
    plant(root, TH_FAQ, "title:", "titel:")
    assert problems(root) == []


def test_it_tells_of_a_near_text_once(root: Path) -> None:
    plant(root, TOLD, NOODLES, UNCLE)
    plant(root, TOLD, "this homework kills me", UNCLE)
    assert len(problems(root)) == 2


def test_the_bot_starts_without_what_only_training_needs(root: Path) -> None:
    plant(root, TOLD, "concern,", "worry,")
    assert load(root).languages == ("th", "en")


def test_a_row_carries_all_that_is_known_of_it(root: Path) -> None:
    plant(root, TOLD, f"{UNCLE},,", f"{UNCLE},Nok,2025-01-31")
    read = teaching.messages(root / "understanding")[1]
    kinds = (Category.SEXUAL_ABUSE, Category.SELF_HARM)
    assert read == Message(TOLD, 3, Severity.URGENT, "", kinds, UNCLE, "Nok", date(2025, 1, 31))
    assert read.voice == "plain_girl"
    talk = teaching.talks(root / "understanding")[0]
    assert talk.earlier == ("a man from my game lives in Rayong", "he drove all the way to see me")
    assert (talk.last, talk.severity, talk.voice) == ("his car is outside", Severity.EMERGENCY, "plain_girl")
    assert talk.text.splitlines() == [*talk.earlier, talk.last]
    assert teaching.questions(root / "understanding")[1] == Question(ASKED, 3, None, MOUNTAIN)


def test_all_bad_rows_are_told_at_once(root: Path) -> None:
    plant(root, TOLD, "concern,", "worry,")
    plant(root, TOLD, NOODLES, "")
    with pytest.raises(ContentError) as refused:
        teaching.messages(root / "understanding")
    assert [problem.line for problem in refused.value.problems] == [4, 6]


def test_the_command_lists_them_and_exits_with_1(root: Path) -> None:
    plant(root, ASKED, "who_to_tell,", "whom_to_tell,")
    result = CliRunner().invoke(app, ["check", "--root", str(root)])
    assert result.exit_code == 1
    assert f"{ASKED}:2: the FAQ has no topic 'whom_to_tell'" in result.output


def test_the_command_sums_up_what_is_taught(root: Path) -> None:
    output = CliRunner().invoke(app, ["check", "--root", str(root)]).output
    assert "taught messages: 2 disclosures, 1 concerns, 1 look-alikes, 1 ordinary" in output
    assert "taught talks: 2, of which disclosures: 1" in output
    assert "taught questions: 1, out of scope: 1; voices: 1" in output


@cache
def shipped() -> tuple[tuple[Message, ...], tuple[Talk, ...], tuple[Question, ...]]:
    return teaching.messages(), teaching.talks(), teaching.questions()


def test_the_shipped_rows_have_at_least_5000_disclosures_and_5000_harmless_messages() -> None:
    told, _, _ = shipped()
    assert sum(one.severity.rank >= Severity.URGENT.rank for one in told) >= 5_000
    assert sum(one.severity is Severity.NONE for one in told) >= 5_000


def test_the_shipped_rows_teach_every_severity_and_category() -> None:
    told, _, _ = shipped()
    assert {one.severity for one in told} == {*Severity}
    assert {category for one in told for category in one.categories} == {*Category}


def test_the_shipped_talks_teach_harm_and_its_harmless_twins_of_every_category() -> None:
    _, talks, _ = shipped()
    assert {one.severity for one in talks} == {*Severity}
    assert {category for one in talks for category in one.categories} == {*Category}
    lookalikes = sum(one.kind == teaching.LOOKALIKE for one in talks)
    grave = sum(one.severity.rank >= Severity.URGENT.rank for one in talks)
    assert lookalikes > grave / 2


def test_the_shipped_rows_ask_for_every_topic() -> None:
    _, _, asked = shipped()
    assert {one.topic for one in asked} == {None, *shared.content().faq["th"]}


def test_no_program_has_signed_a_shipped_row() -> None:
    assert {(one.reviewer, one.reviewed_on) for rows in shipped() for one in rows} == {("", None)}
