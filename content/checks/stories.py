"""Stories: every scene can be reached, no way ends nowhere, and every way can come to an end."""

from collections.abc import Iterable, Iterator, Mapping

from content.problems import Problem
from content.schema import EndKind, Story
from content.tree import Sheet, Tree


def check(tree: Tree) -> Iterator[Problem]:
    """Faults inside each story."""
    for language in tree.languages:
        lessons = {sheet.value.id for sheet in tree.lessons[language]}
        for sheet in tree.stories[language]:
            yield from _story(sheet)
            wanted = sheet.value.lesson
            if wanted not in lessons and not tree.has_broken(f"{language}/lessons/{wanted}.yaml"):
                yield sheet.problem(("lesson",), f"there is no lesson {wanted!r}")


def _story(sheet: Sheet[Story]) -> Iterator[Problem]:
    yield from _names(sheet)
    yield from _ways(sheet)
    yield from _ends(sheet)
    yield from _flags(sheet)


def _names(sheet: Sheet[Story]) -> Iterator[Problem]:
    ids = [scene.id for scene in sheet.value.scenes]
    for number, name in enumerate(ids):
        if name in ids[:number]:
            yield sheet.problem(("scenes", number, "id"), f"the id {name!r} stands twice")
    for field in ("start", "way_out"):
        if getattr(sheet.value, field) not in ids:
            yield sheet.problem((field,), f"{field}: there is no scene {getattr(sheet.value, field)!r}")


def _ways(sheet: Sheet[Story]) -> Iterator[Problem]:
    ids = {scene.id for scene in sheet.value.scenes}
    for number, scene in enumerate(sheet.value.scenes):
        if bool(scene.choices) == (scene.end is not None):
            yield sheet.problem(("scenes", number), f"scene {scene.id!r} has either choices or an end")
        if len(scene.choices) == 1:
            yield sheet.problem(("scenes", number, "choices"), f"one choice in {scene.id!r} is none")
        for nth, choice in enumerate(scene.choices):
            if choice.to not in ids:
                here = ("scenes", number, "choices", nth, "to")
                yield sheet.problem(here, f"there is no scene {choice.to!r}")


def _ends(sheet: Sheet[Story]) -> Iterator[Problem]:
    story = sheet.value
    onward = {scene.id: [choice.to for choice in scene.choices] for scene in story.scenes}
    met = reached(onward, (story.start, story.way_out))
    back: dict[str, list[str]] = {name: [] for name in onward}
    for name, targets in onward.items():
        for target in targets:
            back.setdefault(target, []).append(name)
    ending = reached(back, (scene.id for scene in story.scenes if scene.end is not None))
    for number, scene in enumerate(story.scenes):
        if scene.id not in met:
            yield sheet.problem(("scenes", number, "id"), f"no way leads to {scene.id!r}")
        if scene.id not in ending:
            yield sheet.problem(("scenes", number, "id"), f"from {scene.id!r} no way leads to an end")
    kinds = {scene.end for scene in story.scenes if scene.id in met}
    for kind in (EndKind.SAFE, EndKind.HELPED):
        if kind not in kinds:
            yield sheet.problem(("scenes",), f"no end of the kind {kind!s}")


def reached(onward: Mapping[str, Iterable[str]], starts: Iterable[str]) -> set[str]:
    """All names that can be reached, the starts included."""
    found: set[str] = set()
    waiting = [name for name in starts if name in onward]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [other for other in onward[name] if other in onward]
    return found


def _flags(sheet: Sheet[Story]) -> Iterator[Problem]:
    named, shown = sheet.value.flags, set()
    for number, scene in enumerate(sheet.value.scenes):
        shown |= set(scene.flags)
        for nth, flag in enumerate(scene.flags):
            if flag not in named:
                yield sheet.problem(("scenes", number, "flags", nth), f"flags has no {flag!r}")
    for flag in named:
        if flag not in shown:
            yield sheet.problem(("flags", flag), f"the warning sign {flag!r} shows in no scene")
