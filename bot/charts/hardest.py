"""The questions that the fewest got right at the first try."""

from bot.charts.scale import Scale
from bot.charts.svg import ORANGE, PALE, QUIET, Drawing
from bot.domain.figures import Say, of_share
from bot.domain.learning.insights import Insights
from bot.domain.shortening import brief

_WIDTH = 1280
_TOP = 100
_ROW = 78
_SCALE = Scale(760, 400)
_LONGEST = 56


def hardest_chart(figures: Insights, say: Say, most: int) -> str:
    """One row a question, as SVG."""
    rows = figures.hardest(most)
    drawing = Drawing(_WIDTH, _TOP + _ROW * max(1, len(rows)), say("figures-hardest"))
    drawing.text(40, 62, say("figures-hardest"), size=36, bold=True)
    for number, (lesson, one) in enumerate(rows):
        top = _TOP + _ROW * number
        drawing.text(40, top + 32, brief(one.question.text, _LONGEST), size=22)
        drawing.text(40, top + 60, lesson.lesson.title, size=19, colour=QUIET)
        share = one.right_share
        end = _SCALE.at(share.percent / 100) if share is not None else _SCALE.x
        drawing.bar(_SCALE.x, top + 16, _SCALE.width, 30, PALE)
        drawing.bar(_SCALE.x, top + 16, end - _SCALE.x, 30, ORANGE)
        drawing.text(_SCALE.x + _SCALE.width + 16, top + 40, of_share(share), size=23, bold=True)
    return str(drawing)
