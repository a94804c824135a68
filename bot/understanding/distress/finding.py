"""What is found in a message."""

from dataclasses import dataclass

from content.schema import Category, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One recognised piece: who recognised it, what it means, and the words that it rests on.

    `other`: it happens to somebody else than the writer. `strong`: the judge never lowers
    it, whatever it makes of the whole message.
    """

    name: str
    category: Category
    severity: Severity
    words: str
    other: bool
    strong: bool
