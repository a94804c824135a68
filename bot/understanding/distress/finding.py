"""What is found in a message."""

from dataclasses import dataclass

from content.schema import Category, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One recognised piece: who recognised it, what it means, and the words that it rests on.

    `other`: it happens to somebody else than the writer. `sure`: no joke or school word makes it less.
    """

    name: str
    category: Category
    severity: Severity
    words: str
    other: bool
    sure: bool
