"""What settling a delivery leads to: written into the outbox's row, read back when the row is settled."""

from enum import StrEnum


class Purpose(StrEnum):
    """Why something is sent. WORDS is about a case message, REPLY about a case and a message."""

    NONE = ""
    TOPIC = "topic"
    CARD = "card"
    WORDS = "words"
    REPLY = "reply"
    GROUP = "group"

    def about(self, *refs: str) -> str:
        """The text for a row."""
        return ":".join((self, *refs))


def read_purpose(text: str) -> tuple[Purpose, tuple[str, ...]]:
    """The purpose of a row, and the refs that it is about."""
    kind, *refs = text.split(":")
    return Purpose(kind), tuple(refs)
