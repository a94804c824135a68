"""Patterns and curated phrases, compiled to lines of slots over one lexicon."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.understanding.lexicon import Lexicon, Place, Places
from bot.understanding.words import Text
from content.knowledge import Knowledge
from content.notation import Line, Slot, parse
from content.schema import Category, DistressPack, DistressPhrase, Pattern, PatternPack, Severity

Reading = Callable[[str], tuple[Text, ...]]
"""All readings of a string; an entry of a list, a phrase and a message go through the same one."""

PHRASE_GAP = 1
"""Words that may stand between two words of a phrase."""
MIN_WORDS = 3
"""Phrases of fewer words, pronouns and particles apart, must stand in a message as they are."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Something to recognise: its lines, and what recognising it means."""

    name: str
    category: Category
    severity: Severity
    lines: tuple[Line, ...]
    unless: str | None
    sure: bool
    strong: bool
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
        self._particles = frozenset(self._lists["particle"])
        self.idle = self._me | self._particles
        for name, words in knowledge.cautions:
            self._lists[f"caution_{name}"] = self._entries(words)
        patterns = [self._pattern(pack, p) for pack in knowledge.packs for p in pack.patterns]
        phrases = [self._phrase(pack, p) for pack in packs for p in pack.phrases]
        self.rules = (*patterns, *phrases)
        self.lexicon = Lexicon(self._lists, dictionary)

    @property
    def lists(self) -> Mapping[str, Sequence[str]]:
        """The entries of all word lists, by name."""
        return self._lists

    def find(self, text: Text) -> Places:
        """The places of all lists in the text, also where a pronoun or a particle stands inside an entry."""
        found = self.lexicon.find(text)
        kept = [i for i, w in enumerate(text.words) if w.text not in self.idle]
        if len(kept) == len(text.words):
            return found
        short = self.lexicon.find(Text(tuple(text.words[i] for i in kept)))
        for name, places in short.items():
            more = {Place(kept[p.first], kept[p.last]) for p in places}
            found[name] = sorted(more.union(found.get(name, ())))
        return found

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
            strong=pattern.strong,
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
            strong=False,
            now=False,
            other=False,
        )

    def _phrase_lines(self, text: Text) -> tuple[Line, ...]:
        whole = f"whole {text.joined}"
        self._lists[whole] = [text.joined]
        told = [w.text for w in text.words if w.text not in self._particles and w.text[0].isalnum()]
        lines = [Line(((Slot((whole,), 0),),))]
        if len([w for w in told if w not in self._me]) >= MIN_WORDS:
            lines.append(Line((tuple(map(self._word_slot, told)),)))
        return tuple(lines)

    def _word_slot(self, word: str) -> Slot:
        if word in self._me:
            return Slot(("me",), PHRASE_GAP)
        name = f"={word}"
        self._lists.setdefault(name, [word])
        return Slot((name,), PHRASE_GAP)
