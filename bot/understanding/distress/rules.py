"""Patterns and curated phrases, compiled to lines of slots over one lexicon."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.understanding.knowledge import Knowledge, Pattern, PatternPack
from bot.understanding.lexicon import Lexicon
from bot.understanding.slots import Line, Slot, parse
from bot.understanding.words import Text
from content.schema import Category, DistressPack, DistressPhrase, Severity

Reading = Callable[[str], tuple[Text, ...]]
"""All readings of a string; an entry of a list, a phrase and a message go through the same one."""

PHRASE_GAP = 1
"""Words that may stand between two words of a phrase."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Something to recognise: its lines, and what recognising it means."""

    name: str
    category: Category
    severity: Severity
    lines: tuple[Line, ...]
    unless: str | None
    sure: bool
    now: bool
    other: bool


class RuleBook:
    """All rules and the lexicon that finds their words."""

    def __init__(
        self,
        knowledge: Knowledge,
        packs: Iterable[DistressPack],
        reading: Reading,
        dictionary: frozenset[str],
    ) -> None:
        self._reading = reading
        self._lists: dict[str, list[str]] = {n: self._entries(words) for n, words in knowledge.sets.items()}
        self._me = frozenset(self._lists["me"])
        self._fillers = frozenset(self._lists["filler"])
        for name, words in knowledge.cautions:
            self._lists[f"caution_{name}"] = self._entries(words)
        patterns = [self._pattern(pack, p) for pack in knowledge.packs for p in pack.patterns]
        phrases = [self._phrase(pack, p) for pack in packs for p in pack.phrases]
        self.rules = (*patterns, *phrases)
        self.lexicon = Lexicon(self._lists, dictionary)

    def _entries(self, words: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(text.joined for word in words for text in self._reading(word)))

    def _list_name(self, word: str) -> str:
        if word in self._lists:
            return word
        name = f"={word}"
        self._lists.setdefault(name, self._entries([word]))
        return name

    def _unless(self, name: str, words: tuple[str, ...]) -> str | None:
        if words:
            self._lists[f"unless {name}"] = self._entries(words)
        return f"unless {name}" if words else None

    def _pattern(self, pack: PatternPack, pattern: Pattern) -> Rule:
        lines = tuple(line for m in pattern.match for line in parse(m, self._list_name))
        return Rule(
            name=pattern.id,
            category=pack.category,
            severity=pattern.severity,
            lines=lines,
            unless=self._unless(pattern.id, pattern.unless),
            sure=pattern.sure,
            now=pattern.now,
            other=pattern.about == "other",
        )

    def _phrase(self, pack: DistressPack, phrase: DistressPhrase) -> Rule:
        return Rule(
            name=phrase.text,
            category=pack.category,
            severity=phrase.severity,
            lines=tuple(line for text in self._reading(phrase.text) for line in self._phrase_lines(text)),
            unless=self._unless(phrase.text, phrase.unless),
            sure=False,
            now=False,
            other=False,
        )

    def _phrase_lines(self, text: Text) -> tuple[Line, ...]:
        whole = f"whole {text.joined}"
        self._lists[whole] = [text.joined]
        slots = [self._word_slot(w.text) for w in text.words if w.text not in self._fillers]
        lines = [Line(((Slot((whole,), 0),),))]
        return tuple([*lines, Line((tuple(slots),))] if slots else lines)

    def _word_slot(self, word: str) -> Slot:
        if word in self._me:
            return Slot(("me",), PHRASE_GAP)
        name = f"={word}"
        self._lists.setdefault(name, [word])
        return Slot((name,), PHRASE_GAP)
