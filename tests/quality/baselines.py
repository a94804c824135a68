"""Simple ways of reading, measured beside the bot's own, so that its figures can be judged.

Those with a score get the threshold that the held-out rows themselves make best for the comparison: as many
false alarms, or as many questions out of scope refused, as the bot has. That favours them.
"""

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pythainlp.tokenize import word_tokenize
from rapidfuzz import fuzz, process

from bot.domain.judgement import Band
from bot.understanding.faq.ngrams import NgramIndex
from content.content import Content
from content.schema import Severity
from content.yaml_lines import read_values
from tests.quality.readings import Replied, Reply, Verdict
from tests.quality.sets import Asked, Told

KEYWORDS = Path(__file__).parent / "keywords.yaml"

Scores = Callable[[str], NDArray[np.float64]]
"""How near a message is to each known one."""
Index = Callable[[Sequence[str]], Scores]
"""Known messages made ready to be compared with."""


class KeywordList:
    """A message is as grave as the gravest list of which a word is in it."""

    def __init__(self, file: Path = KEYWORDS) -> None:
        words = read_values(file.read_text(encoding="utf-8"))
        self._lists = sorted(((Severity(s), w) for s, w in words.items()), key=lambda pair: -pair[0].rank)

    def read(self, text: str) -> Verdict:
        """The verdict on a message."""
        small = text.lower()
        found = (severity for severity, words in self._lists if any(word in small for word in words))
        return Verdict(next(found, Severity.NONE))


@dataclass(frozen=True)
class Nearest:
    """The labels of known messages, and how near a message is to each of them."""

    labels: Sequence[str]
    scores: Scores

    def ranked(self, text: str) -> list[tuple[float, str]]:
        """Each label once with its best score, best first."""
        best: dict[str, float] = {}
        for label, score in zip(self.labels, self.scores(text), strict=True):
            best[label] = max(best.get(label, -math.inf), float(score))
        return sorted(((score, label) for label, score in best.items()), key=lambda pair: -pair[0])

    def reading(self, above: float) -> Callable[[str], Verdict]:
        """Labels as severities: the nearest one, if it is nearer than `above`."""
        return lambda text: _verdict(self.ranked(text)[0], above)

    def answering(self, above: float) -> Callable[[str], Reply]:
        """Labels as topics: the nearest one is answered, if it is nearer than `above`."""
        return lambda text: _reply(self.ranked(text), above)


def nearest_phrase(content: Content, index: Index) -> Nearest:
    """The curated distress phrases that tell of harm."""
    grave = [p for pack in content.distress for p in pack.phrases if p.severity.rank >= Severity.URGENT.rank]
    return Nearest([p.severity.value for p in grave], index([p.text for p in grave]))


def nearest_phrasing(content: Content, index: Index) -> Nearest:
    """The questions that the FAQ knows."""
    entries = [entry for topics in content.faq.values() for entry in topics.values()]
    known = [(entry.id, text) for entry in entries for text in (entry.question, *entry.phrasings)]
    return Nearest([topic for topic, _ in known], index([text for _, text in known]))


def ngrams(texts: Sequence[str]) -> Scores:
    """Character n-gram TF-IDF."""
    index = NgramIndex([text.lower() for text in texts])
    return lambda text: index.similarities(text.lower())


def token_sets(texts: Sequence[str]) -> Scores:
    """rapidfuzz `token_set_ratio` over newmm words."""
    known = [_words(text) for text in texts]
    return lambda text: process.cdist([_words(text)], known, scorer=fuzz.token_set_ratio)[0].astype(
        np.float64
    )


def alarm_cutoff(near: Nearest, quiet: Collection[Told], alarms: int) -> float:
    """The score above which just so many of the quiet rows lie."""
    return _cutoff([near.ranked(row.whole)[0][0] for row in quiet], alarms)


def answer_cutoff(near: Nearest, outside: Collection[Asked], answers: int) -> float:
    """The score above which just so many of the rows out of scope lie."""
    return _cutoff([near.ranked(row.text)[0][0] for row in outside], answers)


def answers_outside(replies: Collection[Replied]) -> int:
    """How many questions out of scope were answered."""
    return sum(r.answered for r in replies if not r.row.topics)


def _cutoff(scores: Collection[float], above: int) -> float:
    return sorted(scores, reverse=True)[above] if above < len(scores) else -math.inf


def _verdict(best: tuple[float, str], above: float) -> Verdict:
    score, label = best
    return Verdict(Severity(label) if score > above else Severity.NONE)


def _reply(ranked: list[tuple[float, str]], above: float) -> Reply:
    band = Band.ANSWER if ranked[0][0] > above else Band.NONE
    return Reply(band, tuple(topic for _, topic in ranked))


def _words(text: str) -> str:
    return " ".join(word_tokenize(text.lower(), engine="newmm", keep_whitespace=False))
