"""What Telegram would refuse or cut. Limits are those of the Bot API."""

from collections.abc import Iterator

from content.columns import columns
from content.fluent_files import FluentEntry, by_key
from content.problems import Problem
from content.tree import Tree

MESSAGE_CHARACTERS = 4096
"""sendMessage: text, 1-4096 characters."""
MOST_CHARACTERS = {
    "toast-": 200,
    "command-": 256,
    "staff-command-": 256,
    "bot-name": 64,
    "bot-short-description": 120,
    "bot-description": 512,
}
"""By the beginning of the key: answerCallbackQuery, BotCommand, setMyName, setMyShortDescription and
setMyDescription, in characters."""
ONE_LINE = ("button-", "toast-", "command-", "staff-command-", "bot-name")
BUTTON_COLUMNS = 38
"""Ours, not Telegram's: what a small phone shows of a button."""


def check(tree: Tree) -> Iterator[Problem]:
    """Interface texts that are too long for where they are shown, judged by the prefix of their key."""
    for language in tree.languages:
        for entry in by_key(tree.interface[language]).values():
            yield from (Problem(entry.file.file, entry.line, message) for message in _faults(entry))


def _faults(entry: FluentEntry) -> Iterator[str]:
    longest = max((len(text) for text in entry.renderings()), default=0)
    most = next(
        (n for start, n in MOST_CHARACTERS.items() if entry.key.startswith(start)), MESSAGE_CHARACTERS
    )
    if longest > most:
        yield f"{entry.key} is too long: {longest} characters, at most {most}"
    if entry.key.startswith("button-"):
        widest = max((columns(text) for text in entry.renderings()), default=0)
        if widest > BUTTON_COLUMNS:
            yield f"{entry.key} is too wide for a button: {widest} columns, at most {BUTTON_COLUMNS}"
    if entry.key.startswith(ONE_LINE) and any("\n" in t for t in entry.renderings()):
        yield f"{entry.key} must be one line"
