"""From files to a Tree. Never stops at the first problem, and never raises for what an author wrote."""

from pathlib import Path
from typing import TypeVar

import babel
from pydantic import ValidationError

from content.drawings import FOLDER, FONTS, Drawing
from content.fluent_files import FluentFile, parse_fluent
from content.problems import Problem
from content.schema import (
    Cautions,
    DistressPack,
    FaqGroup,
    HelpWords,
    Lesson,
    PatternPack,
    Romanised,
    Slang,
    Story,
    WordLists,
)
from content.schema.base import ContentModel
from content.tree import DEFAULT_LANGUAGE, HelpLines, Screen, Sheet, Tree
from content.wording import Wording
from content.yaml_lines import Lines, read_yaml

M = TypeVar("M", bound=ContentModel)


def read_tree(root: Path) -> tuple[Tree, list[Problem]]:
    """Read everything under `root`, with the problems of form met on the way."""
    reader = _Reader(root)
    languages = reader.languages()
    tree = Tree(
        languages=languages,
        interface={code: reader.interface(code) for code in languages},
        lessons={code: reader.folder(f"{code}/lessons", Lesson, "id") for code in languages},
        stories={code: reader.folder(f"{code}/stories", Story, "id") for code in languages},
        faq={code: reader.folder(f"{code}/faq", FaqGroup, "group") for code in languages},
        distress=reader.folder("distress", DistressPack, "category"),
        helplines=reader.sheet("helplines.yaml", HelpLines),
        wording=reader.sheet("wording.yaml", Wording),
        screen=reader.screen(),
        pictures=reader.pictures(),
        broken=frozenset(reader.broken),
    )
    return tree, reader.problems


class _Reader:
    """Reads files below a folder and gathers problems."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.broken: set[str] = set()

    def problem(self, file: str, line: int, message: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(file, line, message))

    def languages(self) -> tuple[str, ...]:
        """Folders that hold an interface/ folder: the default language first, the rest sorted."""
        found = sorted(path.parent.name for path in self.root.glob("*/interface") if path.is_dir())
        if DEFAULT_LANGUAGE not in found:
            self.problem(f"{DEFAULT_LANGUAGE}/interface", 1, "the default language is missing")
        known = [code for code in found if self._is_known(code)]
        return tuple(sorted(known, key=lambda code: (code != DEFAULT_LANGUAGE, code)))

    def _is_known(self, code: str) -> bool:
        try:
            babel.Locale.parse(code.replace("-", "_"))
        except (ValueError, babel.UnknownLocaleError):
            self.problem(f"{code}/interface", 1, f"{code!r} is not a language code")
            return False
        return True

    def interface(self, language: str) -> tuple[FluentFile, ...]:
        """The Fluent files of a language."""
        parsed = []
        for file in self._names(f"{language}/interface", ".ftl"):
            text = self._text(file)
            if text is not None:
                fluent, problems = parse_fluent(file, text)
                parsed.append(fluent)
                self.problems += problems
        return tuple(parsed)

    def pictures(self) -> tuple[Drawing, ...]:
        """The drawings of covers and of the certificate."""
        texts = ((file, self._text(file)) for file in self._names(FOLDER, ".svg", beside=FONTS))
        return tuple(Drawing(file, text) for file, text in texts if text is not None)

    def screen(self) -> Screen:
        """What the screen knows about words."""
        return Screen(
            words=self.sheet("understanding/words.yaml", WordLists),
            patterns=self.folder("understanding/patterns", PatternPack, "category"),
            slang=self.sheet("understanding/slang.yaml", Slang),
            romanised=self.sheet("understanding/romanised.yaml", Romanised),
            help_words=self.sheet("understanding/help_words.yaml", HelpWords),
            cautions=self.sheet("understanding/cautions.yaml", Cautions),
        )

    def folder(self, folder: str, model: type[M], named_by: str) -> tuple[Sheet[M], ...]:
        """All sheets of a folder, each file named after the id that stands in it."""
        sheets = [self.sheet(file, model) for file in self._names(folder, ".yaml")]
        found = tuple(sheet for sheet in sheets if sheet is not None)
        for sheet in found:
            name, stem = getattr(sheet.value, named_by), Path(sheet.file).stem
            if name != stem:
                self.problems.append(
                    sheet.problem((named_by,), f"{named_by} {name!r} in a file named {stem!r}")
                )
        return found

    def sheet(self, file: str, model: type[M]) -> Sheet[M] | None:
        """One YAML file as its model, or None when it is missing or does not fit."""
        text = self._text(file)
        if text is None:
            return None
        read = read_yaml(file, text)
        self.problems += read.problems
        try:
            value = model.model_validate(read.data)
        except ValidationError as error:
            self.broken.add(file)
            self.problems += [] if read.data is None and read.problems else _schema(file, read.lines, error)
            return None
        return Sheet(file, value, read.lines)

    def _names(self, folder: str, suffix: str, *, beside: str = "") -> list[str]:
        """Files of a folder. One that nothing reads is a problem: its author thinks it counts.

        `beside`: the one folder that may stand between them.
        """
        path = self.root / folder
        if not path.is_dir():
            self.problem(folder, 1, "this folder is missing")
            return []
        inside = sorted(p.name for p in path.iterdir() if p.name not in ("README.md", beside))
        for name in inside:
            if not name.endswith(suffix):
                self.problem(f"{folder}/{name}", 1, f"not read: only {suffix} files belong here")
        read = [f"{folder}/{name}" for name in inside if name.endswith(suffix)]
        if not read:
            self.problem(folder, 1, f"this folder holds no {suffix} file")
        return read

    def _text(self, file: str) -> str | None:
        try:
            data = (self.root / file).read_bytes()
        except OSError as error:
            self.problem(file, 1, f"cannot be read: {error.strerror}")
            return None
        try:
            return data.decode("utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            self.broken.add(file)
            self.problem(file, data.count(b"\n", 0, error.start) + 1, "not UTF-8 text")
            return None


def _schema(file: str, lines: Lines, error: ValidationError) -> list[Problem]:
    """One problem per complaint of the schema, at the line that it is about."""
    problems = []
    for detail in error.errors(include_url=False, include_input=False):
        where = ".".join(str(part) for part in detail["loc"])
        problems.append(Problem(file, lines.at(detail["loc"]), f"{where or 'the file'}: {detail['msg']}"))
    return problems
