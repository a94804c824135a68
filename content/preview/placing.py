"""Where the boxes of a graph stand: few crossings, and each near the ones to which it is tied."""

from collections.abc import Mapping, Sequence
from statistics import fmean

from content.preview.graph import Layered, Node

_SWEEPS = 12
BOX_WIDTH = 148.0
BEND_WIDTH = 12.0
GAP = 24.0

Ties = dict[Node, list[Node]]
Layers = tuple[tuple[Node, ...], ...]


def placed(graph: Layered) -> dict[Node, float]:
    """The middle of every box and bend from left to right, in pixels; the leftmost box begins at 0."""
    above, below = _ties(graph)
    layers = _ordered(graph.layers, above, below)
    middle = {node: x for layer in layers for node, x in zip(layer, _row(layer), strict=True)}
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        ties = above if down else below
        for layer in layers if down else layers[::-1]:
            middle |= dict(zip(layer, _near(layer, ties, middle), strict=True))
    left = min((x - _width(node) / 2 for node, x in middle.items()), default=0.0)
    return {node: x - left for node, x in middle.items()}


def _ties(graph: Layered) -> tuple[Ties, Ties]:
    above: Ties = {node: [] for layer in graph.layers for node in layer}
    below: Ties = {node: [] for node in above}
    for chain in graph.chains:
        for upper, lower in zip(chain.nodes, chain.nodes[1:], strict=False):
            above[lower].append(upper)
            below[upper].append(lower)
    return above, below


def _ordered(layers: Layers, above: Ties, below: Ties) -> Layers:
    """The layers with the fewest crossings that sweeping up and down has met."""
    best, fewest = layers, _crossings(layers, below)
    for sweep in range(_SWEEPS):
        layers = _swept(layers, above) if sweep % 2 == 0 else _swept(layers[::-1], below)[::-1]
        found = _crossings(layers, below)
        if found < fewest:
            best, fewest = layers, found
    return best


def _swept(layers: Layers, ties: Ties) -> Layers:
    """Each layer sorted by the places of what it is tied to in the layer before it."""
    swept: list[tuple[Node, ...]] = []
    place: dict[Node, float] = {}
    for layer in layers:
        wanted = {
            node: fmean([place[tie] for tie in ties[node]]) if swept and ties[node] else float(at)
            for at, node in enumerate(layer)
        }
        swept.append(tuple(sorted(layer, key=wanted.__getitem__)))
        place = {node: float(at) for at, node in enumerate(swept[-1])}
    return tuple(swept)


def _crossings(layers: Layers, below: Ties) -> int:
    place = {node: at for layer in layers for at, node in enumerate(layer)}
    total = 0
    for layer in layers:
        met: list[int] = []
        for node in layer:
            ends = [place[tie] for tie in below[node]]
            total += sum(one > end for end in ends for one in met)
            met += ends
    return total


def _width(node: Node) -> float:
    return BOX_WIDTH if isinstance(node, str) else BEND_WIDTH


def _row(layer: Sequence[Node]) -> list[float]:
    """The middles of a layer whose nodes stand as close as they may, around 0."""
    middles: list[float] = []
    edge = 0.0
    for node in layer:
        middles.append(edge + _width(node) / 2)
        edge += _width(node) + GAP
    return [x - (edge - GAP) / 2 for x in middles]


def _near(layer: Sequence[Node], ties: Ties, middle: Mapping[Node, float]) -> list[float]:
    """The middles nearest to what each node is tied to, that keep the order and the gaps.

    Without gaps this is isotonic regression: neighbours that are in each other's way share their mean.
    """
    closest = _row(layer)
    blocks: list[list[float]] = []
    for node, offset in zip(layer, closest, strict=True):
        wanted = fmean([middle[tie] for tie in ties[node]]) if ties[node] else middle[node]
        blocks.append([wanted - offset])
        while len(blocks) > 1 and fmean(blocks[-2]) > fmean(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    shifts = [fmean(block) for block in blocks for _ in block]
    return [shift + offset for shift, offset in zip(shifts, closest, strict=True)]
