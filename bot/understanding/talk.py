"""Several messages of one child as one text, in the form in which the trained judge reads talks."""

from collections.abc import Sequence

MARK = " ¶ "
"""Stands between two messages. Children do not type it, and it is one piece of the encoder."""


def joined(messages: Sequence[str]) -> str:
    """The messages, the oldest first."""
    return MARK.join(messages)
