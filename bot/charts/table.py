"""All figures as one table (CSV), for a spreadsheet. No cell of it can be a formula."""

import csv
import io
from collections.abc import Iterator

from bot.domain.figures import NOTHING, Say, of_mean, percent
from bot.domain.learning.cells import PERCENT, Share
from bot.domain.learning.gain import Gain
from bot.domain.learning.insights import (
    Insights,
    LessonFigures,
    PracticeFigures,
    QuestionFigures,
    StoryFigures,
)
from content.schema import EndKind

Row = dict[str, str]

_COLUMNS = (
    *("column-kind", "column-title", "column-text", "column-begun", "column-finished", "column-share"),
    *("column-right", "column-missed", "column-skipped", "column-hints", "column-pairs", "column-before"),
    *("column-after", "column-gain", "column-low", "column-high", "column-safe", "column-helped"),
    *("column-think", "column-believed"),
)
_ENDS = {
    EndKind.SAFE: "column-safe",
    EndKind.HELPED: "column-helped",
    EndKind.THINK: "column-think",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet may take for a formula at the beginning of a cell (OWASP, "CSV Injection")."""


def table(figures: Insights, say: Say) -> str:
    """The table, with a heading. What does not belong to a row is empty."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(plain(say(column)) for column in _COLUMNS)
    for row in _rows(figures, say):
        rows.writerow(plain(row.get(column, "")) for column in _COLUMNS)
    return written.getvalue()


def plain(cell: str) -> str:
    """A cell on one line that stays text."""
    line = " ".join(cell.split()) if not cell.startswith(_FORMULA) else cell
    return f"'{' '.join(line.split())}" if line.startswith(_FORMULA) else line


def _rows(figures: Insights, say: Say) -> Iterator[Row]:
    for lesson in figures.lessons:
        yield _lesson(lesson, say)
        yield from (_question(lesson, one, say) for one in lesson.questions)
    yield from (_story(one, say) for one in figures.stories)
    yield from (_practice(one, say) for one in figures.practice)


def _lesson(one: LessonFigures, say: Say) -> Row:
    return {
        "column-kind": say("kind-lesson"),
        "column-title": one.lesson.title,
        "column-begun": str(one.begun),
        "column-finished": str(one.finished),
        "column-share": _percent(one.finished_share),
        "column-pairs": str(one.pairs),
    } | _gain(one.gain)


def _gain(gain: Gain | None) -> Row:
    if gain is None:
        return dict.fromkeys(("column-before", "column-after", "column-gain"), NOTHING)
    return {
        "column-before": of_mean(gain.before),
        "column-after": of_mean(gain.after),
        "column-gain": _bare(percent(gain.value)),
        "column-low": _bare(percent(gain.low)),
        "column-high": _bare(percent(gain.high)),
    }


def _question(lesson: LessonFigures, one: QuestionFigures, say: Say) -> Row:
    return {
        "column-kind": say("kind-question"),
        "column-title": lesson.lesson.title,
        "column-text": one.question.text,
        "column-begun": str(one.shown),
        "column-share": _percent(one.right_share),
        "column-right": str(one.right),
        "column-missed": str(one.missed),
        "column-skipped": str(one.skipped),
        "column-hints": str(one.hints),
        "column-believed": "; ".join(map(lesson.belief, one.misconceptions)),
    }


def _story(one: StoryFigures, say: Say) -> Row:
    row = {"column-kind": say("kind-story"), "column-title": one.story.title, "column-begun": str(one.begun)}
    return row | {_ENDS[kind]: str(cell) for kind, cell in one.ends.items()}


def _practice(one: PracticeFigures, say: Say) -> Row:
    return {
        "column-kind": say("kind-practice"),
        "column-title": say(f"figures-practice-{one.kind}"),
        "column-begun": str(one.begun),
        "column-finished": str(one.finished),
    }


def _percent(share: Share | None) -> str:
    return NOTHING if share is None else _bare(str(share))


def _bare(told: str) -> str:
    """Without the sign for percent, which stands in the heading."""
    return told.removesuffix(PERCENT)
