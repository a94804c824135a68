"""A case from the child's side: opened, joined, raised, reopened; one child, one case."""

from datetime import timedelta

import pytest

from bot.domain.effects import (
    EditCard,
    OpenTopic,
    PostInCase,
    PostKind,
    PostToStaff,
    RecordInCase,
    RenameTopic,
    SaveCase,
    StartTimer,
    StopTimers,
)
from bot.domain.inputs import Input, MediaKind, MediaReceived, TextReceived
from bot.domain.speech import speak
from bot.domain.state import Author, CaseStatus
from bot.domain.support.card import card
from content.schema import AgeBand, Category, Severity
from tests.domain.build import (
    CALM,
    CHILD,
    CONCERN,
    EMERGENCY,
    NOW,
    ROSTER,
    STAFF,
    URGENT,
    WORDS,
    case,
    child_wrote,
    decided,
    judged,
    keys_of,
    learner,
    moment,
    state,
)
from tests.domain.tiny_content import texts, world

CLAIMED = case(status=CaseStatus.CLAIMED, claimed_by=STAFF.ref)
TALKING = [CaseStatus.ANSWERED, CaseStatus.WAITING_FOR_CHILD]
CLOSED = [one for one in CaseStatus if not one.open]


def test_a_case_keeps_the_names_of_what_matched_once() -> None:
    first = child_wrote(judgement=URGENT).case
    assert first.patterns == ("pattern",)
    assert child_wrote(judgement=EMERGENCY, case=first).case.patterns == ("pattern",)


def test_a_new_case_has_a_topic_a_card_and_the_words_in_this_order() -> None:
    done = child_wrote(judgement=URGENT)
    order = [type(one) for one in done.effects if isinstance(one, SaveCase | OpenTopic | PostInCase)]
    assert order == [SaveCase, OpenTopic, PostInCase, PostInCase]
    assert [one.kind for one in done.all(PostInCase)] == [PostKind.CARD, PostKind.CHILD_WORDS]


def test_a_new_case_is_saved_before_anything_is_recorded_in_it() -> None:
    kinds = [type(one) for one in child_wrote(judgement=URGENT).effects]
    assert kinds.index(SaveCase) < kinds.index(RecordInCase)


def test_a_new_case_knows_what_staff_must_know() -> None:
    done = child_wrote(judgement=EMERGENCY, learner=learner(language="en", age_band=AgeBand.OLDER)).case
    assert (done.child, done.severity, done.about) == (CHILD, Severity.EMERGENCY, "self")
    assert (done.language, done.age_band, done.why) == ("en", AgeBand.OLDER, ("now",))
    assert (done.opened_at, done.last_child_at) == (NOW, NOW)


def test_a_new_case_is_audited_without_any_words() -> None:
    done = child_wrote(judgement=URGENT)
    assert done.audited == ["case_opened"]
    assert WORDS not in str([one for one in done.effects if type(one).__name__ == "Audit"])


@pytest.mark.parametrize(("judgement", "minutes"), [(EMERGENCY, 2), (URGENT, 15)])
def test_a_new_case_is_raised_again_when_nobody_answers(judgement: object, minutes: int) -> None:
    done = child_wrote(judgement=judgement)  # type: ignore[arg-type]
    assert done.one(StartTimer).due == NOW + timedelta(minutes=minutes)


def test_the_words_are_kept_with_the_case() -> None:
    kept = child_wrote(judgement=URGENT).one(RecordInCase).message
    assert (kept.author, kept.text, kept.topic_message) == (Author.CHILD, WORDS, None)


@pytest.mark.parametrize(
    ("received", "key"),
    [
        (TextReceived(CHILD, 12, WORDS), "from-child"),
        (TextReceived(CHILD, 12, WORDS, edited=True), "from-child-changed"),
        (TextReceived(CHILD, 12, WORDS, forwarded=True), "from-child-forwarded"),
        (MediaReceived(CHILD, 12, MediaKind.PHOTO, WORDS), "from-child"),
        (MediaReceived(CHILD, 12, MediaKind.PHOTO, WORDS, forwarded=True), "from-child-forwarded"),
    ],
)
def test_staff_see_whether_words_are_the_childs_own(received: Input, key: str) -> None:
    posts = [one for one in decided(received, state(), URGENT).all(PostInCase) if one.record]
    assert (keys_of(posts[0].message)[0], posts[0].record.text) == (key, WORDS)


def test_the_name_tells_nothing_of_the_child() -> None:
    assert CHILD not in child_wrote(judgement=URGENT).case.name


def test_more_words_join_the_open_case() -> None:
    done = child_wrote(judgement=URGENT, case=CLAIMED)
    assert done.case.ref == CLAIMED.ref
    assert not done.has(OpenTopic)


def test_more_words_never_lower_the_severity() -> None:
    assert child_wrote(judgement=CALM, case=case(Severity.EMERGENCY)).case.severity is Severity.EMERGENCY


def test_more_words_add_what_they_say() -> None:
    before = case(categories=(Category.GROOMING,), why=("first",))
    done = child_wrote(judgement=URGENT, case=before).case
    assert done.categories == (Category.GROOMING, Category.IMAGE_ABUSE)
    assert done.why == ("first", "told")


def test_more_words_bring_the_card_up_to_date_where_it_differs() -> None:
    assert child_wrote(judgement=URGENT, case=CLAIMED).has(EditCard)
    assert not child_wrote(judgement=CALM, case=CLAIMED).has(EditCard)


@pytest.mark.parametrize(
    ("before", "judgement", "key"),
    [
        (Severity.CONCERN, URGENT, "case-more-urgent"),
        (Severity.CONCERN, EMERGENCY, "case-emergency-again"),
        (Severity.URGENT, EMERGENCY, "case-emergency-again"),
    ],
)
def test_a_case_that_gets_worse_calls_all_staff(before: Severity, judgement: object, key: str) -> None:
    called = case(before, status=CaseStatus.CLAIMED, alarmed_at=NOW)
    done = child_wrote(judgement=judgement, case=called)  # type: ignore[arg-type]
    assert done.staff_keys.count(key) == 2
    assert done.has(PostToStaff)


def test_a_case_that_gets_worse_is_watched_by_its_new_severity() -> None:
    done = child_wrote(judgement=URGENT, case=case(Severity.CONCERN))
    assert done.has(StopTimers)
    assert done.one(StartTimer).due == NOW + timedelta(minutes=15)


def test_the_topic_is_renamed_when_the_case_gets_worse() -> None:
    assert child_wrote(judgement=EMERGENCY, case=case(Severity.CONCERN)).has(RenameTopic)
    assert not child_wrote(judgement=EMERGENCY, case=case(Severity.EMERGENCY)).has(RenameTopic)


def test_a_new_emergency_message_calls_all_staff() -> None:
    assert child_wrote(judgement=EMERGENCY, case=case(Severity.EMERGENCY)).has(PostToStaff)


def test_a_flood_of_emergency_messages_calls_them_once_in_two_minutes() -> None:
    now = child_wrote(judgement=EMERGENCY, case=case(Severity.EMERGENCY)).case
    soon = child_wrote(judgement=EMERGENCY, case=now, at=moment(1))
    assert not soon.has(PostToStaff)
    assert soon.all(PostInCase)[-1].record is not None
    assert child_wrote(judgement=EMERGENCY, case=soon.case, at=moment(2)).has(PostToStaff)


def test_a_folded_call_does_not_put_off_the_next_raising() -> None:
    called = case(Severity.EMERGENCY, alarmed_at=NOW)
    done = child_wrote(judgement=EMERGENCY, case=called, at=moment(1))
    assert not done.has(StopTimers)
    assert not done.has(StartTimer)


@pytest.mark.parametrize("status", TALKING)
def test_new_words_after_an_answer_are_owed_an_answer(status: CaseStatus) -> None:
    done = child_wrote(case=case(status=status, claimed_by=STAFF.ref))
    assert done.case.status is CaseStatus.CLAIMED
    assert done.case.waiting_since == NOW
    assert done.has(StartTimer)


def test_new_words_to_an_unanswered_case_do_not_put_off_the_raising() -> None:
    done = child_wrote(judgement=URGENT, case=CLAIMED)
    assert not done.has(StopTimers)


@pytest.mark.parametrize("judgement", [CALM, CONCERN, URGENT, EMERGENCY])
def test_new_words_make_a_wish_to_close_void(judgement: object) -> None:
    asked = case(Severity.EMERGENCY, closing_asked_by=STAFF.ref)
    assert child_wrote(judgement=judgement, case=asked).case.closing_asked_by is None  # type: ignore[arg-type]


@pytest.mark.parametrize("status", CLOSED)
def test_an_alarm_reopens_the_closed_case(status: CaseStatus) -> None:
    closed = case(Severity.EMERGENCY, status=status, claimed_by=STAFF.ref, raised=4)
    done = child_wrote(judgement=URGENT, case=closed)
    assert (done.case.status, done.case.severity) == (CaseStatus.REOPENED, Severity.URGENT)
    assert (done.case.claimed_by, done.case.raised) == (None, 0)
    assert done.staff_keys.count("case-reopened") == 2
    assert done.audited == ["case_reopened"]


def test_a_reopened_case_waits_from_now() -> None:
    assert child_wrote(judgement=URGENT, case=case(status=CaseStatus.RESOLVED)).case.waiting_since == NOW


def test_a_reopened_case_is_watched() -> None:
    assert child_wrote(judgement=URGENT, case=case(status=CaseStatus.RESOLVED)).has(StartTimer)


def test_a_child_who_writes_can_be_reached() -> None:
    assert child_wrote(judgement=URGENT, case=case(reachable=False)).case.reachable


def test_a_card_says_where_the_case_came_from() -> None:
    spoken = speak(card(case(language="en"), world(), ROSTER), ("en",), texts()).text
    assert "Blue Owl" in spoken
    assert "English" in spoken
    assert "02.03.2026 09:00" in spoken


def test_a_card_survives_a_language_that_is_gone() -> None:
    assert "km" in speak(card(case(language="km"), world(), ROSTER), ("en",), texts()).text


def test_a_card_fits_into_one_message_whatever_the_child_wrote() -> None:
    long = judged(Severity.EMERGENCY, why=tuple(f"{n}" * 4000 for n in range(8)), categories=tuple(Category))
    done = child_wrote(judgement=long)
    done = child_wrote(judgement=long, case=done.case)
    worst = card(done.case, world(), ROSTER)
    assert max(len(speak(worst, (code,), texts()).text) for code in ("th", "en")) < 4096


@pytest.mark.parametrize("status", list(CaseStatus))
def test_only_an_open_case_tells_how_to_answer(status: CaseStatus) -> None:
    shown = card(case(status=status), world(), ROSTER)
    assert ("card-how-to-answer" in str(shown)) is status.open


def test_a_claimer_who_has_left_is_no_name_on_the_card() -> None:
    assert "gone" not in str(card(case(claimed_by="gone"), world(), ROSTER))
