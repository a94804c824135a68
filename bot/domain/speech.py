"""What the bot says, as keys of content; turned into words for one or more languages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from content.schema import HelpLine
from content.texts import Texts

Argument = str | int
Place = tuple[int, int]
"""From which character of a text to before which other one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One text of the interface, by its key, with the values of its placeholders."""

    key: str
    args: tuple[tuple[str, Argument], ...] = ()


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Words that are not interface text: a lesson's card, an answer, a person's own words.

    `bold`: what stands out in them, in order and apart from each other; seen in messages that are sent, not
    in edits, captions, titles and buttons.
    """

    text: str
    bold: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbers:
    """Help lines, one below the other, with who answers; `brief` leaves out when, for somebody in need."""

    lines: tuple[HelpLine, ...]
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts on lines of their own, without an empty line between them."""

    parts: "tuple[Part, ...]"


Part = Line | Verbatim | Numbers | Joined


@dataclass(frozen=True, slots=True)
class Button:
    """A button and the callback data that comes back when it is tapped (1 to 64 bytes)."""

    label: Part
    data: str


@dataclass(frozen=True, slots=True)
class Message:
    """Paragraphs and rows of buttons under them."""

    parts: tuple[Part, ...]
    rows: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SpokenButton:
    """A button with its words."""

    text: str
    data: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message with its words, ready to be sent; `bold`: what stands out in them."""

    text: str
    rows: tuple[tuple[SpokenButton, ...], ...] = ()
    bold: tuple[Place, ...] = ()


def line(key: str, **args: Argument) -> Line:
    """A line with its placeholders' values."""
    return Line(key, tuple(sorted(args.items())))


def speak(message: Message, languages: tuple[str, ...], texts: Texts) -> Spoken:
    """The words of a message. Several languages stand below each other, buttons side by side in one label.

    What reads the same in each language (a card, an answer, a person's own words) is said once.

    Raises:
        MissingTextError: a key or a value is missing in one of the languages.
    """
    paragraphs: list[Spoken] = []
    for language in languages:
        block = [_paragraph(part, language, languages, texts) for part in message.parts]
        paragraphs += [words for words in block if words not in paragraphs] if paragraphs else block
    rows = tuple(tuple(_button(button, languages, texts) for button in row) for row in message.rows)
    return replace(_stacked(paragraphs, "\n\n"), rows=rows)


def _stacked(said: Sequence[Spoken], between: str) -> Spoken:
    """Words below each other; what stands out in them moves along."""
    bold: list[Place] = []
    at = 0
    for one in said:
        bold += [(at + start, at + end) for start, end in one.bold]
        at += len(one.text) + len(between)
    return Spoken(between.join(one.text for one in said), bold=tuple(bold))


def _paragraph(part: Part, language: str, languages: tuple[str, ...], texts: Texts) -> Spoken:
    """In several languages, headings stand together above what they head, so that it is said once."""
    if not isinstance(part, Joined) or len(languages) == 1:
        return _words(part, language, texts)
    lines = (_words(one, each, texts) for one in part.parts for each in languages)
    return _stacked(tuple(dict.fromkeys(lines)), "\n")


def _words(part: Part, language: str, texts: Texts) -> Spoken:
    match part:
        case Verbatim(text, bold):
            return Spoken(text, bold=bold)
        case Line(key, args):
            return Spoken(texts.say(language, key, **dict(args)))
        case Numbers(lines, brief):
            return Spoken("\n".join(_help_line(one, language, texts, brief=brief) for one in lines))
        case Joined(parts):
            return _stacked([_words(one, language, texts) for one in parts], "\n")


def _help_line(one: HelpLine, language: str, texts: Texts, *, brief: bool) -> str:
    key = f"help-line-{one.kind.replace('_', '-')}"
    first = texts.say(language, key, contact=one.contact, name=one.name[language])
    return first if brief else f"{first}\n{one.hours[language]}"


def _button(button: Button, languages: tuple[str, ...], texts: Texts) -> SpokenButton:
    labels = dict.fromkeys(_words(button.label, language, texts).text for language in languages)
    return SpokenButton(" · ".join(labels), button.data)
