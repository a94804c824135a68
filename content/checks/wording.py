"""Words that hurt: refused wherever the bot speaks, with what to say instead."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content.passages import ANY_LANGUAGE, Passage, read_by_people
from content.problems import Problem
from content.tree import Tree
from content.wording import Avoided, Wording


@dataclass(frozen=True, slots=True)
class _Rule:
    """One entry of wording.yaml, ready to be looked for.

    `begins`: the first words, casefolded. A text that holds none of them, which is quickly seen, is fine.
    """

    entry: Avoided
    begins: tuple[str, ...]
    avoid: re.Pattern[str]
    unless: re.Pattern[str]

    def hits(self, text: str) -> Iterator[re.Match[str]]:
        """Where the text says it, save inside a phrase that makes it right."""
        fine = [match.span() for match in self.unless.finditer(text)]
        for match in self.avoid.finditer(text):
            if not any(start <= match.start() and match.end() <= end for start, end in fine):
                yield match


def check(tree: Tree) -> Iterator[Problem]:
    """Avoided words in what the bot says, and a language for which no words are listed."""
    if tree.wording is None:
        return
    wording = tree.wording.value
    for language in tree.languages:
        if not wording.avoided.get(language):
            yield tree.wording.problem(("avoided",), f"no avoided words for the language {language!r}")
    rules = _rules(wording)
    for passage in read_by_people(tree):
        yield from _lint(passage, rules.get(passage.language, ()))


def _lint(passage: Passage, rules: Iterable[_Rule]) -> Iterator[Problem]:
    folded = passage.text.casefold()
    for rule in rules:
        if not any(word in folded for word in rule.begins):
            continue
        for match in rule.hits(passage.text):
            said, better = match[0], rule.entry.say
            yield passage.problem(f"wording {said!r}: {rule.entry.why}; say: {better}", match.start())


def _rules(wording: Wording) -> dict[str, tuple[_Rule, ...]]:
    ready = {language: tuple(map(_rule, entries)) for language, entries in wording.avoided.items()}
    return {**ready, ANY_LANGUAGE: ()}


def _rule(entry: Avoided) -> _Rule:
    begins = tuple(phrase.casefold().split()[0] for phrase in entry.avoid)
    return _Rule(entry, begins, _any_of(map(_words, entry.avoid)), _any_of(map(_anywhere, entry.unless)))


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(patterns, key=len, reverse=True)
    return re.compile("|".join(longest_first) or r"(?!)", re.IGNORECASE)


def _words(phrase: str) -> str:
    """Whole words in Latin script; anywhere in scripts that put no spaces between words."""
    return rf"(?<!\w){_anywhere(phrase)}(?!\w)" if phrase[0].isascii() else _anywhere(phrase)


def _anywhere(phrase: str) -> str:
    return r"\s+".join(re.escape(word) for word in phrase.split())
