"""Every invented message that the product is taught from or tuned on."""

from collections.abc import Iterator
from pathlib import Path

from bot.understanding.knowledge import Knowledge
from content.content import Content

LOOKALIKES = Path(__file__).parents[1] / "understanding" / "lookalikes.txt"


def taught(content: Content, knowledge: Knowledge) -> Iterator[str]:
    """Distress phrases, FAQ questions and phrasings, examples of patterns, look-alikes of the tests."""
    yield from (phrase.text for pack in content.distress for phrase in pack.phrases)
    yield from phrasings(content)
    for pack in knowledge.packs:
        for pattern in pack.patterns:
            yield from (*pattern.finds, *pattern.leaves)
    yield from LOOKALIKES.read_text(encoding="utf-8").splitlines()


def phrasings(content: Content) -> Iterator[str]:
    """The ways of asking that the FAQ knows, in every language."""
    for topics in content.faq.values():
        for entry in topics.values():
            yield from (entry.question, *entry.phrasings)
