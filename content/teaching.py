"""What the trained judge is taught from: invented messages, talks and questions, a spreadsheet (CSV) a voice.

`content/understanding/messages/<voice>.csv` holds messages with their severity, `talks/<voice>.csv` messages
that are understood with those before them, `questions/<voice>.csv` questions with the topic that answers
them. All have columns for the person of the organisation who has reviewed a row.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from content.problems import ContentError, Problem
from content.schema import Category, Severity

FOLDER = Path(__file__).parent / "understanding"
MESSAGES, TALKS, QUESTIONS = "messages", "talks", "questions"
MESSAGE_COLUMNS = ("severity", "kind", "categories", "text", "reviewer", "reviewed_on")
TALK_COLUMNS = ("severity", "kind", "categories", "earlier", "text", "reviewer", "reviewed_on")
QUESTION_COLUMNS = ("topic", "text", "reviewer", "reviewed_on")
LOOKALIKE, ORDINARY = "lookalike", "ordinary"
KINDS = ("", LOOKALIKE, ORDINARY)
"""What a harmless message is: one with the words or the mood of a disclosure, or everyday talk."""


@dataclass(frozen=True, slots=True)
class Message:
    """An invented message. `file` is relative to the content folder.

    `reviewer` and `reviewed_on` are filled by a person of the organisation, both or neither.
    """

    file: str
    line: int
    severity: Severity
    kind: str
    categories: tuple[Category, ...]
    text: str
    reviewer: str = ""
    reviewed_on: date | None = None

    @property
    def voice(self) -> str:
        """Who writes like that."""
        return Path(self.file).stem


@dataclass(frozen=True, slots=True)
class Talk:
    """An invented message that is understood with those before it, oldest first.

    Severity and categories say what the last message means to whoever has read the earlier ones. The rest as
    with messages.
    """

    file: str
    line: int
    severity: Severity
    kind: str
    categories: tuple[Category, ...]
    earlier: tuple[str, ...]
    last: str
    reviewer: str = ""
    reviewed_on: date | None = None

    @property
    def voice(self) -> str:
        """Who writes like that."""
        return Path(self.file).stem

    @property
    def text(self) -> str:
        """Everything that was written, a message a line."""
        return "\n".join((*self.earlier, self.last))


@dataclass(frozen=True, slots=True)
class Question:
    """An invented question. `topic`: the answer that fits; None when it is out of scope.

    `reviewer` and `reviewed_on` as with messages.
    """

    file: str
    line: int
    topic: str | None
    text: str
    reviewer: str = ""
    reviewed_on: date | None = None

    @property
    def voice(self) -> str:
        """Who asks like that."""
        return Path(self.file).stem


def messages(folder: Path = FOLDER) -> tuple[Message, ...]:
    """All messages.

    Raises:
        ContentError: rows that cannot be read, all of them.
    """
    return _all(folder, MESSAGES, MESSAGE_COLUMNS, _message)


def talks(folder: Path = FOLDER) -> tuple[Talk, ...]:
    """All talks.

    Raises:
        ContentError: rows that cannot be read, all of them.
    """
    return _all(folder, TALKS, TALK_COLUMNS, _talk)


def questions(folder: Path = FOLDER) -> tuple[Question, ...]:
    """All questions.

    Raises:
        ContentError: rows that cannot be read, all of them.
    """
    return _all(folder, QUESTIONS, QUESTION_COLUMNS, _question)


Row = TypeVar("Row")
Made = Callable[[str, int, Mapping[str, str]], Row]


def _all(folder: Path, kind: str, columns: tuple[str, ...], made: Made[Row]) -> tuple[Row, ...]:
    found: list[Row] = []
    problems: list[Problem] = []
    for path in sorted((folder / kind).glob("*.csv")):
        file = f"{folder.name}/{kind}/{path.name}"
        try:
            for line, row in _rows(path, columns):
                _take(found, problems, file, line, row, made)
        except (ValueError, csv.Error) as error:
            problems.append(Problem(file, 1, str(error)))
    if problems:
        raise ContentError(problems)
    return tuple(found)


def _take(
    found: list[Row], problems: list[Problem], file: str, line: int, row: Mapping[str, str], made: Made[Row]
) -> None:
    try:
        found.append(made(file, line, _whole(row)))
    except ValueError as error:
        problems.append(Problem(file, line, str(error)))


def _whole(row: Mapping[str, str]) -> Mapping[str, str]:
    if None in row or None in row.values():
        raise ValueError("the row has more or fewer columns than the first line")
    return row


def _message(file: str, line: int, row: Mapping[str, str]) -> Message:
    return Message(file, line, *_meaning(row), _text(row), *_review(row))


def _talk(file: str, line: int, row: Mapping[str, str]) -> Talk:
    earlier = tuple(message.strip() for message in row["earlier"].splitlines() if message.strip())
    if not earlier:
        raise ValueError("a talk has earlier messages, one a line of the cell")
    return Talk(file, line, *_meaning(row), earlier, _text(row), *_review(row))


def _meaning(row: Mapping[str, str]) -> tuple[Severity, str, tuple[Category, ...]]:
    categories = tuple(Category(name) for name in row["categories"].split())
    severity = Severity(row["severity"])
    if row["kind"] not in KINDS or (severity is Severity.NONE) == (row["kind"] == ""):
        raise ValueError("a harmless message, and no other, has a kind: lookalike or ordinary")
    if bool(categories) == (severity is Severity.NONE):
        raise ValueError("a message has categories unless its severity is none")
    return severity, row["kind"], categories


def _question(file: str, line: int, row: Mapping[str, str]) -> Question:
    return Question(file, line, row["topic"] or None, _text(row), *_review(row))


def _text(row: Mapping[str, str]) -> str:
    text = row["text"].strip()
    if not text:
        raise ValueError("the text is empty")
    return text


def _review(row: Mapping[str, str]) -> tuple[str, date | None]:
    reviewer, day = row["reviewer"].strip(), row["reviewed_on"].strip()
    if bool(reviewer) != bool(day):
        raise ValueError("reviewer and reviewed_on are filled together or left empty together")
    try:
        return reviewer, date.fromisoformat(day) if day else None
    except ValueError as error:
        raise ValueError(f"reviewed_on: {day!r} is not a date (year-month-day)") from error


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, Mapping[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if tuple(reader.fieldnames or ()) != columns:
            raise ValueError(f"the columns are not {', '.join(columns)}")
        for row in reader:
            yield reader.line_num, row
