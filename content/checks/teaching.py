"""What the trained judge is taught from: each row sound, each voice described, nothing said twice.

Only for `python -m content check`: nobody reads these texts, and the bot runs without them.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from content import teaching
from content.contacts import Allowed, digit_runs, hosts, long_numbers, number
from content.nearness import Texts
from content.problems import ContentError, Problem
from content.taught import UNDERSTANDING, Taught, phrasings
from content.teaching import MESSAGES, QUESTIONS, TALKS, Message, Question, Talk
from content.tree import Tree
from content.yaml_lines import read_yaml

VOICES = f"{UNDERSTANDING}/voices.yaml"

_LAUGH = {"5"}
"""Five is "ha" in Thai: a row of them is laughter."""
_ABROAD = 9
"""Digits from which a number that begins with neither 0 nor + may be one of another country."""

Row = Message | Talk | Question


def check(tree: Tree, root: Path) -> Iterator[Problem]:
    """All problems of the taught messages, talks and questions below the content folder `root`."""
    folder = root / UNDERSTANDING
    problems: list[Problem] = []
    kinds = teaching.messages, teaching.talks, teaching.questions
    rows = [row for kind in kinds for row in _read(folder, kind, problems)]
    yield from problems
    yield from _unread(root)
    yield from _voices(root)
    yield from _topics(tree, rows)
    yield from _contacts(tree, rows)
    yield from _repeated(tree, rows)


def _read(folder: Path, read: Callable[[Path], Sequence[Row]], problems: list[Problem]) -> Sequence[Row]:
    try:
        return read(folder)
    except ContentError as error:
        problems.extend(error.problems)
        return ()


def _unread(root: Path) -> Iterator[Problem]:
    """Files that nothing reads: their author thinks they count."""
    for path in _inside(root):
        if path.suffix != ".csv":
            yield Problem(str(path.relative_to(root)), 1, "not read: only .csv files belong here")


def _voices(root: Path) -> Iterator[Problem]:
    """Voices that nobody describes, and descriptions of nobody."""
    try:
        read = read_yaml(VOICES, (root / VOICES).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        yield Problem(VOICES, 1, f"cannot be read: {error}")
        return
    yield from read.problems
    described = read.data if isinstance(read.data, dict) else {}
    for path in _inside(root):
        if not described.get(path.stem):
            yield Problem(str(path.relative_to(root)), 1, f"no one describes {path.stem!r} in {VOICES}")
    for voice in described.keys() - {path.stem for path in _inside(root)}:
        yield Problem(
            VOICES, read.lines.at((voice,)), f"{voice!r} has neither messages nor talks nor questions"
        )


def _inside(root: Path) -> list[Path]:
    folders = (root / UNDERSTANDING / kind for kind in (MESSAGES, TALKS, QUESTIONS))
    return [path for folder in folders for path in sorted(folder.glob("*")) if path.name != "README.md"]


def _topics(tree: Tree, rows: Sequence[Row]) -> Iterator[Problem]:
    known = {entry.id for language in tree.languages for _, _, entry in tree.entries(language)}
    if any(tree.has_broken(f"{language}/faq") for language in tree.languages):
        return
    for row in rows:
        if isinstance(row, Question) and row.topic is not None and row.topic not in known:
            yield Problem(row.file, row.line, f"the FAQ has no topic {row.topic!r}")


def _contacts(tree: Tree, rows: Sequence[Row]) -> Iterator[Problem]:
    known = Allowed.of(line for _, _, line in tree.lines()).numbers
    for row in rows:
        for _, found in long_numbers(row.text):
            if _dialled(found, known):
                yield Problem(row.file, row.line, f"{found} may be someone's number: leave it out")
        for _, name in hosts(row.text):
            yield Problem(row.file, row.line, f"{name} may be someone's page: leave it out")


def _dialled(found: str, known: frozenset[str]) -> bool:
    digits = number(found)
    if set(digits) == _LAUGH or digits in known or all(part in known for _, part in digit_runs(found)):
        return False
    return found[0] in "(+" or digits[0] == "0" or len(digits) >= _ABROAD


def _repeated(tree: Tree, rows: Sequence[Row]) -> Iterator[Problem]:
    """Rows that are nearly an earlier row or a phrasing of the FAQ: what is said twice is learned twice."""
    asked = list(phrasings(tree))
    all_texts: list[Taught | Row] = [*asked, *rows]
    first: dict[int, int] = {}
    for later, earlier in Texts(one.text for one in all_texts).repeated():
        first[later] = min(earlier, first.get(later, earlier))
    for later, earlier in first.items():
        if later >= len(asked):
            row, before = all_texts[later], all_texts[earlier]
            told = f"nearly the same stands in {before.file}:{before.line}: {before.text!r}"
            yield Problem(row.file, row.line, told)
