"""Questions in three bands: answer, ask back, say honestly that there is no answer."""

from dataclasses import replace

import pytest

from bot.domain.child import Turn, child_turn
from bot.domain.effects import Count
from bot.domain.judgement import Band, FaqRanking, Judgement
from bot.domain.questions import answer_parts
from content.schema import Severity
from tests.domain.build import CHILD, child_tapped, child_wrote, judged, learner, moment, state
from tests.domain.tiny_content import content, world


def thai_turn() -> Turn:
    return child_turn(CHILD, state(learner=learner(language="th")), world(), moment())


ANSWER = judged(band=Band.ANSWER, topics=("safety", "rights"))
ASK = judged(band=Band.ASK, topics=("safety", "rights", "secrets", "friends"))


def test_it_answers_when_it_is_sure() -> None:
    assert "safety answer th" in str(child_wrote(judgement=ANSWER).messages)


def test_it_answers_in_the_language_of_the_child() -> None:
    assert "safety answer en" in str(child_wrote(judgement=ANSWER, learner=learner(language="en")).messages)


def test_it_asks_back_with_at_most_three_topics() -> None:
    done = child_wrote(judgement=ASK)
    assert done.keys == ["faq-did-you-mean"]
    assert done.buttons == ["faq:safety", "faq:rights", "faq:secrets", "ask_person", "menu", "help"]


@pytest.mark.parametrize("judgement", [judged(), judged(band=Band.NONE, topics=("safety",))])
def test_it_says_honestly_that_it_has_no_answer(judgement: Judgement) -> None:
    done = child_wrote(judgement=judgement)
    assert done.keys == ["faq-none"]
    assert "ask_person" in done.buttons


def test_without_an_answer_it_offers_the_lesson_of_the_nearest_topic_by_its_name() -> None:
    done = child_wrote(judgement=judged(topics=("safety", "rights")), learner=learner(language="en"))
    assert done.buttons == ["ask_person", "lesson:first", "menu", "help"]
    assert content().lessons["en"]["first"].title in str(done.messages)


NO_LESSON_NEAR = [
    judged(),
    judged(topics=("gone", "safety")),
    judged(topics=("rights", "safety")),  # its next step is another one
    replace(judged(), faq=FaqRanking(Band.NONE, ("safety",), (0.3,), related=False)),
    judged(band=Band.ANSWER, topics=("gone",)),
]


@pytest.mark.parametrize("judgement", NO_LESSON_NEAR)
def test_it_offers_all_lessons_where_none_is_near(judgement: Judgement) -> None:
    assert child_wrote(judgement=judgement).buttons == ["ask_person", "lessons", "menu", "help"]


@pytest.mark.parametrize("band", [Band.ANSWER, Band.ASK])
def test_it_says_so_as_well_when_the_topics_are_gone(band: Band) -> None:
    assert child_wrote(judgement=judged(band=band, topics=("gone",))).keys == ["faq-none"]


def test_it_takes_the_next_topic_when_the_best_is_gone() -> None:
    done = child_wrote(judgement=judged(band=Band.ANSWER, topics=("gone", "rights")))
    assert "rights answer th" in str(done.messages)


def test_a_topic_far_down_the_list_is_no_choice() -> None:
    gone = tuple(f"gone_{n}" for n in range(5))
    assert "faq:rights" in child_wrote(judgement=judged(band=Band.ASK, topics=(*gone, "rights"))).buttons
    far = judged(band=Band.ASK, topics=(*gone, "gone_5", "rights"))
    assert child_wrote(judgement=far).keys == ["faq-none"]


def test_it_asks_gently_where_asking_may_mean_that_it_happens() -> None:
    done = child_tapped("faq:secrets")
    assert "faq-check-in" in done.keys
    assert done.buttons.count("person") == 2


def test_who_asks_about_what_may_be_happening_can_hide_the_chat_at_once() -> None:
    assert "hide" in child_tapped("faq:secrets").buttons
    assert "hide" not in child_tapped("faq:safety").buttons


def test_it_does_not_ask_so_elsewhere() -> None:
    assert "faq-check-in" not in child_tapped("faq:safety").keys


@pytest.mark.parametrize(
    ("topic", "button"),
    [("safety", "lesson:first"), ("rights", "help"), ("secrets", "person"), ("friends", "hide")],
)
def test_an_answer_has_its_next_step(topic: str, button: str) -> None:
    assert child_tapped(f"faq:{topic}").buttons[0] == button


def test_it_offers_related_questions_that_exist() -> None:
    offered = [data for data in child_tapped("faq:safety").buttons if data.startswith("faq:")]
    assert offered == ["faq:rights"]


def test_it_offers_no_more_than_two_related_questions() -> None:
    entries = content().faq["th"]
    much = entries["rights"].model_copy(update={"related": ("safety", "secrets", "friends")})
    rows = answer_parts(thai_turn(), much)[1]
    assert [button.data for row in rows for button in row][1:] == ["faq:safety", "faq:secrets"]


def test_it_offers_a_person_where_a_topic_is_gone() -> None:
    done = child_tapped("faq:gone")
    assert done.keys == ["faq-none"]
    assert "ask_person" in done.buttons


def test_it_counts_the_topic_and_never_the_words() -> None:
    assert counted("my own words", ANSWER) == ["faq:safety"]


def test_it_counts_what_it_asked_back() -> None:
    assert counted("my own words", ASK) == ["faq_ask", "faq_ask:safety"]


def test_it_counts_the_topic_nearest_to_a_question_without_an_answer() -> None:
    near = judged(band=Band.NONE, topics=("safety", "rights"))
    assert counted("my own words", near) == ["faq_none", "faq_none_near:safety"]


def test_it_counts_no_topic_that_has_nothing_in_common_with_the_question() -> None:
    far = replace(judged(), faq=FaqRanking(Band.NONE, ("safety", "rights"), (0.0, 0.0)))
    assert counted("my own words", far) == ["faq_none"]


@pytest.mark.parametrize("topics", [(), ("gone",)])
def test_it_counts_no_topic_that_content_does_not_have(topics: tuple[str, ...]) -> None:
    assert counted("my own words", judged(band=Band.NONE, topics=topics)) == ["faq_none"]


@pytest.mark.parametrize(
    "asked",
    [ANSWER, ASK, judged(topics=("safety",)), judged(), judged(band=Band.ANSWER, topics=("gone",))],
)
def test_beside_a_concern_it_counts_as_elsewhere(asked: Judgement) -> None:
    worried = replace(asked, severity=Severity.CONCERN)
    assert counted("my own words", worried) == ["severity:concern", *counted("my own words", asked)]


def counted(text: str, judgement: Judgement) -> list[str]:
    return [one.name for one in child_wrote(text, judgement=judgement).all(Count)]
