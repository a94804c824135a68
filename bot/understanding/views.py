"""The several readings of one message: as written, and with one habit of writing undone each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pythainlp.corpus.tnc import unigram_word_freqs
from pythainlp.tokenize.newmm import segment
from pythainlp.util import eng_to_thai, thai_to_eng

from bot.understanding.normalise import is_thai, relettered, tidy, tone_poor, toneless
from bot.understanding.word_trie import WordTrie
from bot.understanding.words import Text, WordCutter
from content.schema import Spelling

COMMON_WORDS = 20_000
"""Tone marks are put back for so many of the most frequent words (Thai National Corpus, in pythainlp)."""
LAYOUT_COVER = 0.8
"""Share of the letters that must form known Thai words for a string to count as typed on the wrong layout."""
ENGLISH_LETTERS, ENGLISH_COVER = 4, 0.65
"""Thai letters count as English on the wrong layout when so many keys were hit at least ("help"), and this
share of them makes known English words: of 79,865 Thai messages in none, of 799 English ones in 637."""
LAYOUT_BEGINNING = 200
"""So many characters tell whether Thai letters are English: retyping a long message takes long."""
ROMANISED_COVER = 0.5
"""Share of a message's Latin words that must be romanised Thai for it to be read as Thai."""

_LATIN_WORD = re.compile(r"[a-z]+[0-9]?")
_ANY_WORD = re.compile(r"[a-z]+[0-9]?|[^\sa-z]+")
_APART = re.compile(r"(?<!\w)(?:[a-z][\s.\-_*,/|]+){3,}[a-z](?!\w)", re.IGNORECASE)
"""Latin letters written apart: which of them made a word nobody knows any more."""
_JOINED = re.compile(r"[a-z]{6,}")
_MARKS = frozenset(" '.,!?")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class View:
    """One reading: how it was made, its tidy string, and its words."""

    kind: str
    tidy: str
    text: Text


@dataclass(frozen=True, slots=True)
class Brief:
    """A message that was read before: the form in which the trained judge reads it, and its last reading."""

    plain: str
    view: View


def plain_view(views: Sequence[View]) -> View:
    """The reading that the trained judge reads: tidy, and typed on the right keyboard layout."""
    return views[_plain([view.kind for view in views])]


def _plain(kinds: Sequence[str]) -> int:
    return -1 if kinds[-1] == "layout" else 0


class Views:
    """Makes the readings of a message."""

    def __init__(self, cutter: WordCutter, spelling: Spelling, important: frozenset[str]) -> None:
        """`important`: Thai words of the screen, preferred where dropped tone marks leave a choice."""
        self._cutter = cutter
        self._lookalikes = spelling.lookalikes
        self._romanised = Romanised(spelling)
        self._tones = ToneMarks(important)

    def of(self, message: str) -> tuple[View, ...]:
        """All readings of the message, the plain one first."""
        return tuple(View(kind, text, self._cutter.cut(text)) for kind, text in self._readings(message))

    def brief(self, message: str) -> Brief:
        """What of an earlier message is read again; its other readings are not cut into words."""
        readings = tuple(self._readings(message))
        _, plain = readings[_plain([kind for kind, _ in readings])]
        kind, last = readings[-1]
        return Brief(plain, View(kind, last, self._cutter.cut(last)))

    @property
    def dictionary(self) -> frozenset[str]:
        """The Thai words that are known."""
        return self._cutter.dictionary

    def edges(self, written: str) -> list[int]:
        """Where words begin or end in a text as it was written, its two ends included."""
        return self._cutter.edges(written)

    def plain(self, message: str) -> str:
        """The tidy string of the first reading."""
        text = relettered(tidy(message), self._lookalikes)
        if not _APART.search(message):
            return text
        return _JOINED.sub(lambda run: self._cutter.parted(run.group()), text)

    def _readings(self, message: str) -> Iterator[tuple[str, str]]:
        plain = self.plain(message)
        yield "plain", plain
        if retyped := self._other_layout(message, plain):
            yield "layout", retyped
        elif respelt := self._romanised.to_thai(plain):
            yield "romanised", respelt
        elif tone_poor(plain):
            yield "toneless", self._tones.restored(plain)

    def _other_layout(self, message: str, plain: str) -> str | None:
        """What the keys write on the other layout, when that is of its language and the original of none."""
        if any(map(is_thai, plain)):
            return None if _LATIN_WORD.search(plain) else self._english_layout(message)
        return None if self._english(plain) else self._thai_layout(message)

    def _english_layout(self, message: str) -> str | None:
        """What the keys write on the English layout, when nearly all of it is English."""
        written = message.strip()
        begun = tidy(thai_to_eng(written[:LAYOUT_BEGINNING]))
        keys = sum(c not in _MARKS for c in begun)
        english = self._known_latin(begun) >= ENGLISH_COVER * keys
        return tidy(thai_to_eng(written)) if keys >= ENGLISH_LETTERS and english else None

    def _thai_layout(self, message: str) -> str | None:
        retyped = tidy(eng_to_thai(message.strip()))
        thai = [w.text for w in self._cutter.cut(retyped).words if is_thai(w.text[0])]
        letters = sum(map(len, thai))
        known = sum(len(w) for w in thai if len(w) > 1 and w in self._cutter.dictionary)
        return retyped if letters >= 5 and known >= LAYOUT_COVER * letters else None

    def _english(self, plain: str) -> bool:
        latin = _LATIN_WORD.findall(plain)
        return not latin or 2 * self._known_latin(plain) > sum(map(len, latin))

    def _known_latin(self, plain: str) -> int:
        """How many letters stand in known English words of more than one."""
        words = _LATIN_WORD.findall(plain)
        return sum(len(w) for w in words if len(w) > 1 and self._cutter.knows_latin(w))


class Romanised:
    """Thai written in Latin letters, word by word, with many spellings of one sound folded together."""

    def __init__(self, spelling: Spelling) -> None:
        self._equal = spelling.romanised_equal
        self._thai: dict[str, str] = {}
        for thai, spellings in spelling.romanised.items():
            for spelt in spellings:
                self._thai.setdefault(self._sound(spelt), thai)
        self._english = frozenset(spelling.english)

    def _sound(self, word: str) -> str:
        for spelt, sound in self._equal:
            word = word.replace(spelt, sound)
        # To look first is cheaper: `sub` builds its template for every word.
        return _DOUBLED.sub(r"\1", word) if _DOUBLED.search(word) else word

    def to_thai(self, plain: str) -> str | None:
        """The message with its romanised words in Thai letters, or None when it does not look like Thai."""
        latin = _LATIN_WORD.findall(plain)
        hits = [w for w in latin if self._sound(w) in self._thai]
        clear = [w for w in hits if w not in self._english]
        if len(clear) < 2 or len(hits) < ROMANISED_COVER * len(latin):
            return None
        return " ".join(self._words(_ANY_WORD.findall(plain)))

    def _words(self, words: list[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            thai, used = self._longest(words, at)
            yield thai
            at += used

    def _longest(self, words: list[str], at: int) -> tuple[str, int]:
        """The Thai word that up to three of the next words make together."""
        for used in (3, 2, 1):
            thai = self._thai.get(self._sound("".join(words[at : at + used])))
            if thai and at + used <= len(words):
                return thai, used
        return words[at], 1


class ToneMarks:
    """Puts tone marks back into a message written without them."""

    def __init__(self, important: frozenset[str]) -> None:
        counted = sorted(unigram_word_freqs().items(), key=lambda pair: -pair[1])[:COMMON_WORDS]
        by_rank = [w for w, _ in counted if len(w) > 1 and all(map(is_thai, w))]
        self._full: dict[str, str] = {}
        for word in [*sorted(important), *by_rank]:
            self._full.setdefault(toneless(word), word)
        self._trie = WordTrie(self._full.keys())

    def restored(self, plain: str) -> str:
        """The most likely full spelling of a string without tone marks."""
        return "".join(self._full.get(w, w) for w in segment(toneless(plain), self._trie))
