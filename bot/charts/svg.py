"""A drawing (SVG), written element by element. Every word and value is escaped."""

from html import escape

INK = "#1F2933"
QUIET = "#5B6670"
LINES = "#D5DADF"
PAPER = "#FFFFFF"
BLUE = "#0072B2"
ORANGE = "#E69F00"
GREEN = "#009E73"
PALE = "#DCE9F2"
"""Okabe and Ito's colours, told apart by colour-blind eyes; as greys they differ in lightness."""

TYPEFACES = "Mitr, 'Noto Sans Thai', sans-serif"


class Drawing:
    """What is drawn so far; sizes are in units of the drawing."""

    def __init__(self, width: float, height: float, title: str) -> None:
        self.width = width
        self.height = height
        self._title = title
        self._parts: list[str] = []

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 24,
        anchor: str = "start",
        colour: str = INK,
        bold: bool = False,
    ) -> None:
        """Words on one line; `y` is the line that letters stand on, `anchor` start, middle or end."""
        look = f' font-weight="{600 if bold else 400}" text-anchor="{escape(anchor)}"'
        place = f'x="{_number(x)}" y="{_number(y)}" font-size="{_number(size)}"'
        self._parts.append(f'<text {place}{look} fill="{escape(colour)}">{escape(words)}</text>')

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled bar with round corners."""
        size = f'width="{_number(max(0.0, width))}" height="{_number(height)}" rx="6"'
        self._parts.append(f'<rect x="{_number(x)}" y="{_number(y)}" {size} fill="{escape(colour)}"/>')

    def line(
        self, start: tuple[float, float], end: tuple[float, float], colour: str = LINES, width: float = 2
    ) -> None:
        """A straight line."""
        places = zip(("x1", "y1", "x2", "y2"), (*start, *end), strict=True)
        ends = " ".join(f'{name}="{_number(value)}"' for name, value in places)
        self._parts.append(f'<line {ends} stroke="{escape(colour)}" stroke-width="{_number(width)}"/>')

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle."""
        place = f'cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}"'
        self._parts.append(f'<circle {place} fill="{escape(colour)}"/>')

    def __str__(self) -> str:
        size = f'viewBox="0 0 {_number(self.width)} {_number(self.height)}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} width="{_number(self.width)}"'
        head += f' height="{_number(self.height)}" role="img" font-family="{escape(TYPEFACES)}">'
        ground = f'<rect width="100%" height="100%" fill="{PAPER}"/>'
        return "\n".join((head, f"<title>{escape(self._title)}</title>", ground, *self._parts, "</svg>"))


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
