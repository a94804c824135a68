"""Callback data: what a button carries and how it is read back. Everything that comes back is hostile."""

import re

Action = tuple[str, ...]

_SHAPE = re.compile(r"[a-z0-9_]+(?::[a-z0-9_]+){0,4}", re.ASCII)
_LIMIT = 64
"""Bytes that Telegram allows in callback data."""


def action(*words: str | int) -> str:
    """The callback data of a button.

    Raises:
        ValueError: the words cannot be read back (a mistake of the program, not of a child).
    """
    data = ":".join(str(word) for word in words)
    if read(data) is None:
        raise ValueError(f"not an action: {data!r}")
    return data


def read(data: str) -> Action | None:
    """The words of callback data, or None when it is none of ours."""
    if len(data) > _LIMIT or _SHAPE.fullmatch(data) is None:
        return None
    return tuple(data.split(":"))
