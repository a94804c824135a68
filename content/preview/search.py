"""Every text of the site with the place where it stands, for the search on the index page."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from content.leaves import leaves
from content.preview.aligned import Named, Versions
from content.preview.items import Kind, Shown, items, page_of
from content.schema import FaqEntry, HelpLine, Lesson, Pair, Story
from content.schema.base import ContentModel
from content.yaml_lines import Place

_NO_WORDS = frozenset(("kind", "confidence"))
_PARTS = frozenset(("steps", "pairs", "endings", "scenes"))
"""What has places of its own below the head of a page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The texts of one place in one language, one a line. `item` counts the items of the index."""

    item: int
    anchor: str
    language: str
    text: str


def entries(content: Shown) -> Iterator[Entry]:
    """Everything that can be found."""
    place = {(one.page, one.anchor): number for number, one in enumerate(items(content))}
    for lesson in content.lessons:
        yield from _lesson(place[page_of(Kind.LESSON, lesson.id), "top"], lesson)
    for story in content.stories:
        yield from _story(place[page_of(Kind.STORY, story.id), "top"], story)
    for group in content.groups:
        for one in group.entries:
            yield from _answer(place[page_of(Kind.FAQ, group.id), f"entry-{one.id}"], one, group.titles)
    for line in content.helplines:
        yield from _line(place["helplines", f"line-{line.id}"], line)


def _lesson(item: int, lesson: Versions[Lesson]) -> Iterator[Entry]:
    for language, one in lesson.by_language.items():
        yield Entry(item, "top", language, _text(one, without=_PARTS))
        yield from _each(item, language, "step", one.steps)
        yield from _each(item, language, "ending", one.endings)
        for pair in one.pairs:
            yield from _pair(item, language, pair)


def _pair(item: int, language: str, pair: Pair) -> Iterator[Entry]:
    yield Entry(item, f"pair-{pair.id}-before", language, _text(pair.before))
    yield Entry(item, f"pair-{pair.id}-after", language, _text(pair.after))


def _story(item: int, story: Versions[Story]) -> Iterator[Entry]:
    for language, one in story.by_language.items():
        yield Entry(item, "top", language, _text(one, without=_PARTS))
        yield from _each(item, language, "scene", one.scenes)


def _answer(item: int, answer: Versions[FaqEntry], titles: Mapping[str, str]) -> Iterator[Entry]:
    for language, one in answer.by_language.items():
        yield Entry(item, f"entry-{one.id}", language, f"{titles[language]}\n{_text(one)}")


def _line(item: int, line: HelpLine) -> Iterator[Entry]:
    for language in line.name:
        yield Entry(item, f"line-{line.id}", language, _text(line, of=language))


def _each(item: int, language: str, prefix: str, parts: tuple[Named, ...]) -> Iterator[Entry]:
    for part in parts:
        if isinstance(part, ContentModel):
            yield Entry(item, f"{prefix}-{part.id}", language, _text(part))


def _text(value: ContentModel, without: frozenset[str] = frozenset(), of: str | None = None) -> str:
    """All words and ids below a value, one a line; of texts per language only those of one."""
    found = (
        str(one)
        for place, one in leaves(value)
        if type(one) is str and place[-1] not in _NO_WORDS and place[0] not in without and _is_of(place, of)
    )
    return "\n".join(dict.fromkeys(text for text in found if text))


def _is_of(place: Place, language: str | None) -> bool:
    """Whether a value is in this language or in none; `language` None: there are no texts per language."""
    return language is None or len(place) < 2 or not isinstance(place[1], str) or place[1] == language


def as_script(content: Shown) -> str:
    """The index as one JavaScript constant; texts reach the page as data only, never as markup."""
    listed = [{"kind": one.kind, "page": one.page, "titles": one.titles} for one in items(content)]
    found = [[one.item, one.anchor, one.language, one.text] for one in entries(content)]
    data = json.dumps({"items": listed, "texts": found}, ensure_ascii=False, separators=(",", ":"))
    return f"const DATA = {data};\n"
