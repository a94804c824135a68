"""The graph of a story in layers: every way leads down but those that lead back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from content.schema import Story

Node = str | tuple[int, int]
"""A scene by its id, or a bend: the number of an arrow and the layer through which it passes."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """One choice that leads to a scene which exists. `nth` counts the choices of its scene from 1."""

    source: str
    nth: int
    target: str


@dataclass(frozen=True, slots=True)
class Chain:
    """An arrow as it runs down through the layers; `back` where the choice leads the other way."""

    arrow: Arrow
    nodes: tuple[Node, ...]
    back: bool


@dataclass(frozen=True, slots=True)
class Layered:
    """Scenes and bends in layers, not yet in the best order; ways of a scene to itself have no chain."""

    layers: tuple[tuple[Node, ...], ...]
    chains: tuple[Chain, ...]
    loops: tuple[Arrow, ...]


def arrows_of(story: Story) -> tuple[Arrow, ...]:
    """All choices whose scenes exist."""
    known = {scene.id for scene in story.scenes}
    return tuple(
        Arrow(scene.id, nth, choice.to)
        for scene in story.scenes
        for nth, choice in enumerate(scene.choices, start=1)
        if choice.to in known
    )


def layered(story: Story) -> Layered:
    """The scenes in layers, the start on top; a scene without any way stands in the lowest."""
    arrows = arrows_of(story)
    onward: dict[str, list[str]] = {scene.id: [] for scene in story.scenes}
    for arrow in arrows:
        onward[arrow.source].append(arrow.target)
    finished = _finished(onward, [story.start, *onward])
    level = _levels(onward, finished)
    touched = {name for arrow in arrows for name in (arrow.source, arrow.target)}
    lowest = max(level.values(), default=0)
    level |= {name: lowest for name in onward if name not in touched and name != story.start}
    chains = tuple(
        _chain(number, arrow, level) for number, arrow in enumerate(arrows) if arrow.source != arrow.target
    )
    loops = tuple(arrow for arrow in arrows if arrow.source == arrow.target)
    return Layered(_layers(level, chains), chains, loops)


def _finished(onward: Mapping[str, Sequence[str]], starts: Sequence[str]) -> list[str]:
    """Names in the order in which a search into the depth is done with them."""
    done: list[str] = []
    seen: set[str] = set()
    for start in starts:
        waiting: list[tuple[str, Iterator[str]]] = []
        if start in onward and start not in seen:
            seen.add(start)
            waiting.append((start, iter(onward[start])))
        while waiting:
            new = next((other for other in waiting[-1][1] if other not in seen), None)
            if new is None:
                done.append(waiting.pop()[0])
            else:
                seen.add(new)
                waiting.append((new, iter(onward[new])))
    return done


def _levels(onward: Mapping[str, Sequence[str]], finished: Sequence[str]) -> dict[str, int]:
    """The longest way to each scene, ways back left out: they lead to what was done later."""
    place = {name: number for number, name in enumerate(reversed(finished))}
    level = dict.fromkeys(place, 0)
    for name in place:
        for other in onward[name]:
            if place[other] > place[name]:
                level[other] = max(level[other], level[name] + 1)
    return level


def _chain(number: int, arrow: Arrow, level: Mapping[str, int]) -> Chain:
    back = level[arrow.source] >= level[arrow.target]
    upper, lower = (arrow.target, arrow.source) if back else (arrow.source, arrow.target)
    bends = tuple((number, at) for at in range(level[upper] + 1, level[lower]))
    return Chain(arrow, (upper, *bends, lower), back)


def _layers(level: Mapping[str, int], chains: Sequence[Chain]) -> tuple[tuple[Node, ...], ...]:
    layers: list[list[Node]] = [[] for _ in range(max(level.values(), default=-1) + 1)]
    for name, at in level.items():
        layers[at].append(name)
    for chain in chains:
        for bend in chain.nodes[1:-1]:
            if isinstance(bend, tuple):
                layers[bend[1]].append(bend)
    return tuple(tuple(layer) for layer in layers)
