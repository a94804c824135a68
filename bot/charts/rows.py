"""The tables of the report: headings and rows of words."""

from dataclasses import dataclass

from bot.domain.figures import NOTHING, Say, of_gain, of_interval, of_mean, of_share
from bot.domain.learning.insights import Insights, LessonFigures, QuestionFigures
from bot.domain.shortening import brief

_LONGEST = 120
"""Characters of a question in a table."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table. The first column holds names, the others figures; with `words` the last one holds words."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    words: bool = False


def lessons_table(figures: Insights, say: Say) -> Table:
    """Begun, finished and learned, by lesson."""
    headings = (
        say("report-column-lesson"),
        say("report-column-begun"),
        say("report-column-finished"),
        say("report-column-share"),
        say("report-column-pairs"),
        say("report-column-means"),
        say("report-column-gain"),
        say("report-column-range"),
    )
    return Table(headings, tuple(_lesson(one, say) for one in figures.lessons))


def _lesson(one: LessonFigures, say: Say) -> tuple[str, ...]:
    begun = (
        one.lesson.title,
        str(one.begun),
        str(one.finished),
        of_share(one.finished_share),
        str(one.pairs),
    )
    return (*begun, _means(one, say), of_gain(one.gain), of_interval(one.gain, say))


def _means(one: LessonFigures, say: Say) -> str:
    if one.gain is None:
        return NOTHING
    return say("report-means", before=of_mean(one.gain.before), after=of_mean(one.gain.after))


def hardest_rows(figures: Insights, say: Say, most: int) -> Table:
    """The hardest questions, with what is believed most by those who missed them."""
    headings = (say("report-column-question"), say("report-column-right"), say("report-column-believed"))
    rows = tuple(_hardest(lesson, one) for lesson, one in figures.hardest(most))
    return Table(headings, rows, words=True)


def _hardest(lesson: LessonFigures, one: QuestionFigures) -> tuple[str, ...]:
    believed = "; ".join(map(lesson.belief, one.misconceptions))
    return brief(one.question.text, _LONGEST), of_share(one.right_share), believed or NOTHING


def stories_table(figures: Insights, say: Say) -> Table:
    """Begun and ended, by story."""
    headings = (
        say("report-column-story"),
        say("report-column-begun"),
        say("figures-end-safe"),
        say("figures-end-helped"),
        say("figures-end-think"),
    )
    rows = ((one.story.title, str(one.begun), *map(str, one.ends.values())) for one in figures.stories)
    return Table(headings, tuple(rows))


def practice_table(figures: Insights, say: Say) -> Table:
    """Begun and finished, by kind of round."""
    headings = (say("report-column-round"), say("report-column-begun"), say("report-column-finished"))
    rows = (
        (say(f"figures-practice-{one.kind}"), str(one.begun), str(one.finished)) for one in figures.practice
    )
    return Table(headings, tuple(rows))


def questions_tables(figures: Insights, say: Say) -> tuple[Table, ...]:
    """All questions, a table a lesson."""
    headings = (
        say("report-column-question"),
        say("report-column-shown"),
        say("report-column-right"),
        say("report-column-missed"),
        say("report-column-skipped"),
        say("report-column-hints"),
    )
    return tuple(
        Table(headings, tuple(map(_question, one.questions)), caption=one.lesson.title)
        for one in figures.lessons
    )


def _question(one: QuestionFigures) -> tuple[str, ...]:
    cells = (one.shown, one.right, one.missed, one.skipped, one.hints)
    return brief(one.question.text, _LONGEST), *map(str, cells)
