"""What Telegram would refuse or cut. Limits are those of the Bot API."""

from collections.abc import Iterator

from content.columns import columns
from content.fluent_files import FluentEntry, by_key
from content.problems import Problem
from content.tree import Tree

MESSAGE_CHARACTERS = 4096
"""sendMessage: text, 1-4096 characters."""
TOAST_CHARACTERS = 200
"""answerCallbackQuery: text, 0-200 characters."""
COMMAND_CHARACTERS = 256
"""BotCommand: description, 1-256 characters."""
BUTTON_COLUMNS = 38
"""Ours, not Telegram's: what a small phone shows of a button."""


def check(tree: Tree) -> Iterator[Problem]:
    """Interface texts that are too long for where they are shown, judged by the prefix of their key."""
    for language in tree.languages:
        for entry in by_key(tree.interface[language]).values():
            yield from (Problem(entry.file.file, entry.line, message) for message in _faults(entry))


def _faults(entry: FluentEntry) -> Iterator[str]:
    longest = max((len(text) for text in entry.renderings()), default=0)
    most = _most_characters(entry.key)
    if longest > most:
        yield f"{entry.key} is too long: {longest} characters, at most {most}"
    if entry.key.startswith("button-"):
        widest = max((columns(text) for text in entry.renderings()), default=0)
        if widest > BUTTON_COLUMNS:
            yield f"{entry.key} is too wide for a button: {widest} columns, at most {BUTTON_COLUMNS}"
    if entry.key.startswith(("button-", "toast-", "command-")) and any("\n" in t for t in entry.renderings()):
        yield f"{entry.key} must be one line"


def _most_characters(key: str) -> int:
    if key.startswith("toast-"):
        return TOAST_CHARACTERS
    return COMMAND_CHARACTERS if key.startswith("command-") else MESSAGE_CHARACTERS
