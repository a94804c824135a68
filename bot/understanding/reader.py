"""The best way of reading that works on this machine."""

from collections.abc import Callable

from bot.understanding.trained import artefact
from bot.understanding.trained.artefact import Trained
from bot.understanding.understanding import Understanding
from content.content import Content

MODES = ("trained", "letters", "lexical")
"""From the one that misses fewest cries for help to the one that needs least."""

_LOADING: dict[str, Callable[[], Trained | None]] = {
    "trained": artefact.with_encoder,
    "letters": artefact.letters_only,
    "lexical": lambda: None,
}


def best_reader(content: Content) -> tuple[Understanding, tuple[str, ...]]:
    """A reader, and why better ones do not work here."""
    trained, troubles = artefact.best()
    return Understanding(content, trained=trained), troubles


def reader_of(content: Content, mode: str) -> Understanding:
    """A reader of that very mode.

    Raises:
        UnusableError: its files cannot be used here.
        KeyError: there is no such mode.
    """
    return Understanding(content, trained=_LOADING[mode]())
