"""Stories by tapping: choices and what comes of them, warning signs, the way out, coming back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.effects import Count, EditForChild, SayToChild, ShowPicture
from bot.domain.learning.progress import StoryProgress
from bot.domain.learning.story_screens import story_screen
from bot.domain.learning.telling import opened
from bot.domain.pictures import Cover
from bot.domain.speech import Message, speak
from tests.domain.build import Decided, buttons_of, child_tapped, keys_of, learner, verbatim_of
from tests.domain.learning.taps import labels, last, move, started, through
from tests.domain.tiny_content import content, texts

STORY = "story:stranger"
TO_HURT = ("go:chat", "go:send")


def words(done: Decided) -> str:
    (message,) = done.messages
    return speak(Message(message.parts), ("en",), texts()).text


def test_a_story_opens_with_its_first_scene() -> None:
    done = child_tapped(STORY)
    assert verbatim_of(done.messages[0]) == ["scene hello"]
    assert labels(done)[0] == "button-way-out"
    assert [one.name for one in done.all(Count)] == ["story_begun:stranger"]


def test_the_first_scene_stands_under_a_picture_the_first_time_alone() -> None:
    assert child_tapped(STORY).one(ShowPicture).picture == Cover("stranger")
    assert not child_tapped(STORY, learner=started(STORY)).has(ShowPicture)


def test_a_choice_leads_on_in_the_same_message() -> None:
    done = last(started(STORY), "go:chat", "go:send")
    assert verbatim_of(done.messages[0]) == ["scene hurt"]
    assert done.one(EditForChild).message_id == 50


def test_the_first_choice_leads_to_a_new_message_since_it_stands_under_a_picture() -> None:
    assert verbatim_of(last(started(STORY), "go:chat").one(SayToChild).message) == ["scene more"]


@pytest.mark.parametrize("moves", [(), ("go:chat",), TO_HURT])
def test_every_scene_has_a_way_out(moves: tuple[str, ...]) -> None:
    done = last(started(STORY), *moves, "out")
    assert verbatim_of(done.messages[0]) == ["scene out"]
    assert [one.name for one in done.all(Count)] == ["story_end:stranger:think"]


def test_only_an_end_is_counted_as_one() -> None:
    assert not last(started(STORY), "go:chat").has(Count)
    assert [one.name for one in last(started(STORY), *TO_HURT, "go:tell").all(Count)] == [
        "story_end:stranger:helped"
    ]


def test_a_warning_sign_in_the_first_scene_is_met_at_once() -> None:
    """And kept apart from the ends of an earlier time."""
    told = content().stories["th"]["stranger"].model_copy(update={"start": "more"})
    assert opened(told, None) == StoryProgress("more", ("gift",))
    assert opened(told, StoryProgress("safe", (), ("safe",))) == StoryProgress("more", ("gift",), ("safe",))


def test_a_scene_that_is_gone_offers_the_story_from_its_beginning() -> None:
    told = content().stories["th"]["stranger"]
    shown = Message(*story_screen(told, StoryProgress("gone"), None, 1))
    assert keys_of(shown) == ["story-changed"]
    assert [button.data for button in buttons_of(shown)] == [STORY]


def test_the_end_names_the_warning_signs_that_were_met_each_once() -> None:
    done = last(started(STORY), *TO_HURT, "go:hide", "go:send", "go:tell")
    assert done.keys == ["story-heading", "story-end-helped", "story-signs", "story-sign", "story-sign"]
    assert words(done).split("\n")[-2:] == ["• sign gift", "• sign secret"]


def test_an_end_without_warning_signs_lists_none() -> None:
    assert "story-signs" not in last(started(STORY), "go:block").keys


def test_the_end_offers_another_way_its_lesson_and_other_stories() -> None:
    assert last(started(STORY), "go:block").buttons[:3] == [STORY, "lesson:first", "stories"]


def test_a_story_goes_on_where_the_child_stopped() -> None:
    done = child_tapped(STORY, learner=through(started(STORY), *TO_HURT))
    assert verbatim_of(done.messages[0]) == ["scene hurt"]
    assert not done.has(Count)


def test_a_story_told_to_its_end_begins_anew_with_no_sign_met() -> None:
    again = child_tapped(STORY, learner=through(started(STORY), *TO_HURT, "go:tell"))
    assert again.learner.stories["stranger"] == StoryProgress("hello", ends=("helped",))
    other = last(again.learner, "go:block")
    assert "story-signs" not in other.keys
    assert other.learner.stories["stranger"].ends == ("helped", "safe")


def test_the_list_shows_what_was_told_to_an_end() -> None:
    assert labels(child_tapped("stories"))[0] == "button-story-new"
    assert labels(child_tapped("stories", learner=started(STORY)))[0] == "button-story-new"
    told = through(started(STORY), "go:block")
    assert labels(child_tapped("stories", learner=told))[0] == "button-story-done"


@pytest.mark.parametrize("what", ["go:send", "go", "go:chat:x", "next", "answer:good"])
def test_what_is_no_choice_here_says_that_it_is_old(what: str) -> None:
    assert move(started(STORY), what).toast == "toast-old-button"


@pytest.mark.parametrize("what", ["out", "go:chat"])
def test_nothing_goes_on_after_the_end(what: str) -> None:
    assert last(started(STORY), "go:block", what).toast == "toast-old-button"


def test_a_double_tap_changes_nothing() -> None:
    at = started(STORY)
    once = move(at, "go:chat")
    assert move(once.learner, "go:chat", screen=at.screen).toast == "toast-old-button"


def test_a_tap_on_a_lesson_that_was_left_for_a_story_says_that_it_is_old() -> None:
    lesson = started()
    story = started(STORY, lesson)
    assert move(story, "start", screen=lesson.screen).toast == "toast-old-button"


def test_a_scene_that_has_left_the_story_begins_it_anew() -> None:
    gone = learner(story="stranger", stories={"stranger": StoryProgress("gone", ("gift",))})
    assert verbatim_of(child_tapped(STORY, learner=gone).messages[0]) == ["scene hello"]
    assert move(gone, "go:chat").toast == "toast-old-button"


def test_a_story_that_is_gone_leads_to_the_list() -> None:
    assert child_tapped("story:gone").keys == ["stories-intro"]


choices = st.sampled_from(["go:chat", "go:block", "go:back", "go:send", "go:tell", "go:hide", "out", "x"])


@settings(max_examples=100)
@given(st.lists(choices, max_size=20))
def test_from_anywhere_the_way_out_ends_the_story(moves: list[str]) -> None:
    who = child_tapped(STORY, learner=through(started(STORY), *moves)).learner
    assert move(who, "out").keys[:2] == ["story-heading", "story-end-think"]
