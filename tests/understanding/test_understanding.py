"""What the parts of a reading are put together to, by patterns alone."""

import pytest

from bot.domain.judgement import CALL, Judgement
from bot.understanding import Understanding
from bot.understanding.distress.finding import Finding
from bot.understanding.understanding import _about, _called, _categories, _said, _unread
from content.schema import Category, Severity
from tests.understanding.topics import view


def finding(
    severity: Severity = Severity.URGENT,
    *,
    name: str = "it",
    category: Category = Category.VIOLENCE,
    words: str = "words",
    other: bool = False,
) -> Finding:
    return Finding(name, category, severity, words, other=other, strong=False)


@pytest.mark.parametrize(
    ("findings", "about"),
    [
        ([], None),
        ([finding(other=True)], "other"),
        ([finding()], "self"),
        ([finding(other=True), finding()], "self"),
        ([finding(other=True), finding(Severity.CONCERN)], "other"),
        ([finding(), finding(Severity.CONCERN, other=True)], "self"),
    ],
)
def test_a_message_is_about_another_where_all_that_is_gravest_is(
    findings: list[Finding], about: str | None
) -> None:
    assert _about(findings, Severity.URGENT) == about


def test_the_category_of_the_gravest_comes_first_and_each_once() -> None:
    found = [
        finding(Severity.CONCERN, category=Category.BULLYING),
        finding(Severity.URGENT, category=Category.VIOLENCE),
        finding(Severity.EMERGENCY, category=Category.SELF_HARM),
        finding(Severity.CONCERN, category=Category.VIOLENCE),
    ]
    assert _categories(found) == (Category.SELF_HARM, Category.VIOLENCE, Category.BULLYING)


def test_eight_reasons_are_told_the_gravest_first(reader: Understanding) -> None:
    found = [*(finding(Severity.CONCERN, name=f"n{n}") for n in range(8)), finding(name="graver")]
    reasons = reader._reasons(found, ("some words",))
    assert [reason.pattern for reason in reasons] == ["graver", *(f"n{n}" for n in range(7))]
    assert reasons[0].severity is Severity.URGENT


def test_a_filler_takes_no_tone_mark_from_a_more_frequent_word(reader: Understanding) -> None:
    assert reader.explained("เขาอยูทีบานคะ").views[-1].tidy == "เขาอยู่ที่บ้านค่ะ"


def test_what_was_said_is_every_reading_and_what_the_findings_rest_on() -> None:
    findings = [
        finding(words="one"),
        finding(words=""),
        *(finding(words="x") for _ in range(6)),
        finding(words="9th"),
    ]
    assert _said([view("a"), view("b", "layout")], findings) == ["a", "b", "one", *("x" * 6)]


def test_a_call_for_help_is_the_writers_own_and_sure() -> None:
    assert _called("sos") == Finding(
        CALL, Category.DISTRESS, Severity.URGENT, "sos", other=False, strong=True
    )


def test_a_script_that_is_not_read_is_sure_and_shown_by_its_beginning() -> None:
    expected = Finding(
        "unread_cyrillic", Category.DISTRESS, Severity.URGENT, "к" * 60, other=False, strong=True
    )
    assert _unread("к" * 70) == expected


def test_of_a_script_that_is_not_read_staff_see_what_was_written(reader: Understanding) -> None:
    explained = reader.explained("phor tee nu помогите мне")
    assert [one.kind for one in explained.views] == ["plain", "romanised"]
    assert [f.words for f in explained.findings if f.name.startswith("unread_")] == [
        "phor tee nu помогите мне"
    ]


def test_five_messages_before_are_read_and_of_each_its_last_three_hundred_letters(
    reader: Understanding,
) -> None:
    end = "ab" * 150
    before = reader.explained("hello", ["first", "two", "three", "four", "five", f"b{end}"]).before
    assert [one.tidy for one in before] == ["two", "three", "four", "five", end]


def test_patterns_are_told_by_themselves(reader: Understanding) -> None:
    assert [f.name for f in reader.patterns("พ่อตีหนู")] == ["someone_hits_me"]
    assert reader.patterns("hello") == ()


def test_without_a_judge_patterns_read(reader: Understanding) -> None:
    assert reader.mode == "lexical"


def test_what_cannot_be_read_goes_to_a_person(reader: Understanding, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(reader, "explained", broken)
    assert reader.judge("hello") == Judgement.failed()
