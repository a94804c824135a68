"""Where values stand on a scale of a chart."""

from dataclasses import dataclass

from bot.charts.svg import LINES, QUIET, Drawing
from bot.domain.figures import percent


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` to `high`, drawn from `x` on over `width` units."""

    x: float
    width: float
    low: float = 0.0
    high: float = 1.0

    def at(self, value: float) -> float:
        """The place of a value; one beyond the ends stands at the end."""
        inside = min(self.high, max(self.low, value))
        return self.x + self.width * (inside - self.low) / (self.high - self.low)

    def draw(self, drawing: Drawing, top: float, bottom: float, marks: tuple[float, ...]) -> None:
        """Lines across the chart, with their values below."""
        for mark in marks:
            x = self.at(mark)
            drawing.line((x, top), (x, bottom), colour=QUIET if mark == 0 else LINES)
            drawing.text(x, bottom + 26, percent(mark), size=19, anchor="middle", colour=QUIET)
