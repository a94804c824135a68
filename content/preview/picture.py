"""The picture of a story: boxes and arrows as a template draws them, in pixels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from content.preview.graph import Arrow, Chain, Layered, Node, layered
from content.preview.placing import BOX_WIDTH, placed
from content.schema import Scene, Story

BOX_HEIGHT = 50.0
ROW = 124.0
MARGIN = 26.0
_TIP = 9.0
_LONGEST = 17
"""Letters of an id that fit into a box."""
_BESIDE = 17.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A scene. `x` and `y` are its left upper corner; `look`: start, safe, helped, think or scene."""

    scene: Scene
    number: int
    name: str
    look: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A choice: its path, where its number stands, and whether it leads back."""

    arrow: Arrow
    text: str
    path: str
    label: Point
    back: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn story."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def picture(story: Story) -> Picture:
    """The drawn graph of a story; the same story gives the same picture."""
    graph = layered(story)
    middle = placed(graph)
    drawing = _Drawing(story, graph, middle)
    return Picture(
        width=round(max((x for node, x in middle.items()), default=0.0) + BOX_WIDTH / 2 + 2 * MARGIN, 1),
        height=round(len(graph.layers) * ROW - (ROW - BOX_HEIGHT) + 2 * MARGIN, 1),
        boxes=tuple(drawing.boxes()),
        lines=tuple(drawing.lines()),
    )


class _Drawing:
    """Turns places into coordinates."""

    def __init__(self, story: Story, graph: Layered, middle: dict[Node, float]) -> None:
        self.story, self.graph, self.middle = story, graph, middle
        self.top = {node: MARGIN + at * ROW for at, layer in enumerate(graph.layers) for node in layer}
        self.below = self._ports(graph.chains, lambda nodes: (nodes[0], nodes[1]))
        self.above = self._ports(graph.chains, lambda nodes: (nodes[-1], nodes[-2]))

    def boxes(self) -> list[Box]:
        """All scenes, in their order."""
        return [self._box(scene, number) for number, scene in enumerate(self.story.scenes, start=1)]

    def lines(self) -> list[Line]:
        """All choices."""
        return [*map(self._line, self.graph.chains), *map(self._loop, self.graph.loops)]

    def _box(self, scene: Scene, number: int) -> Box:
        name = scene.id if len(scene.id) <= _LONGEST else f"{scene.id[: _LONGEST - 1]}…"
        look = str(scene.end) if scene.end else "start" if scene.id == self.story.start else "scene"
        x = self._x(scene.id) - BOX_WIDTH / 2
        return Box(scene, number, name, look, round(x, 1), round(self.top[scene.id], 1))

    def _x(self, node: Node) -> float:
        return self.middle[node] + MARGIN

    def _ports(
        self, chains: Sequence[Chain], ends: Callable[[tuple[Node, ...]], tuple[Node, Node]]
    ) -> dict[Arrow, float]:
        """Where each arrow leaves or meets its box: side by side, sorted by where it comes from or goes."""
        at: dict[Node, list[tuple[float, int, Arrow]]] = {}
        for number, chain in enumerate(chains):
            box, other = ends(chain.nodes)
            at.setdefault(box, []).append((self._x(other), number, chain.arrow))
        return {
            arrow: self._x(box) + BOX_WIDTH * ((nth + 1) / (len(ties) + 1) - 0.5)
            for box, ties in at.items()
            for nth, (_, _, arrow) in enumerate(sorted(ties, key=lambda tie: tie[:2]))
        }

    def _line(self, chain: Chain) -> Line:
        """An arrow from the upper box down, through its bends; one that leads back has its tip above."""
        arrow = chain.arrow
        start, end = self.top[chain.nodes[0]] + BOX_HEIGHT, self.top[chain.nodes[-1]]
        points = [(self.below[arrow], start + (_TIP if chain.back else 0))]
        for bend in chain.nodes[1:-1]:
            points += [(self._x(bend), self.top[bend]), (self._x(bend), self.top[bend] + BOX_HEIGHT)]
        points.append((self.above[arrow], end - (0 if chain.back else _TIP)))
        near = (self.above[arrow], end - _BESIDE) if chain.back else (self.below[arrow], start + _BESIDE)
        return Line(arrow, self._text(arrow), _path(points), _rounded(near), chain.back)

    def _loop(self, arrow: Arrow) -> Line:
        """A way of a scene to itself: an ear at its right side."""
        x, y = self._x(arrow.source) + BOX_WIDTH / 2, self.top[arrow.source]
        ear, tip = f"{x + 24:.1f}", f"{x + _TIP:.1f} {y + 12:.1f}"
        path = f"M{x:.1f} {y + 40:.1f}C{ear} {y + 48:.1f} {ear} {y + 2:.1f} {tip}"
        return Line(arrow, self._text(arrow), path, _rounded((x + 14, y + 25)), back=False)

    def _text(self, arrow: Arrow) -> str:
        scene = self.story.scene(arrow.source)
        return scene.choices[arrow.nth - 1].text if scene else ""


def _path(points: Sequence[Point]) -> str:
    """Curves that leave and reach every point upright; straight through a layer."""
    path = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for number, ((x, y), (to_x, to_y)) in enumerate(pairwise(points)):
        half = (y + to_y) / 2
        curve = f"C{x:.1f} {half:.1f} {to_x:.1f} {half:.1f} {to_x:.1f} {to_y:.1f}"
        path += f"V{to_y:.1f}" if number % 2 else curve
    return path


def _rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)
