"""A round of questions from several lessons: what is due today, or the mixed check. Pure."""

from dataclasses import replace

from bot.domain.learning import asking, path
from bot.domain.learning.progress import Asking, Practice, PracticeKind
from bot.domain.learning.remembering import due, key_of
from bot.domain.learning.shuffling import shuffled
from bot.domain.state import Learner
from bot.domain.world import Moment
from content.content import Content
from content.schema import Lesson, Question

Move = tuple[str, ...]

LONGEST = 8
"""Questions of one round; what else is due waits for the next."""


def review(content: Content, language: str, learner: Learner, moment: Moment) -> Practice | None:
    """A round of what is due, or None when nothing is."""
    keys = (key for key in due(learner.memory, moment.now) if found(content, language, key) is not None)
    queue = tuple(keys)[:LONGEST]
    return Practice(PracticeKind.REVIEW, queue) if queue else None


def missed(content: Content, language: str, learner: Learner, lesson_id: str) -> Practice | None:
    """A round of what was missed in a lesson the last time, or None when nothing was."""
    at = learner.progress.get(lesson_id)
    keys = (key_of(lesson_id, question) for question in (at.missed if at is not None else ()))
    queue = tuple(key for key in keys if found(content, language, key) is not None)[:LONGEST]
    return Practice(PracticeKind.REVIEW, queue) if queue else None


def check(content: Content, language: str, learner: Learner) -> Practice | None:
    """One question of each lesson, others for each child; None before all lessons are finished."""
    lessons = content.lessons[language].values()
    if not lessons or not all(_finished(learner, lesson) for lesson in lessons):
        return None
    return Practice(PracticeKind.CHECK, tuple(_drawn(learner, lesson) for lesson in lessons))


def _finished(learner: Learner, lesson: Lesson) -> bool:
    at = learner.progress.get(lesson.id)
    return at is not None and at.finished


def _drawn(learner: Learner, lesson: Lesson) -> str:
    met = path.questions(lesson, learner.age_band, short=False)
    return key_of(lesson.id, shuffled(met, learner.ref, "check", lesson.id)[0].id)


def found(content: Content, language: str, key: str) -> tuple[Lesson, Question] | None:
    """The question of a key and its lesson, or None when content no longer has it."""
    lesson_id, _, question_id = key.partition("/")
    lesson = content.lesson(language, lesson_id)
    question = lesson.question(question_id) if lesson is not None else None
    return (lesson, question) if lesson is not None and question is not None else None


def onward(content: Content, language: str, at: Practice) -> Practice:
    """The round at its next question that content still has."""
    places = range(at.at, len(at.queue))
    here = next((place for place in places if found(content, language, at.queue[place])), len(at.queue))
    return at if here == at.at else replace(at, at=here, asking=Asking())


def over(at: Practice) -> bool:
    """Whether the round is over."""
    return at.at >= len(at.queue)


def moved(question: Question, at: Practice, move: Move) -> Practice | None:
    """Where a move leads, or None when it is not possible here (a forged or an old button)."""
    match move:
        case ("next",) if at.asking.solved:
            return replace(at, at=at.at + 1, asking=Asking())
        case ("skip",) if not at.asking.solved:
            return replace(at, at=at.at + 1, asking=Asking())
        case _:
            now = asking.moved(question, at.asking, move)
            if now is None:
                return None
            return replace(at, asking=now, right=at.right + int(asking.first_answer(at.asking, now) is True))
