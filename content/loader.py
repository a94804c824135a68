"""The one way to the content: read, checked and whole, or not at all."""

from pathlib import Path

from fluent.runtime import FluentBundle

from content.checks import run_checks
from content.content import Content
from content.fluent_files import FluentFile
from content.knowledge import gathered
from content.problems import ContentError
from content.reading import read_tree
from content.schema import Lesson, Story
from content.texts import Texts
from content.tree import Tree

CONTENT_ROOT = Path(__file__).parent


def load(root: Path = CONTENT_ROOT) -> Content:
    """Everything under `root`, checked.

    Raises:
        ContentError: something is wrong; carries every problem of every file at once.
    """
    return build(checked(root))


def checked(root: Path = CONTENT_ROOT) -> Tree:
    """The same as it stands in its files, with the lines of its parts.

    Raises:
        ContentError: as `load`.
    """
    tree, problems = read_tree(root)
    problems += run_checks(tree)
    if problems:
        raise ContentError(problems)
    return tree


def build(tree: Tree) -> Content:
    """The content of a tree that has no problems."""
    lines = tuple(line for _, _, line in tree.lines())
    return Content(
        languages=tree.languages,
        texts=Texts({code: _bundle(code, tree.interface[code]) for code in tree.languages}),
        lessons={code: _lessons(tree, code) for code in tree.languages},
        stories={code: _stories(tree, code) for code in tree.languages},
        faq={code: {e.id: e for _, _, e in tree.entries(code)} for code in tree.languages},
        faq_groups={code: tuple(sheet.value for sheet in tree.faq[code]) for code in tree.languages},
        distress=tuple(sheet.value for sheet in tree.distress),
        helplines=tuple(sorted(lines, key=lambda line: line.order)),
        knowledge=gathered(tree.screen),
        pictures={drawing.name: drawing.text for drawing in tree.pictures},
    )


def _bundle(language: str, files: tuple[FluentFile, ...]) -> FluentBundle:
    # Without isolation: its invisible marks would be sent to children and break numbers that are tapped.
    bundle = FluentBundle([language], use_isolating=False)
    for file in files:
        bundle.add_resource(file.resource)
    return bundle


def _lessons(tree: Tree, language: str) -> dict[str, Lesson]:
    sheets = sorted(tree.lessons[language], key=lambda sheet: sheet.value.order)
    return {sheet.value.id: sheet.value for sheet in sheets}


def _stories(tree: Tree, language: str) -> dict[str, Story]:
    sheets = sorted(tree.stories[language], key=lambda sheet: sheet.value.order)
    return {sheet.value.id: sheet.value for sheet in sheets}
