"""What a card tells of why the message raised the alert."""

from dataclasses import replace

import pytest

from bot.domain.judgement import CALL, JUDGE, Judgement, Reason
from bot.domain.speech import Message, speak
from bot.domain.state import Case, CaseStatus, Sign
from bot.domain.support.card import card
from bot.domain.support.why import kept_of, why_raised
from bot.domain.world import World
from content.schema import Category, Severity
from tests.domain.build import CALM, ROSTER, case, child_wrote, judged
from tests.domain.tiny_content import texts, world

HEADING = "Words that raised the alert:"


def reason(
    words: str = "dad hits me",
    pattern: str = "hit_by",
    category: Category | None = Category.VIOLENCE,
    severity: Severity = Severity.URGENT,
) -> Reason:
    return Reason(pattern, words, category, severity)


def found(*reasons: Reason, severity: Severity = Severity.URGENT, **more: object) -> Judgement:
    """A judgement with these reasons."""
    return replace(judged(severity), reasons=reasons, **more)  # type: ignore[arg-type]


def opened(judgement: Judgement, **known: object) -> Case:
    return child_wrote(judgement=judgement, **known).case


def lines_of(one: Case, given: World | None = None) -> list[str]:
    """The lines of a case's card that tell why."""
    given = given or world()
    return speak(Message(why_raised(one, given)), (given.policy.staff_language,), texts()).text.splitlines()


def told(*reasons: Reason, **more: object) -> list[str]:
    return lines_of(opened(found(*reasons, **more)))


def test_words_stand_beside_what_they_were_taken_for() -> None:
    assert told(reason()) == [HEADING, "• dad hits me — violence · hit_by"]


def test_they_are_named_in_the_language_of_staff() -> None:
    thai = replace(world(), policy=replace(world().policy, staff_language="th"))
    name = texts().say("th", "category-violence")
    assert lines_of(opened(found(reason())), thai)[1] == f"• dad hits me — {name} · hit_by"


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        (JUDGE, "the system's guess, may be wrong"),
        (CALL, "a call for help"),
        ("someone_hits_me", "is being hit"),
        ("no_longer_there", "no_longer_there"),
    ],
)
def test_every_way_of_finding_has_a_name(pattern: str, name: str) -> None:
    assert told(reason(pattern=pattern))[1].endswith(f"violence · {name}")


@pytest.mark.parametrize("phrase", ["dad hits me", "he hits me with a belt", "พ่อตีหนู", "scared"])
def test_a_curated_phrase_is_not_named_beside_the_words(phrase: str) -> None:
    assert told(reason("dad hits me, scared", pattern=phrase))[1] == "• dad hits me, scared — violence"


def test_words_without_a_category_have_the_name_of_the_pattern_alone() -> None:
    assert told(reason(category=None))[1] == "• dad hits me — hit_by"


def test_the_same_words_stand_once_with_the_gravest_of_what_matched() -> None:
    weak = reason(pattern="quarrel", category=Category.DISTRESS, severity=Severity.CONCERN)
    assert told(reason(), weak) == [HEADING, "• dad hits me — violence · hit_by"]


def test_a_longer_piece_takes_over_the_gravest_of_what_it_holds() -> None:
    grave = reason("hits me", pattern="hit_by", severity=Severity.EMERGENCY)
    longer = reason("dad hits me", pattern="quarrel", category=Category.DISTRESS)
    assert told(grave, longer) == [HEADING, "• dad hits me — violence · hit_by"]


def test_pieces_that_differ_by_spaces_stand_once() -> None:
    assert told(reason("dad\nhits  me"), reason("dad hits me")) == [
        HEADING,
        "• dad hits me — violence · hit_by",
    ]


def test_it_tells_what_our_examples_are_most_like() -> None:
    assert told(reason(), examples=("he hits me", "she hits me"))[2:] == [
        "≈ Like an example of ours (not the child's words): “he hits me”",
        "≈ Like an example of ours (not the child's words): “she hits me”",
    ]


def test_an_example_in_the_childs_own_words_is_not_told_again() -> None:
    assert told(reason("Dad hits me"), examples=("dad hits me", "he hits me"))[2:] == [
        "≈ Like an example of ours (not the child's words): “he hits me”"
    ]


@pytest.mark.parametrize(
    ("reading", "how"),
    [("letters", "patterns and letters"), ("lexical", "patterns only"), ("by_hand", "by_hand")],
)
def test_it_tells_of_a_reading_that_sees_less(
    reading: str, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.domain.build.world", lambda: replace(world(), reading=reading))
    assert told(reason())[-1] == f"⚠️ Read in simple mode ({how}): something may have been missed"


@pytest.mark.parametrize("reading", [None, "trained"])
def test_the_best_reading_is_not_worth_a_line(reading: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.domain.build.world", lambda: replace(world(), reading=reading))
    assert len(told(reason())) == 2


def test_the_way_of_reading_is_that_of_the_words_and_not_of_now() -> None:
    assert "patterns only" in lines_of(replace(opened(found(reason())), reading="lexical"))[-1]
    assert len(lines_of(opened(found(reason())), replace(world(), reading="lexical"))) == 2


def test_words_read_by_the_best_reading_do_not_undo_a_lesser_one() -> None:
    assert opened(found(reason()), case=case(reading="lexical")).reading == "lexical"


def test_more_words_bring_what_they_were_taken_for() -> None:
    first = opened(found(reason(), examples=("he hits me",)))
    then = opened(found(reason("he has a knife", "weapon"), examples=("he has a gun",)), case=first)
    assert lines_of(then) == [
        HEADING,
        "• dad hits me — violence · hit_by",
        "• he has a knife — violence · weapon",
        "≈ Like an example of ours (not the child's words): “he has a gun”",
    ]


@pytest.mark.parametrize(
    "later", [CALM, found(reason("so alone"), severity=Severity.CONCERN, examples=("y",))]
)
def test_calmer_words_leave_the_examples_of_the_grave_ones(later: Judgement) -> None:
    assert opened(later, case=opened(found(reason(), examples=("x",)))).examples == ("x",)


def test_nothing_is_kept_of_words_that_are_no_longer_shown() -> None:
    one = opened(found(reason("piece 0")))
    for number in range(1, 9):
        one = opened(found(reason(f"piece {number}")), case=one)
    assert (
        [sign.words for sign in one.signs] == list(one.why) == [f"piece {number}" for number in range(5, 9)]
    )


def test_words_of_an_older_program_are_shown_without_a_name() -> None:
    assert lines_of(case(why=("told",))) == [HEADING, "• told"]
    assert kept_of([Sign("told", None, "x")], ("older", "told")) == (Sign("told", None, "x"),)


@pytest.mark.parametrize(("severity", "asked"), [(Severity.CONCERN, True), (Severity.URGENT, False)])
def test_only_a_concern_without_any_sign_is_a_wish_for_a_person(severity: Severity, *, asked: bool) -> None:
    assert ("The child asked for a person" in "".join(lines_of(case(severity)))) is asked
    assert lines_of(case(severity, status=CaseStatus.RESOLVED)) == []


WORST = [
    Reason(
        f"pattern_{number}" + "x" * 30,
        f"{number}" + "กำที่👨\u200d👩\u200d👧\n" * 400,
        category,
        Severity.EMERGENCY,
    )
    for number, category in enumerate(Category)
]
"""Eight reasons, in words as long as a message."""


@pytest.mark.parametrize("language", ["th", "en"])
def test_eight_reasons_stay_within_eight_short_lines_of_one_message(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff = replace(world(), reading="lexical", policy=replace(world().policy, staff_language=language))
    monkeypatch.setattr("tests.domain.build.world", lambda: staff)
    one = opened(found(*WORST, categories=tuple(Category), examples=("b" * 500, "c" * 500)))
    lines = lines_of(one, staff)
    assert len(lines) == 8
    assert max(map(len, lines)) < 240
    assert "\u200d…" not in "".join(lines)
    whole = speak(card(one, staff, ROSTER), (language,), texts()).text
    assert len(whole.encode("utf-16-le")) // 2 < 4096
