"""Every screen with the real content: it can be said in every language, and its buttons fit."""

from collections.abc import Iterator
from functools import cache

import pytest

from bot.domain import actions
from bot.domain.effects import (
    EditCard,
    EditForChild,
    Effect,
    PostInCase,
    PostToStaff,
    SaveLearner,
    SayToChild,
    ShowPicture,
)
from bot.domain.inputs import ButtonTapped, CommandReceived, TextReceived
from bot.domain.judgement import Band, Judgement
from bot.domain.learning.progress import Stage
from bot.domain.route import decide
from bot.domain.speech import Message, speak
from bot.domain.state import CaseStatus, Learner, State
from bot.domain.support.card import card
from bot.domain.world import Policy, World
from content.loader import CONTENT_ROOT, build
from content.reading import read_tree
from content.schema import AgeBand, Severity
from tests.domain.build import (
    CHILD,
    CONCERN,
    EMERGENCY,
    NOW,
    ROSTER,
    URGENT,
    at_the_desk,
    case,
    child_words,
    judged,
    letter,
    moment,
    staff_replied,
)

LONGEST_DATA = 64
FIXED = ("menu", "help", "languages", "kept", "ask", "lessons", "person", "inbox", "only", "hide", "delete")
CONFIRMED = ("hide:yes", "delete:yes", "language:th", "language:en", "age:skip", "open", "ask_person")


@cache
def real() -> World:
    tree, _ = read_tree(CONTENT_ROOT)
    return World(build(tree), Policy(organisation="O", staff_language="th", bot_username="friend_bot"))


def said(effects: tuple[Effect, ...]) -> Iterator[tuple[Message, tuple[str, ...]]]:
    for one in effects:
        if isinstance(one, SayToChild | ShowPicture | EditForChild):
            yield one.message, one.languages
        elif isinstance(one, PostInCase | PostToStaff | EditCard):
            yield one.message, ("th",)


def check(effects: tuple[Effect, ...]) -> None:
    """Say it all, and measure it."""
    for message, languages in said(effects):
        spoken = speak(message, languages, real().content.texts)
        assert 1 <= len(spoken.text) <= 4096
        for button in (button for row in spoken.rows for button in row):
            assert 1 <= len(button.data.encode()) <= LONGEST_DATA
            assert button.text
            assert actions.read(button.data) is not None


def tapped(data: str, learner: Learner | None, **known: object) -> tuple[Effect, ...]:
    state = State(learner=learner, roster=ROSTER, **known)  # type: ignore[arg-type]
    return decide(ButtonTapped(CHILD, 5, "query", data), state, real(), None, moment())


LEARNERS = [None, Learner(CHILD, language="th"), Learner(CHILD, language="en")]
JUDGEMENTS = [EMERGENCY, URGENT, CONCERN, judged(), judged(help_word=True), Judgement.failed()]


@pytest.mark.parametrize("learner", LEARNERS)
@pytest.mark.parametrize("data", [*FIXED, *CONFIRMED])
@pytest.mark.parametrize("known", [None, case(), case(status=CaseStatus.RESOLVED)])
def test_every_screen_can_be_said(data: str, learner: Learner | None, known: object) -> None:
    check(tapped(data, learner, case=known, unopened=(letter(),) if known else ()))


@pytest.mark.parametrize("learner", LEARNERS)
@pytest.mark.parametrize("judgement", JUDGEMENTS)
@pytest.mark.parametrize("known", [None, case(), case(status=CaseStatus.RESOLVED)])
def test_every_reply_can_be_said(judgement: Judgement, learner: Learner | None, known: object) -> None:
    state = State(learner=learner, case=known, roster=ROSTER)  # type: ignore[arg-type]
    check(decide(TextReceived(CHILD, 5, "words"), state, real(), judgement, moment()))


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_answer_can_be_said(language: str) -> None:
    for topic in real().content.faq[language]:
        for data in ("faq", "helped", "not_helped", "ask_person"):
            check(tapped(f"{data}:{topic}", Learner(CHILD, language=language)))


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_topic_can_be_offered(language: str) -> None:
    topics = tuple(real().content.faq[language])
    for start in range(0, len(topics), 3):
        asked = judged(band=Band.ASK, topics=topics[start:])
        state = State(learner=Learner(CHILD, language=language))
        check(decide(TextReceived(CHILD, 5, "words"), state, real(), asked, moment()))


def walk(begin: str, language: str, prefer: int, band: AgeBand | None) -> Learner:
    """The child after tapping some button of each screen until there is none, or for long enough."""
    known: Learner | None = Learner(CHILD, language=language, age_band=band, screen=10**8)
    effects = tapped(begin, known)
    for number in range(200):
        check(effects)
        known = next(one.learner for one in effects if isinstance(one, SaveLearner))
        onward = [data for data in buttons(effects) if data.startswith("s:")]
        if not onward:
            break
        effects = tapped(onward[(prefer + number) % len(onward) if prefer else 0], known)
    assert known is not None
    return known


def buttons(effects: tuple[Effect, ...]) -> list[str]:
    shown = [one.message for one in effects if isinstance(one, SayToChild | ShowPicture | EditForChild)]
    return [button.data for message in shown for row in message.rows for button in row]


WALKS = [(0, None), (2, None), (5, AgeBand.OLDER)]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(("prefer", "band"), WALKS)
def test_every_screen_of_every_lesson_can_be_said(language: str, prefer: int, band: AgeBand | None) -> None:
    for lesson in real().content.lessons[language]:
        assert walk(f"lesson:{lesson}", language, prefer, band).progress[lesson].stage is not Stage.COVER


ONWARD = ("next", "start", "solution", "answer", "stay", "skip")


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("band", [None, *AgeBand])
def test_every_lesson_can_be_finished_at_every_age(language: str, band: AgeBand | None) -> None:
    for lesson in real().content.lessons[language].values():
        known: Learner | None = Learner(CHILD, language=language, age_band=band)
        effects = tapped(f"lesson:{lesson.id}", known)
        for _ in range(3 * len(lesson.steps)):
            known = next(one.learner for one in effects if isinstance(one, SaveLearner))
            if known.progress[lesson.id].finished:
                break
            on = next(data for move in ONWARD for data in buttons(effects) if data.split(":")[2:3] == [move])
            effects = tapped(on, known)
        assert known is not None
        assert known.progress[lesson.id].finished


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("prefer", [0, 1, 2, 3, 5, 7])
def test_every_screen_of_every_story_can_be_said(language: str, prefer: int) -> None:
    for story in real().content.stories[language]:
        assert walk(f"story:{story}", language, prefer, None).stories[story].ends


@pytest.mark.parametrize("status", list(CaseStatus))
@pytest.mark.parametrize("severity", [Severity.CONCERN, Severity.URGENT, Severity.EMERGENCY])
def test_every_card_can_be_said(status: CaseStatus, severity: Severity) -> None:
    worst = case(severity, status=status, safe_to_write=False, reachable=False, machine_read=False)
    for language in ("th", "en"):
        spoken = speak(card(worst, real(), ROSTER), (language,), real().content.texts)
        assert all(len(button.data) <= LONGEST_DATA for row in spoken.rows for button in row)


def test_the_words_of_a_child_fill_no_button() -> None:
    done = staff_replied(at_the_desk(case(last_child_at=NOW), replied_to=child_words("x" * 4096)))
    check(done.effects)


@pytest.mark.parametrize("command", ["start", "help", "language", "hide", "delete", "privacy", "lessons"])
@pytest.mark.parametrize("learner", LEARNERS)
def test_every_command_can_be_answered(command: str, learner: Learner | None) -> None:
    state = State(learner=learner)
    check(decide(CommandReceived(CHILD, 5, command), state, real(), None, moment()))
