"""The certificate: who is offered one, what counts as a nickname, and that distress always comes first."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.effects import Count, Effect, RememberWords, SaveLearner, SayToChild, ShowPicture
from bot.domain.inputs import MediaKind, MediaReceived, TextReceived
from bot.domain.judgement import Band, Judgement
from bot.domain.learning.progress import Progress, Stage
from bot.domain.pictures import Certificate
from bot.domain.state import Learner
from content.schema import Severity
from tests.domain.build import (
    CALM,
    CHILD,
    CONCERN,
    EMERGENCY,
    URGENT,
    Decided,
    case,
    child_commanded,
    child_tapped,
    child_wrote,
    decided,
    judged,
    learner,
    moment,
    state,
)
from tests.domain.learning.taps import TO_END, last, started

FINISHED = Progress(stage=Stage.END, finished=True)
DONE = learner(progress={"first": FINISHED, "second": FINISHED})
NAMING = replace(DONE, naming=True)
NICKNAME = "น้องปิ่น"


def picture(done: Decided) -> Certificate:
    found = done.one(ShowPicture).picture
    assert isinstance(found, Certificate)
    return found


def wrote(text: str = NICKNAME, judgement: Judgement = CALM, who: Learner = NAMING) -> Decided:
    return child_wrote(text, judgement=judgement, learner=who)


def kept(done: Decided) -> list[Effect]:
    """Everything that stays, as it stays."""
    return [one for one in done.effects if not isinstance(one, ShowPicture)]


def test_it_is_offered_at_the_end_of_the_last_lesson() -> None:
    almost = learner(progress={"second": FINISHED})
    assert "certificate" in last(started(who=almost), *TO_END).buttons


def test_it_is_not_offered_while_a_lesson_is_left() -> None:
    assert "certificate" not in last(started(), *TO_END).buttons
    assert "certificate" not in child_tapped("lessons").buttons


def test_the_list_of_lessons_offers_it_for_ever() -> None:
    assert "certificate" in child_tapped("lessons", learner=DONE).buttons


def test_it_asks_for_a_nickname() -> None:
    done = child_tapped("certificate", learner=DONE)
    assert done.keys == ["certificate-ask"]
    assert done.learner.naming
    assert "certificate:plain" in done.buttons


@pytest.mark.parametrize("data", ["certificate", "certificate:plain"])
def test_a_forged_button_earns_nothing(data: str) -> None:
    done = child_tapped(data, learner=started())
    assert done.toast == "toast-old-button"
    assert not done.has(ShowPicture)


def test_the_next_text_becomes_the_nickname() -> None:
    done = wrote()
    assert picture(done) == Certificate(NICKNAME, date(2026, 3, 2), "th")
    assert [one.name for one in done.all(Count)] == ["certificate_given"]


def test_a_text_is_no_nickname_unless_one_was_asked_for() -> None:
    assert not wrote(who=DONE).has(ShowPicture)
    assert not child_wrote(NICKNAME, learner=None).has(ShowPicture)


def test_the_day_is_that_of_the_office() -> None:
    late = child_wrote(NICKNAME, at=moment(14 * 60 + 1), learner=NAMING)
    assert picture(late).day == date(2026, 3, 3)


def test_the_nickname_stays_nowhere_else() -> None:
    assert NICKNAME not in str(kept(wrote()))
    assert not wrote().has(RememberWords)


def test_the_wish_lasts_for_one_text() -> None:
    assert not wrote().learner.naming
    assert not wrote(judgement=CONCERN).learner.naming


@pytest.mark.parametrize(
    "judgement",
    [
        EMERGENCY,
        URGENT,
        CONCERN,
        Judgement.late(),
        Judgement.failed(),
        judged(readable=False),
        judged(help_word=True),
        judged(band=Band.ANSWER, topics=("safety",)),
    ],
)
def test_a_text_that_may_mean_need_is_heard_as_always(judgement: Judgement) -> None:
    assert wrote(judgement=judgement).effects == wrote(judgement=judgement, who=DONE).effects
    assert not wrote(judgement=judgement).has(ShowPicture)


def test_an_unread_text_is_no_nickname() -> None:
    assert not decided(TextReceived(CHILD, 10, NICKNAME), state(learner=NAMING), None).has(ShowPicture)


@pytest.mark.parametrize("text", ["x" * 25, "two\nlines", "🌟", "...", "မင်္ဂလာပါ"])
def test_what_cannot_be_drawn_in_one_line_is_heard_as_always(text: str) -> None:
    assert wrote(text).effects == wrote(text, who=DONE).effects


@pytest.mark.parametrize("more", [{"edited": True}, {"forwarded": True}])
def test_only_words_that_were_typed_now_are_a_nickname(more: dict[str, bool]) -> None:
    received = TextReceived(CHILD, 10, NICKNAME, **more)
    assert not decided(received, state(learner=NAMING), CALM).has(ShowPicture)


def test_while_a_case_is_open_it_is_given_without_asking() -> None:
    done = child_tapped("certificate", learner=DONE, case=case(Severity.CONCERN))
    assert picture(done).nickname is None
    assert not done.learner.naming


def test_while_a_case_is_open_every_text_goes_to_people() -> None:
    done = child_wrote(NICKNAME, learner=NAMING, case=case())
    assert NICKNAME in str(done.posted)
    assert not done.has(ShowPicture)


def test_who_asked_for_a_person_is_heard_by_a_person() -> None:
    done = wrote(who=replace(NAMING, asked_for_person=True))
    assert NICKNAME in str(done.posted)


@pytest.mark.parametrize("data", ["menu", "lessons", "person", "s:0:start"])
def test_any_tap_ends_the_wish(data: str) -> None:
    assert not child_tapped(data, learner=NAMING).learner.naming


def test_a_command_or_a_sticker_ends_the_wish() -> None:
    assert not child_commanded("help", learner=NAMING).learner.naming
    sticker = MediaReceived(CHILD, 10, MediaKind.STICKER)
    assert not decided(sticker, state(learner=NAMING)).all(SaveLearner)[-1].learner.naming


def test_a_caption_is_no_nickname() -> None:
    received = MediaReceived(CHILD, 10, MediaKind.PHOTO, NICKNAME)
    assert not decided(received, state(learner=NAMING), CALM).has(ShowPicture)


def test_it_can_be_had_without_a_name() -> None:
    done = child_tapped("certificate:plain", learner=NAMING)
    assert picture(done).nickname is None
    assert not done.has(SayToChild)
