"""Stories: how they ended. One bar a kind of end, since parts that are covered cannot be stacked."""

from bot.charts.scale import Scale
from bot.charts.svg import BLUE, GREEN, ORANGE, QUIET, Drawing
from bot.domain.figures import Say
from bot.domain.learning.insights import Insights, StoryFigures
from content.schema import EndKind

_WIDTH = 1280
_TOP = 120
_ROW = 132
_BAR = 30
_LEFT = 620
_LONGEST = 540
_COLOURS = {EndKind.SAFE: GREEN, EndKind.HELPED: BLUE, EndKind.THINK: ORANGE}


def stories_chart(figures: Insights, say: Say) -> str:
    """One row a story, as SVG."""
    drawing = Drawing(_WIDTH, _TOP + _ROW * len(figures.stories), say("figures-stories"))
    drawing.text(40, 62, say("figures-stories"), size=36, bold=True)
    most = max((cell.least for story in figures.stories for cell in story.ends.values()), default=0)
    scale = Scale(_LEFT, _LONGEST, high=max(1, most))
    for number, story in enumerate(figures.stories):
        _row(drawing, _TOP + _ROW * number, story, scale, say)
    return str(drawing)


def _row(drawing: Drawing, top: float, story: StoryFigures, scale: Scale, say: Say) -> None:
    drawing.text(40, top + 40, story.story.title, size=25)
    drawing.text(40, top + 74, say("figures-story-begun", begun=str(story.begun)), size=21, colour=QUIET)
    names = (say("figures-end-safe"), say("figures-end-helped"), say("figures-end-think"))
    for place, (kind, name) in enumerate(zip(EndKind, names, strict=True)):
        y, cell = top + place * (_BAR + 6), story.ends[kind]
        drawing.text(_LEFT - 14, y + 23, name, size=21, anchor="end")
        end = scale.at(cell.least)
        drawing.bar(_LEFT, y, end - _LEFT, _BAR, _COLOURS[kind])
        drawing.text(end + 12, y + 23, str(cell), size=21)
