"""/suggest: what a case taught goes to the data, and none of the child's words go with it."""

import pytest

from bot.domain.effects import Audit, KeepSuggestion
from bot.domain.inputs import StaffCommanded
from bot.domain.state import Author, CaseMessage, CaseStatus, StaffMember, Suggestion, SuggestionKind
from content.schema import Category, Severity
from tests.domain.build import (
    CASE,
    CHILD,
    COLLEAGUE,
    NOW,
    STAFF,
    STRANGERS,
    WORDS,
    Decided,
    at_the_desk,
    case,
    child_words,
    decided,
    staff_tapped,
)
from tests.domain.tiny_content import texts

KNOWN = case(categories=(Category.VIOLENCE,), patterns=("hit_by", "afraid_of"), why=("my own words",))
SAID = "ครูคนนั้นชอบจับมือหนูแล้วไม่ปล่อย"


def suggested(
    argument: str,
    *,
    who: StaffMember | None = STAFF,
    staff: str | None = STAFF.ref,
    said: tuple[str, ...] = (SAID,),
    **known: object,
) -> Decided:
    log = tuple(child_words(text, ref=f"m{number}") for number, text in enumerate(said))
    received = StaffCommanded(staff, 60, 7, "suggest", argument)
    given: dict[str, object] = {"log": log} | known
    return decided(received, at_the_desk(KNOWN, who, **given))


def kept(done: Decided) -> Suggestion:
    return done.one(KeepSuggestion).suggestion


def test_a_false_alarm_needs_no_words() -> None:
    one = kept(suggested("falsealarm"))
    assert (one.kind, one.text, one.answer) == (SuggestionKind.FALSE_ALARM, "", "")
    assert (one.severity, one.categories) == (Severity.URGENT, (Category.VIOLENCE,))
    assert one.patterns == ("hit_by", "afraid_of")


def test_what_is_kept_leads_back_to_nobody_but_its_author() -> None:
    one = kept(suggested("missed urgent about a teacher"))
    assert (one.author, one.at) == (STAFF.ref, NOW)
    told = repr(one)
    assert not any(word in told for word in (CASE, CHILD, KNOWN.name, "my own words", SAID))


def test_retyped_words_are_kept() -> None:
    assert kept(suggested("missed  urgent  an adult holds on too long ")).text == "an adult holds on too long"


@pytest.mark.parametrize("said", ["emergency", "urgent", "concern", "EMERGENCY"])
def test_what_was_missed_is_as_urgent_as_a_colleague_says(said: str) -> None:
    one = kept(suggested(f"missed {said} he holds on too long"))
    assert (one.kind, one.text) == (SuggestionKind.MISSED, "he holds on too long")
    assert (one.severity, one.categories) == (Severity(said.lower()), (Category.VIOLENCE,))


@pytest.mark.parametrize(
    "argument",
    [
        "missed",
        "missed he holds on too long",
        "missed urgnt he holds on",
        "missed none he holds on",
        "missed urgent",
        "missed urgent  ",
        f"missed {SAID}",
    ],
)
def test_without_how_urgent_and_words_it_explains_what_was_missed(argument: str) -> None:
    done = suggested(argument)
    assert done.staff_keys == ["suggest-missed-how"]
    assert not done.has(KeepSuggestion)
    assert SAID not in repr(done.effects)


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_was_missed_is_explained_with_every_word_that_is_understood(language: str) -> None:
    shown = texts().say(language, "suggest-missed-how")
    for said in ("emergency", "urgent", "concern"):
        assert f"/suggest missed {said} " in shown


def test_a_question_is_kept_with_its_answer_and_tells_nothing_of_the_case() -> None:
    one = kept(suggested("faq What is a boundary? = It is where you say stop."))
    assert (one.text, one.answer) == ("What is a boundary?", "It is where you say stop.")
    assert (one.severity, one.categories, one.patterns) == (Severity.NONE, (), ())


@pytest.mark.parametrize(
    ("words", "language"), [("ผู้ใหญ่จับมือนาน", "th"), ("an adult", "en"), ("ขอ nudes", "th"), ("?!", "th")]
)
def test_the_language_is_that_of_the_words(words: str, language: str) -> None:
    assert kept(suggested(f"missed concern {words}")).language == language


def test_keeping_is_answered_in_the_topic_and_audited() -> None:
    done = suggested("falsealarm")
    assert done.staff_keys == ["suggest-kept"]
    assert done.one(Audit) == Audit("suggestion_kept", STAFF.ref, CASE, "falsealarm")


@pytest.mark.parametrize(
    "argument",
    ["", "  ", "what", "faq", "faq question", "faq question =", "faq = answer", "falsealarms x", "FAQ"],
)
def test_it_explains_itself(argument: str) -> None:
    done = suggested(argument)
    assert done.staff_keys == ["suggest-how"]
    assert not done.has(KeepSuggestion)


@pytest.mark.parametrize(
    "argument",
    ["FalseAlarm", "Missed Concern something", "missed\nURGENT\nsomething", "FAQ a = b", "faq\na =\nb"],
)
def test_capitals_and_lines_do_not_matter(argument: str) -> None:
    assert suggested(argument).has(KeepSuggestion)


@pytest.mark.parametrize(
    "words",
    [
        SAID,
        f"เด็กบอกว่า {SAID} แบบนี้",
        "จับมือหนูแล้วไม่ปล่อย",
        "จับมือ หนู-แล้ว ไม่ ปล่อย",
        SAID[5:17],
    ],
)
@pytest.mark.parametrize("shape", ["{}", "faq {} = answer", "faq question = {}"])
def test_the_childs_own_words_are_refused(words: str, shape: str) -> None:
    argument = shape.format(words)
    done = suggested(argument if argument.startswith("faq") else f"missed urgent {argument}")
    assert done.staff_keys == ["suggest-own-words"]
    assert not done.has(KeepSuggestion)
    assert done.audited == ["suggestion_refused"]
    assert words not in repr(done.one(Audit))


def test_capitals_and_look_alikes_do_not_hide_the_childs_words() -> None:
    done = suggested("missed urgent HE TOOK MY PHONE and ran", said=("he ｔｏｏｋ my phone",))
    assert not done.has(KeepSuggestion)


def test_the_childs_words_across_question_and_answer_are_refused() -> None:
    assert not suggested("faq he took my = phone yesterday", said=("he took my phone",)).has(KeepSuggestion)


@pytest.mark.parametrize("said", ["help", "HELP!", "he lp"])
def test_a_short_message_is_refused_as_a_whole_only(said: str) -> None:
    assert not suggested("missed urgent help", said=(said,)).has(KeepSuggestion)
    assert suggested("missed urgent they call for help", said=(said,)).has(KeepSuggestion)


def test_what_staff_wrote_in_the_case_may_be_suggested() -> None:
    own = CaseMessage("r1", CASE, Author.STAFF, "You did right to tell somebody.", NOW, staff=STAFF.ref)
    assert suggested("faq a = You did right to tell somebody.", log=(own,)).has(KeepSuggestion)


@pytest.mark.parametrize("argument", ["missed urgent " + "x y " * 60, "faq a = " + "x y " * 120])
def test_what_is_too_long_is_refused(argument: str) -> None:
    done = suggested(argument)
    assert done.staff_keys == ["suggest-too-long"]
    assert not done.has(KeepSuggestion)


def test_outside_a_case_nothing_is_kept() -> None:
    done = suggested("falsealarm", case=None)
    assert done.staff_keys == ["suggest-only-in-case"]
    assert not done.has(KeepSuggestion)


def test_outside_a_case_it_explains_itself_as_well() -> None:
    assert suggested("", case=None).staff_keys == ["suggest-how"]


@pytest.mark.parametrize("staff", STRANGERS)
@pytest.mark.parametrize("argument", ["", "falsealarm", "faq a = b"])
def test_a_stranger_suggests_nothing(staff: str | None, argument: str) -> None:
    done = suggested(argument, who=None, staff=staff)
    assert done.staff_keys == ["refused-not-on-roster"]
    assert not done.has(KeepSuggestion)
    assert done.audited == ["command_refused"]


@pytest.mark.parametrize(
    "argument", ["", "falsealarm", "faq a = b", "missed urgent " + SAID, "missed " + SAID]
)
def test_no_suggestion_writes_to_a_child(argument: str) -> None:
    assert suggested(argument).children == set()


def test_closing_a_case_as_a_false_alarm_is_kept_without_words() -> None:
    one = kept(staff_tapped(at_the_desk(KNOWN), "falsealarm"))
    assert (one.kind, one.text, one.author) == (SuggestionKind.FALSE_ALARM, "", STAFF.ref)
    assert one.patterns == KNOWN.patterns


@pytest.mark.parametrize("verb", ["claim", "resolve", "handon"])
def test_nothing_else_at_the_desk_is_kept(verb: str) -> None:
    assert not staff_tapped(at_the_desk(KNOWN), verb).has(KeepSuggestion)


def test_a_false_alarm_is_kept_once_both_have_agreed() -> None:
    danger = case(Severity.EMERGENCY)
    asked = staff_tapped(at_the_desk(danger), "falsealarm")
    assert not asked.has(KeepSuggestion)
    done = staff_tapped(at_the_desk(asked.case, COLLEAGUE), "falsealarm", staff=COLLEAGUE.ref)
    assert kept(done).author == COLLEAGUE.ref
    assert done.case.status is CaseStatus.FALSE_ALARM


@pytest.mark.parametrize("staff", STRANGERS)
def test_a_stranger_at_the_desk_leaves_no_suggestion(staff: str | None) -> None:
    assert not staff_tapped(at_the_desk(KNOWN, None), "falsealarm", staff=staff).has(KeepSuggestion)


def test_words_of_a_child_are_in_no_effect_of_a_suggestion() -> None:
    done = suggested(f"missed urgent {WORDS} and more", said=(WORDS,))
    assert WORDS not in repr(done.effects)


def test_words_without_letters_are_in_the_language_of_the_case() -> None:
    assert kept(suggested("missed concern 555 !!!")).language == KNOWN.language
