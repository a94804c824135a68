"""Every text in the content by which children's messages are recognised, with where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from content import teaching
from content.tree import Tree

UNDERSTANDING = teaching.FOLDER.name


@dataclass(frozen=True, slots=True)
class Taught:
    """A text. `file` is relative to the content folder."""

    file: str
    line: int
    text: str


def everything(tree: Tree, root: Path) -> tuple[Taught, ...]:
    """Distress phrases, FAQ questions and phrasings, examples of patterns, and all that is taught.

    Raises:
        ContentError: taught messages, talks or questions that cannot be read.
    """
    folder = root / UNDERSTANDING
    told = (Taught(row.file, row.line, row.text) for row in teaching.messages(folder))
    talks = (Taught(row.file, row.line, row.text) for row in teaching.talks(folder))
    asked = (Taught(row.file, row.line, row.text) for row in teaching.questions(folder))
    return (*_phrases(tree), *phrasings(tree), *_examples(tree), *told, *talks, *asked)


def phrasings(tree: Tree) -> Iterator[Taught]:
    """The ways of asking that the FAQ knows, in every language."""
    return (text for _, text in by_topic(tree))


def by_topic(tree: Tree) -> Iterator[tuple[str, Taught]]:
    """The same, each with the topic that it asks for."""
    for language in tree.languages:
        for sheet, place, entry in tree.entries(language):
            yield entry.id, Taught(sheet.file, sheet.lines.at((*place, "question")), entry.question)
            for number, text in enumerate(entry.phrasings):
                line = sheet.lines.at((*place, "phrasings", number))
                yield entry.id, Taught(sheet.file, line, text)


def _phrases(tree: Tree) -> Iterator[Taught]:
    for sheet in tree.distress:
        for number, phrase in enumerate(sheet.value.phrases):
            yield Taught(sheet.file, sheet.lines.at(("phrases", number)), phrase.text)


def _examples(tree: Tree) -> Iterator[Taught]:
    """What patterns must find and leave."""
    for sheet in tree.screen.patterns:
        for number, pattern in enumerate(sheet.value.patterns):
            for kind, texts in (("finds", pattern.finds), ("leaves", pattern.leaves)):
                for nth, text in enumerate(texts):
                    yield Taught(sheet.file, sheet.lines.at(("patterns", number, kind, nth)), text)
