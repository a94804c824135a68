"""The pages as text: templates filled with content, everything escaped."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import babel
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from content.content import Content
from content.preview.aligned import Versions, aligned
from content.preview.counts import counts
from content.preview.items import Group, Kind, Shown, items, page_of, shown
from content.preview.picture import BOX_HEIGHT, picture
from content.preview.placing import BOX_WIDTH
from content.preview.words import Words
from content.problems import Problem
from content.schema import EndKind, Lesson, ReviewState, Story
from content.texts import MissingTextError, Texts

TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """Templates that escape every value and refuse a name that does not exist."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def saying(texts: Texts) -> Callable[..., str]:
    """Words of the bot around a text; empty where the interface does not have them (yet)."""

    def say(language: str, key: str, **arguments: str | int) -> str:
        try:
            return texts.say(language, key, **arguments)
        except MissingTextError:
            return ""

    return say


@dataclass(frozen=True)
class Pages:
    """All pages of one content, in every language that the pages themselves speak."""

    content: Content
    problems: Sequence[Problem]
    words: Mapping[str, Words]

    @cached_property
    def shown(self) -> Shown:
        """The content with its languages side by side."""
        return shown(self.content)

    @cached_property
    def _environment(self) -> Environment:
        return environment()

    def all(self) -> Iterator[tuple[str, str]]:
        """Every page with the name of its file."""
        for language in self.words:
            yield self._page(language, "index", "index.html", self._index())
            for lesson in self.shown.lessons:
                stem = page_of(Kind.LESSON, lesson.id)
                yield self._page(language, stem, "lesson.html", self._lesson(language, lesson))
            for story in self.shown.stories:
                stem = page_of(Kind.STORY, story.id)
                yield self._page(language, stem, "story.html", self._story(language, story))
            for group in self.shown.groups:
                stem = page_of(Kind.FAQ, group.id)
                yield self._page(language, stem, "faq.html", self._group(language, group))
            yield self._page(language, "helplines", "helplines.html", {"lines": self.shown.helplines})

    def _page(self, language: str, stem: str, template: str, values: Mapping[str, object]) -> tuple[str, str]:
        own = {
            "language": language,
            "suffix": self._suffix(language),
            "stem": stem,
            "w": self.words[language],
        }
        text = self._environment.get_template(template).render(
            **own, **self._links, **values, name_of=_naming(language)
        )
        return f"{stem}{self._suffix(language)}.html", text

    def _suffix(self, language: str) -> str:
        """Stands between the stem of a file and its ending: nothing for the first language."""
        return "" if language == next(iter(self.words)) else f".{language}"

    @cached_property
    def _links(self) -> Mapping[str, object]:
        """What every page may need."""
        return {
            "languages": self.content.languages,
            "page_languages": [
                {"code": code, "suffix": self._suffix(code), "name": words["language_name"]}
                for code, words in self.words.items()
            ],
            "say": saying(self.content.texts),
            "pictures": frozenset(self.content.pictures),
            "lesson_pages": {one.id: page_of(Kind.LESSON, one.id) for one in self.shown.lessons},
            "story_pages": {one.id: page_of(Kind.STORY, one.id) for one in self.shown.stories},
        }

    def _index(self) -> Mapping[str, object]:
        listed = items(self.shown)
        lines = self.shown.helplines
        return {
            "problems": self.problems,
            "items": listed,
            "kinds": tuple(Kind),
            "states": tuple(ReviewState),
            "counts": counts(listed, self.content.languages),
            "lines_open": sum(line.verified_on is None for line in lines),
            "lines_all": len(lines),
        }

    def _lesson(self, language: str, lesson: Versions[Lesson]) -> Mapping[str, object]:
        versions = lesson.by_language
        pairs = aligned({code: one.pairs for code, one in versions.items()})
        return {
            "one": lesson,
            "title": versions.get(language, lesson.first).title,
            "steps": aligned({code: one.steps for code, one in versions.items()}),
            "endings": aligned({code: one.endings for code, one in versions.items()}),
            "pairs": pairs,
            "pair_number": {pair.id: number for number, pair in enumerate(pairs, start=1)},
        }

    def _story(self, language: str, story: Versions[Story]) -> Mapping[str, object]:
        versions = story.by_language
        here = versions.get(language, story.first)
        return {
            "one": story,
            "title": here.title,
            "scenes": aligned({code: one.scenes for code, one in versions.items()}),
            "numbers": {scene.id: number for number, scene in enumerate(here.scenes, start=1)},
            "drawn": picture(here),
            "drawn_story": here,
            "alt": _alt(here, self.words[language]),
            "width": BOX_WIDTH,
            "height": BOX_HEIGHT,
        }

    def _group(self, language: str, group: Group) -> Mapping[str, object]:
        suffix = self._suffix(language)
        links = {
            entry.id: f"{page_of(Kind.FAQ, other.id)}{suffix}.html#entry-{entry.id}"
            for other in self.shown.groups
            for entry in other.entries
        }
        return {
            "group": group,
            "title": group.titles.get(language) or next(iter(group.titles.values())),
            "lessons": {lesson.id: lesson for lesson in self.shown.lessons},
            "entry_links": links,
            "questions": {
                code: {name: entry.question for name, entry in some.items()}
                for code, some in self.content.faq.items()
            },
        }


def _naming(language: str) -> Callable[[str], str]:
    """What a language is called in the language of the page."""

    def name_of(code: str) -> str:
        locale = babel.Locale.parse(code.replace("-", "_"))
        return locale.get_display_name(language) or code

    return name_of


def _alt(story: Story, words: Words) -> str:
    """What the picture of a story shows, in words."""
    ends = [f"{words[f'end_{kind}']}: {sum(scene.end is kind for scene in story.scenes)}" for kind in EndKind]
    return words["graph_alt"].format(
        scenes=len(story.scenes),
        choices=sum(len(scene.choices) for scene in story.scenes),
        start=story.start,
        ends=", ".join(ends),
    )
