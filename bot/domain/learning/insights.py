"""What works: how lessons, questions, stories and practice go. Only what may be told of anonymous counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.domain.learning.cells import FEWEST, Cell, Share, Sign, among, nested, parted, share, told, total
from bot.domain.learning.gain import MOST, Gain, gain
from bot.domain.learning.progress import PracticeKind
from content.content import Content
from content.schema import Choice, EndKind, Lesson, Question, Several, Situation, Story

Counts = Mapping[str, int]

LOOKED_BACK_DAYS = 90
"""Days of one look in the staff group."""


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days, the first and the last one included."""

    first: date
    last: date


def period(now: datetime, first: date | None = None) -> Period:
    """The days to look at. Yesterday is the last one, so that two looks on one day tell nothing of that day.

    Days are counted in UTC, as the counters are.
    """
    last = now.astimezone(UTC).date() - timedelta(days=1)
    return Period(first or last - timedelta(days=LOOKED_BACK_DAYS - 1), last)


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """One question. `misconceptions`: ids of what is believed most by those who missed it, the most first."""

    question: Question
    shown: Cell
    right: Cell
    missed: Cell
    skipped: Cell
    hints: Cell
    misconceptions: tuple[str, ...]

    @property
    def right_share(self) -> Share | None:
        """Right at the first try, of those who answered."""
        return _right_share(self.right, self.missed)


@dataclass(frozen=True, slots=True)
class LessonFigures:
    """One lesson. `pairs`: how many answered the questions before and after it."""

    lesson: Lesson
    begun: Cell
    finished: Cell
    pairs: Cell
    gain: Gain | None
    questions: tuple[QuestionFigures, ...]

    def belief(self, misconception: str) -> str:
        """A misconception in words; its bare id where content has no words for it."""
        return self.lesson.misconceptions.get(misconception, misconception)

    @property
    def finished_share(self) -> Share | None:
        """Finished, of those who began."""
        return share(self.finished, self.begun)


@dataclass(frozen=True, slots=True)
class StoryFigures:
    """One story and its ends by kind."""

    story: Story
    begun: Cell
    ends: Mapping[EndKind, Cell]


@dataclass(frozen=True, slots=True)
class PracticeFigures:
    """Rounds of one kind."""

    kind: PracticeKind
    begun: Cell
    finished: Cell


@dataclass(frozen=True, slots=True)
class Insights:
    """All that may be told of a period. `gain`: over all lessons whose own gain is told."""

    period: Period
    lessons: tuple[LessonFigures, ...]
    stories: tuple[StoryFigures, ...]
    practice: tuple[PracticeFigures, ...]
    gain: Gain | None

    @property
    def begun(self) -> Cell:
        """Lessons begun."""
        return total(one.begun for one in self.lessons)

    @property
    def finished(self) -> Cell:
        """Lessons finished."""
        return total(one.finished for one in self.lessons)

    @property
    def stories_begun(self) -> Cell:
        """Stories begun."""
        return total(one.begun for one in self.stories)

    @property
    def practised(self) -> Cell:
        """Rounds of practice finished."""
        return total(one.finished for one in self.practice)

    def hardest(self, most: int) -> tuple[tuple[LessonFigures, QuestionFigures], ...]:
        """The questions that the fewest got right at the first try, where that share is told exactly."""
        known = [
            (part.percent, lesson, one)
            for lesson in self.lessons
            for one in lesson.questions
            if (part := one.right_share) is not None and part.sign is Sign.EXACT
        ]
        return tuple((lesson, one) for _, lesson, one in sorted(known, key=lambda row: row[0])[:most])


def insights(counts: Counts, content: Content, language: str, over: Period) -> Insights:
    """The figures of a period; titles in one language."""
    lessons = tuple(_lesson(counts, lesson) for lesson in content.lessons[language].values())
    return Insights(
        period=over,
        lessons=lessons,
        stories=tuple(_story(counts, story) for story in content.stories[language].values()),
        practice=tuple(_practice(counts, kind) for kind in PracticeKind),
        gain=_gain_of_all(counts, lessons),
    )


def _lesson(counts: Counts, lesson: Lesson) -> LessonFigures:
    answers = _answers(counts, lesson.id)
    begun, finished = (counts.get(f"lesson_{what}:{lesson.id}", 0) for what in ("begun", "finished"))
    shown, ended, pairs = nested(begun, finished, sum(answers.values()))
    known = gain(answers) if pairs.sign in (Sign.EXACT, Sign.OVER) else None
    questions = tuple(_question(counts, lesson, one) for one in lesson.questions)
    return LessonFigures(lesson, shown, ended, pairs, known, questions)


def _answers(counts: Counts, lesson: str) -> dict[tuple[int, int], int]:
    """How many children had how many of the questions right, before and after."""
    scores = range(MOST + 1)
    names = {(b, a): f"lesson_gain:{lesson}:{b}:{a}" for b in scores for a in scores}
    return {pair: counts[name] for pair, name in names.items() if counts.get(name, 0) > 0}


def _gain_of_all(counts: Counts, lessons: Iterable[LessonFigures]) -> Gain | None:
    """Lessons that tell no gain of their own are left out: nothing about them may follow by subtracting."""
    added: dict[tuple[int, int], int] = {}
    for one in lessons:
        if one.gain is not None:
            for pair, number in _answers(counts, one.lesson.id).items():
                added[pair] = added.get(pair, 0) + number
    return gain(added)


def _question(counts: Counts, lesson: Lesson, question: Question) -> QuestionFigures:
    names = (f"question_{what}:{lesson.id}:{question.id}" for what in ("right", "missed", "skipped", "hint"))
    right, missed, skipped, hints = (counts.get(name, 0) for name in names)
    shown, cells = parted((right, missed, skipped))
    known = sum(cell.exact or 0 for cell in cells)
    chosen = {name: counts.get(f"misconception:{lesson.id}:{name}", 0) for name in _own(lesson, question)}
    return QuestionFigures(
        question,
        shown,
        right=cells[0],
        missed=cells[1],
        skipped=cells[2],
        hints=nested(known, hints)[1],
        misconceptions=most_chosen(missed, chosen),
    )


def _own(lesson: Lesson, question: Question) -> tuple[str, ...]:
    """The misconceptions that only this question of the lesson can show: they are counted by lesson."""
    elsewhere = {name for other in lesson.questions if other.id != question.id for name in shown_by(other)}
    return tuple(name for name in shown_by(question) if name not in elsewhere)


def shown_by(question: Question) -> tuple[str, ...]:
    """The misconceptions that wrong answers to a question show."""
    match question:
        case Choice(options=options) | Several(options=options):
            named = [option.misconception for option in options]
        case Situation(ways=ways):
            named = [way.misconception for way in ways]
        case _:
            named = [question.misconception]
    return tuple(dict.fromkeys(name for name in named if name is not None))


def most_chosen(missed: int, chosen: Mapping[str, int]) -> tuple[str, ...]:
    """Names alone, the most chosen first: with numbers, those of the others would follow.

    At least five of those who missed may have chosen any of the others, and an empty list tells nothing.
    """
    if missed < (FEWEST - 1) * len(chosen) + FEWEST:
        return ()
    order = sorted(
        (name for name, n in chosen.items() if n >= FEWEST), key=lambda name: (-chosen[name], name)
    )
    while len(order) > 1 and sum(chosen[name] for name in order) > missed - FEWEST:
        order.pop()
    return tuple(order)


def _right_share(right: Cell, missed: Cell) -> Share | None:
    if right.exact is not None and missed.exact is not None:
        return share(right, told(right.exact + missed.exact))
    if right.exact is not None:
        return Share(Sign.OVER, round(100 * right.exact / (right.exact + FEWEST)))
    if missed.exact is not None:
        return Share(Sign.UNDER, round(100 * FEWEST / (FEWEST + missed.exact)))
    return None


def _story(counts: Counts, story: Story) -> StoryFigures:
    ends = [counts.get(f"story_end:{story.id}:{kind}", 0) for kind in EndKind]
    begun, cells = among(counts.get(f"story_begun:{story.id}", 0), ends)
    return StoryFigures(story, begun, dict(zip(EndKind, cells, strict=True)))


def _practice(counts: Counts, kind: PracticeKind) -> PracticeFigures:
    begun, finished = (counts.get(f"practice_{what}:{kind}", 0) for what in ("begun", "finished"))
    shown, ended = nested(begun, finished)
    return PracticeFigures(kind, shown, ended)
