"""Figures as the files that staff are sent: a name, and what stands in it."""

from dataclasses import dataclass

from bot.charts.lessons import lessons_chart
from bot.charts.table import table
from bot.domain.effects import Form
from bot.domain.figures import saying
from bot.domain.learning.insights import Insights
from content.texts import Texts


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as text: a chart is a drawing (SVG) until it is sent."""

    name: str
    content: str


def as_file(form: Form, figures: Insights, texts: Texts, language: str) -> TextFile:
    """The file, in the language of staff."""
    say = saying(texts, language)
    day = figures.period.last.isoformat()
    match form:
        case Form.CHART:
            return TextFile(f"phuean-{day}.svg", lessons_chart(figures, say))
        case Form.TABLE:
            return TextFile(f"phuean-{day}.csv", table(figures, say))
