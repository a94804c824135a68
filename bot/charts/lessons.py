"""Lessons: how many who began finished, and how much was learned."""

from bot.charts.scale import Scale
from bot.charts.svg import BLUE, GREEN, INK, PALE, QUIET, Drawing
from bot.domain.figures import Say, of_gain, of_period
from bot.domain.learning.cells import Sign
from bot.domain.learning.gain import Gain
from bot.domain.learning.insights import Insights, LessonFigures

_WIDTH = 1280
_TOP = 190
_ROW = 62
_BELOW = 140
_FINISHED = Scale(430, 260)
_GAIN = Scale(900, 270, low=-0.5)


def lessons_chart(figures: Insights, say: Say) -> str:
    """One row a lesson, as SVG."""
    bottom = _TOP + _ROW * len(figures.lessons)
    drawing = Drawing(_WIDTH, bottom + _BELOW, say("figures-lessons"))
    drawing.text(40, 62, say("figures-lessons"), size=36, bold=True)
    drawing.text(40, 104, of_period(figures.period, say), size=24, colour=QUIET)
    drawing.text(_FINISHED.x, _TOP - 24, say("figures-finished"), size=23, bold=True)
    drawing.text(_WIDTH - 40, _TOP - 24, say("figures-gain"), size=23, anchor="end", bold=True)
    _FINISHED.draw(drawing, _TOP, bottom, (0, 0.5, 1))
    _GAIN.draw(drawing, _TOP, bottom, (-0.5, 0, 0.5, 1))
    for number, lesson in enumerate(figures.lessons):
        _row(drawing, _TOP + _ROW * number, lesson)
    drawing.text(40, bottom + 78, say("figures-gain-note"), size=21, colour=QUIET)
    drawing.text(40, bottom + 110, say("figures-covered-note"), size=21, colour=QUIET)
    return str(drawing)


def _row(drawing: Drawing, top: float, lesson: LessonFigures) -> None:
    base = top + _ROW / 2 + 8
    drawing.text(40, base, lesson.lesson.title, size=24)
    _finished(drawing, top + 15, lesson)
    drawing.text(_FINISHED.x + _FINISHED.width + 18, base, _label(lesson), size=21, colour=INK)
    if lesson.gain is not None:
        _gained(drawing, top + _ROW / 2, lesson.gain)
    drawing.text(_GAIN.x + _GAIN.width + 18, base, of_gain(lesson.gain), size=23, bold=True)


def _finished(drawing: Drawing, top: float, lesson: LessonFigures) -> None:
    """What is certain is dark, what may be is pale."""
    share = lesson.finished_share
    if share is None:
        return
    end = _FINISHED.at(share.percent / 100)
    whole = _FINISHED.at(1.0) if share.sign is Sign.OVER else end
    drawing.bar(_FINISHED.x, top, whole - _FINISHED.x, 32, PALE)
    if share.sign is not Sign.UNDER:
        drawing.bar(_FINISHED.x, top, end - _FINISHED.x, 32, BLUE)


def _label(lesson: LessonFigures) -> str:
    if lesson.begun.exact is None:
        return str(lesson.begun)
    of = f"{lesson.finished}/{lesson.begun}"
    return of if lesson.finished_share is None else f"{lesson.finished_share} ({of})"


def _gained(drawing: Drawing, middle: float, gain: Gain) -> None:
    """The range ends in a stroke, but where it goes on beyond the scale."""
    drawing.line((_GAIN.at(gain.low), middle), (_GAIN.at(gain.high), middle), colour=GREEN, width=5)
    for end in (_GAIN.at(value) for value in (gain.low, gain.high) if value >= _GAIN.low):
        drawing.line((end, middle - 9), (end, middle + 9), colour=GREEN, width=5)
    drawing.dot(_GAIN.at(gain.value), middle, 11, GREEN)
