"""The first minutes: start, language, privacy sentence, age; deep links and double taps."""

import pytest

from bot.domain.effects import EditForChild, ForgetLearner, SayToChild
from bot.domain.judgement import Band
from bot.domain.state import Learner
from content.schema import AgeBand
from tests.domain.build import CHILD, child_commanded, child_tapped, child_wrote, judged, learner, moment

NEW = Learner(CHILD)


def test_it_asks_a_newcomer_for_the_language_in_all_languages() -> None:
    done = child_commanded("start", learner=None)
    assert done.keys == ["welcome"]
    assert done.one(SayToChild).languages == ("th", "en")


def test_it_shows_the_menu_to_a_child_who_is_known() -> None:
    assert child_commanded("start").keys == ["menu"]


def test_it_says_the_privacy_sentence_before_anything_else() -> None:
    done = child_tapped("language:en", learner=NEW)
    assert done.keys == ["privacy-in-short", "age-question"]
    assert done.learner.language == "en"


def test_it_puts_the_privacy_sentence_in_the_place_of_the_question() -> None:
    assert child_tapped("language:en", learner=NEW).one(EditForChild).message_id == 50


def test_a_double_tap_on_the_language_does_not_skip_the_privacy_sentence() -> None:
    first = child_tapped("language:en", learner=NEW)
    again = child_tapped("language:en", learner=first.learner)
    assert again.messages == []
    assert again.toast == "language-changed"


def test_it_shows_the_menu_after_a_change_of_language() -> None:
    done = child_tapped("language:en")
    assert done.keys == ["language-changed", "menu"]
    assert done.one(EditForChild).languages == ("en",)


@pytest.mark.parametrize("data", ["language:km", "language:", "language", "language:th:x", "language:../x"])
def test_it_refuses_a_language_that_does_not_exist(data: str) -> None:
    done = child_tapped(data, learner=NEW)
    assert done.toast == "toast-old-button"
    assert done.messages == []


@pytest.mark.parametrize("band", list(AgeBand))
def test_it_notes_the_age_band(band: AgeBand) -> None:
    assert child_tapped(f"age:{band}").learner.age_band is band


def test_it_lets_a_child_skip_the_age() -> None:
    done = child_tapped("age:skip")
    assert done.learner.age_band is None
    assert done.keys == ["ready", "menu"]


@pytest.mark.parametrize("data", ["age:17", "age:9_10", "age:staff", "age"])
def test_it_refuses_an_age_that_is_not_offered(data: str) -> None:
    assert child_tapped(data).toast == "toast-old-button"


def test_it_leads_a_newcomer_to_the_lesson_of_a_deep_link() -> None:
    started = child_commanded("start", "lesson_first", learner=None)
    chosen = child_tapped("language:th", learner=started.learner)
    done = child_tapped("age:skip", learner=chosen.learner)
    assert done.keys[0] == "lesson-cover"
    assert done.learner.lesson == "first"


def test_it_opens_the_lesson_of_a_deep_link_at_once_for_a_known_child() -> None:
    assert child_commanded("start", "lesson_second").learner.lesson == "second"


@pytest.mark.parametrize("payload", ["lesson_", "lesson_nothing", "case_1", "lesson_first\n", "ก", "x" * 64])
def test_it_treats_an_unknown_deep_link_as_an_ordinary_start(payload: str) -> None:
    assert child_commanded("start", payload).keys == ["menu"]
    assert child_commanded("start", payload, learner=None).keys == ["welcome"]


def test_a_forged_tap_before_the_waiting_lesson_is_open_changes_nothing() -> None:
    waiting = child_commanded("start", "lesson_first", learner=None).learner
    done = child_tapped("s:0:next", learner=waiting)
    assert done.toast == "toast-old-button"
    assert done.learner.progress == {}


@pytest.mark.parametrize("command", ["help", "privacy", "hide", "delete", "lessons", "language", "menu"])
def test_it_hides_nothing_behind_the_choice_of_a_language(command: str) -> None:
    done = child_commanded(command, learner=None)
    assert done.one(SayToChild).languages == ("th", "en")
    assert "welcome" not in done.keys or command == "language"


def test_it_forgets_a_language_that_content_no_longer_has() -> None:
    assert child_commanded("menu", learner=learner(language="km")).learner.language is None


@pytest.mark.parametrize("language", ["th", "en"])
def test_it_answers_a_newcomer_from_the_content_of_the_language_they_write(language: str) -> None:
    asked = judged(band=Band.ANSWER, topics=("rights",), language=language)
    done = child_wrote(judgement=asked, learner=None)
    assert f"rights answer {language}" in str(done.messages[0])


@pytest.mark.parametrize("language", ["other", "unknown", "km"])
def test_it_answers_from_the_default_language_where_the_guess_is_no_help(language: str) -> None:
    asked = judged(band=Band.ANSWER, topics=("rights",), language=language)
    assert "rights answer th" in str(child_wrote(judgement=asked, learner=None).messages[0])


def test_a_guess_is_not_a_choice() -> None:
    assert child_wrote(judgement=judged(language="en"), learner=None).learner.language is None


def test_it_notes_that_the_child_was_here() -> None:
    assert child_commanded("menu", learner=learner(seen_at=None)).learner.seen_at == moment().now


def test_looking_at_the_delete_question_deletes_nothing() -> None:
    assert not child_commanded("delete").has(ForgetLearner)
