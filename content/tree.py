"""All content as it stands in its files: typed values with their lines. What the checks look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from content.drawings import Drawing
from content.fluent_files import FluentFile
from content.problems import Problem
from content.schema import (
    Cautions,
    DistressPack,
    FaqEntry,
    FaqGroup,
    HelpLine,
    HelpWords,
    Lesson,
    PatternPack,
    Romanised,
    Slang,
    Story,
    WordLists,
)
from content.schema.base import ContentModel
from content.wording import Wording
from content.yaml_lines import Lines, Place

DEFAULT_LANGUAGE = "th"


class HelpLines(ContentModel):
    """The shape of helplines.yaml."""

    lines: tuple[HelpLine, ...]


T_co = TypeVar("T_co", bound=ContentModel, covariant=True)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T_co]):
    """One file: its typed value and the lines of its parts."""

    file: str
    value: T_co
    lines: Lines

    def problem(self, place: Place, message: str) -> Problem:
        """A problem at the line where that part stands."""
        return Problem(self.file, self.lines.at(place), message)


@dataclass(frozen=True, slots=True)
class Screen:
    """What the screen reads messages by, below `understanding/`."""

    words: Sheet[WordLists] | None
    patterns: tuple[Sheet[PatternPack], ...]
    slang: Sheet[Slang] | None
    romanised: Sheet[Romanised] | None
    help_words: Sheet[HelpWords] | None
    cautions: Sheet[Cautions] | None

    def lists(self) -> Iterator[Sheet[WordLists] | Sheet[PatternPack]]:
        """The sheets that define word lists, the shared ones first."""
        if self.words is not None:
            yield self.words
        yield from self.patterns


@dataclass(frozen=True, slots=True)
class Tree:
    """Everything that could be read. `broken` names the files that exist but do not fit their schema."""

    languages: tuple[str, ...]
    interface: Mapping[str, tuple[FluentFile, ...]]
    lessons: Mapping[str, tuple[Sheet[Lesson], ...]]
    stories: Mapping[str, tuple[Sheet[Story], ...]]
    faq: Mapping[str, tuple[Sheet[FaqGroup], ...]]
    distress: tuple[Sheet[DistressPack], ...]
    helplines: Sheet[HelpLines] | None
    wording: Sheet[Wording] | None
    screen: Screen
    pictures: tuple[Drawing, ...] = ()
    broken: frozenset[str] = frozenset()

    @property
    def other_languages(self) -> tuple[str, ...]:
        """All languages but the default one, which the others are compared with."""
        return tuple(language for language in self.languages if language != DEFAULT_LANGUAGE)

    def has_broken(self, folder: str) -> bool:
        """Whether a file under this folder (or of this name) could not be read."""
        return any(file == folder or file.startswith(f"{folder}/") for file in self.broken)

    def entries(self, language: str) -> Iterator[tuple[Sheet[FaqGroup], Place, FaqEntry]]:
        """Every FAQ entry of a language with its sheet and its place in it."""
        for sheet in self.faq.get(language, ()):
            for number, entry in enumerate(sheet.value.entries):
                yield sheet, ("entries", number), entry

    def lines(self) -> Iterator[tuple[Sheet[HelpLines], Place, HelpLine]]:
        """Every help line with its sheet and its place in it."""
        if self.helplines is not None:
            for number, line in enumerate(self.helplines.value.lines):
                yield self.helplines, ("lines", number), line
