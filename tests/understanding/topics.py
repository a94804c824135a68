"""Topics and readings made by hand: words are what stands between spaces."""

from collections.abc import Mapping

from bot.understanding.views import View
from bot.understanding.words import Text, Word
from content.schema import FaqEntry


def view(text: str, kind: str = "plain") -> View:
    """One reading."""
    return View(kind, text, Text(tuple(Word(word, word) for word in text.split())))


class AsWritten:
    """Reads a text in one way."""

    def of(self, text: str) -> tuple[View, ...]:
        """As it stands."""
        return (view(text),)


def faq(**topics: tuple[str, ...]) -> Mapping[str, Mapping[str, FaqEntry]]:
    """Topics in one language, each with its question and phrasings; what else an entry has is left out."""
    made = {
        topic: FaqEntry.model_construct(id=topic, question=asked[0], phrasings=asked[1:])
        for topic, asked in topics.items()
    }
    return {"en": made}
