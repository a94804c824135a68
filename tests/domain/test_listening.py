"""A child's own words: who hears them, and what is said at once."""

from datetime import timedelta
from itertools import product

import pytest

from bot.domain.effects import Count, OpenTopic, PostInCase, PostKind, PostToStaff, RememberWords, SayToChild
from bot.domain.judgement import Band, Judgement, Status
from bot.domain.speech import Numbers
from bot.domain.state import Case, CaseStatus, Learner
from content.schema import Category, Severity
from tests.domain.build import (
    CALM,
    CHILD,
    CONCERN,
    EMERGENCY,
    NOW,
    STAFF,
    URGENT,
    WORDS,
    case,
    child_wrote,
    flat,
    judged,
    learner,
    letter,
    moment,
)

ALARMS = {"emergency": EMERGENCY, "urgent": URGENT, "late": Judgement.late(), "failed": Judgement.failed()}
CASES: dict[str, Case | None] = {
    "none": None,
    "new": case(),
    "claimed": case(status=CaseStatus.CLAIMED, claimed_by=STAFF.ref),
    "answered": case(status=CaseStatus.ANSWERED, claimed_by=STAFF.ref),
    "closed": case(status=CaseStatus.RESOLVED),
    "false alarm": case(status=CaseStatus.FALSE_ALARM),
    "forgotten language": case(language="km"),
}
LEARNERS: dict[str, Learner | None] = {
    "stranger": None,
    "no language": Learner(CHILD),
    "thai": learner(),
    "gone language": learner(language="km"),
    "asked": learner(asked_for_person=True),
    "hidden": learner(hidden=True),
}
EVERYTHING = list(product(ALARMS, CASES, LEARNERS))


@pytest.mark.parametrize(("alarm", "known", "who"), EVERYTHING)
def test_it_brings_every_alarm_to_staff_whatever_is_known(alarm: str, known: str, who: str) -> None:
    done = child_wrote(judgement=ALARMS[alarm], case=CASES[known], learner=LEARNERS[who])
    words = [post for post in done.all(PostInCase) if post.kind is PostKind.CHILD_WORDS]
    assert [post.record.text for post in words if post.record] == [WORDS]
    assert done.case.status.open


@pytest.mark.parametrize(("alarm", "known", "who"), EVERYTHING)
def test_it_answers_every_alarm_with_numbers(alarm: str, known: str, who: str) -> None:
    done = child_wrote(judgement=ALARMS[alarm], case=CASES[known], learner=LEARNERS[who])
    first = done.all(SayToChild)[0]
    numbers = [part for part in flat(first.message.parts) if isinstance(part, Numbers)]
    assert numbers[0].lines


def test_it_answers_a_first_cry_for_help_in_all_languages() -> None:
    done = child_wrote(judgement=EMERGENCY, learner=None)
    assert done.all(SayToChild)[0].languages == ("th", "en")


def test_it_asks_no_language_after_a_cry_for_help() -> None:
    assert "welcome" not in child_wrote(judgement=URGENT, learner=None).keys


@pytest.mark.parametrize("judgement", [CALM, CONCERN])
def test_it_asks_a_newcomer_for_the_language_after_the_answer(judgement: Judgement) -> None:
    done = child_wrote(judgement=judgement, learner=None)
    assert done.all(SayToChild)[-1].message.parts[0].key == "welcome"  # type: ignore[union-attr]


def test_it_does_not_ask_for_a_language_that_it_knows() -> None:
    assert "welcome" not in child_wrote(judgement=CALM).keys


@pytest.mark.parametrize(
    ("judgement", "key"),
    [
        (EMERGENCY, "reply-emergency"),
        (URGENT, "reply-urgent"),
        (judged(Severity.EMERGENCY, about="other"), "reply-emergency-other"),
        (judged(Severity.URGENT, about="other"), "reply-urgent-other"),
        (CONCERN, "reply-concern"),
        (Judgement.late(), "reply-not-read"),
        (judged(Severity.URGENT, readable=False), "reply-not-read"),
    ],
)
def test_it_begins_with_the_words_for_the_severity(judgement: Judgement, key: str) -> None:
    assert child_wrote(judgement=judgement).keys[0] == key


@pytest.mark.parametrize("topic", ["gone", "secrets", "friends"])  # no answer, an ordinary one, how to hide
def test_beside_a_concern_the_chat_can_be_hidden_at_once(topic: str) -> None:
    concern = judged(Severity.CONCERN, band=Band.ANSWER, topics=(topic,))
    assert child_wrote(judgement=concern).buttons.count("hide") == 1


@pytest.mark.parametrize("judgement", [EMERGENCY, URGENT])
def test_it_says_in_plain_words_that_staff_are_told(judgement: Judgement) -> None:
    assert "staff-told" in child_wrote(judgement=judgement).keys


@pytest.mark.parametrize(("minutes", "key"), [(0, "read-in-office-hours"), (12 * 60, "read-after-hours")])
def test_it_says_when_a_person_will_read(minutes: int, key: str) -> None:
    assert key in child_wrote(judgement=URGENT, at=moment(minutes)).keys


def test_it_opens_no_case_for_a_concern() -> None:
    done = child_wrote(judgement=CONCERN)
    assert not done.has(OpenTopic)
    assert not done.has(PostInCase)


def test_it_offers_a_person_for_a_concern() -> None:
    assert "person" in child_wrote(judgement=CONCERN).buttons


def test_it_shows_the_answer_that_fits_a_concern() -> None:
    judgement = judged(Severity.CONCERN, band=Band.ANSWER, topics=("safety",))
    assert "lesson:first" in child_wrote(judgement=judgement).buttons


def test_it_offers_only_the_topic_that_fits_a_concern_best() -> None:
    judgement = judged(Severity.CONCERN, band=Band.ASK, topics=("safety", "rights"))
    offered = child_wrote(judgement=judgement).buttons
    assert [data for data in offered if data.startswith("faq:")] == ["faq:safety"]


@pytest.mark.parametrize("judgement", [CALM, CONCERN, judged(band=Band.ANSWER, topics=("safety",))])
@pytest.mark.parametrize("status", [one for one in CaseStatus if one.open])
def test_it_passes_everything_on_while_a_case_is_open(judgement: Judgement, status: CaseStatus) -> None:
    done = child_wrote(judgement=judgement, case=case(status=status))
    assert [post.record.text for post in done.all(PostInCase) if post.record] == [WORDS]


@pytest.mark.parametrize("status", [one for one in CaseStatus if not one.open])
def test_it_passes_ordinary_words_to_nobody_when_the_case_is_closed(status: CaseStatus) -> None:
    assert not child_wrote(case=case(status=status)).has(PostInCase)


def test_it_says_that_words_are_passed_on_also_beside_an_answer() -> None:
    judgement = judged(band=Band.ANSWER, topics=("safety",))
    done = child_wrote(judgement=judgement, case=case())
    assert done.keys[0] == "passed-on"
    assert "lesson:first" in done.buttons


@pytest.mark.parametrize("judgement", [CALM, CONCERN])
def test_it_sends_the_words_after_asking_for_a_person_to_staff(judgement: Judgement) -> None:
    done = child_wrote(judgement=judgement, learner=learner(asked_for_person=True))
    assert done.case.severity is Severity.CONCERN
    assert [post.record.text for post in done.all(PostInCase) if post.record] == [WORDS]


def test_it_asks_for_a_person_once() -> None:
    assert not child_wrote(learner=learner(asked_for_person=True)).learner.asked_for_person


def test_it_does_not_repeat_that_words_were_passed_on_in_the_middle_of_a_talk() -> None:
    just_now = NOW - timedelta(minutes=2)
    done = child_wrote(case=case(status=CaseStatus.CLAIMED, claimed_by=STAFF.ref, last_child_at=just_now))
    assert done.messages == []


def test_it_brings_the_help_word_to_staff() -> None:
    done = child_wrote(judgement=judged(Severity.URGENT, help_word=True))
    assert done.case.severity is Severity.URGENT


@pytest.mark.parametrize("known", [None, case()])
def test_it_shows_help_for_a_help_word_that_is_no_alarm(known: Case | None) -> None:
    assert "help-now" in child_wrote(judgement=judged(help_word=True), case=known).keys


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Severity.NONE, Severity.URGENT),
        (Severity.CONCERN, Severity.URGENT),
        (Severity.EMERGENCY, Severity.EMERGENCY),
    ],
)
def test_it_never_lowers_what_was_found_in_words_that_it_cannot_read(
    found: Severity, expected: Severity
) -> None:
    assert child_wrote(judgement=judged(found, readable=False)).case.severity is expected


def test_it_keeps_what_was_found_in_words_that_it_cannot_read() -> None:
    mixed = judged(Severity.URGENT, readable=False, why=("told",), categories=(Category.VIOLENCE,))
    done = child_wrote(judgement=mixed)
    assert (done.case.why, done.case.categories) == (("told",), (Category.VIOLENCE,))


@pytest.mark.parametrize("judgement", [Judgement.failed(), judged(readable=False)])
def test_it_marks_words_that_no_machine_has_read(judgement: Judgement) -> None:
    done = child_wrote(judgement=judgement)
    assert not done.case.machine_read
    assert "card-not-read" in str(done.all(PostInCase)[0].message)


def test_it_treats_words_without_a_judgement_as_unread() -> None:
    assert child_wrote(judgement=None).keys[0] == "reply-not-read"


def test_it_does_not_believe_the_rest_of_a_judgement_that_failed() -> None:
    assert Judgement.failed().status is Status.FAILED
    assert child_wrote(judgement=Judgement.failed()).all(Count)[-1].name == "not_read"


@pytest.mark.parametrize("judgement", [CALM, CONCERN, URGENT, Judgement.late()])
def test_it_remembers_the_words_for_the_next_judgement(judgement: Judgement) -> None:
    assert child_wrote(judgement=judgement).one(RememberWords) == RememberWords(CHILD, 10, WORDS)


@pytest.mark.parametrize("judgement", [CALM, CONCERN, judged(band=Band.ANSWER, topics=("safety",))])
def test_it_does_not_tell_who_holds_a_hidden_phone_that_there_is_a_case(judgement: Judgement) -> None:
    hidden = case(status=CaseStatus.ANSWERED, discreet=True, safe_to_write=False)
    done = child_wrote(judgement=judgement, case=hidden, unopened=(letter(),))
    assert done.messages == child_wrote(judgement=judgement).messages
    assert [post.record.text for post in done.all(PostInCase) if post.record] == [WORDS]


def test_it_stays_discreet_over_any_number_of_ordinary_words() -> None:
    first = child_wrote(case=case(discreet=True))
    assert "passed-on" not in child_wrote(case=first.case).keys


@pytest.mark.parametrize("judgement", [URGENT, EMERGENCY, judged(Severity.URGENT, help_word=True)])
@pytest.mark.parametrize("status", [CaseStatus.NEW, CaseStatus.ANSWERED])
def test_a_cry_for_help_after_hiding_is_answered_as_a_first_one(
    judgement: Judgement, status: CaseStatus
) -> None:
    hidden = case(Severity.EMERGENCY, status=status, discreet=True, last_child_at=NOW)
    assert child_wrote(judgement=judgement, case=hidden).messages == child_wrote(judgement=judgement).messages


@pytest.mark.parametrize("judgement", [URGENT, EMERGENCY, Judgement.late()])
def test_need_ends_the_discretion(judgement: Judgement) -> None:
    assert not child_wrote(judgement=judgement, case=case(discreet=True)).case.discreet


def test_it_calls_no_staff_to_general_for_ordinary_words_in_a_case() -> None:
    assert not child_wrote(case=case()).has(PostToStaff)
