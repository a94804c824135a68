"""From a tidy string to words: newmm cuts Thai, chat words become plain ones, typos are mended."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from pythainlp.corpus import thai_words
from pythainlp.tokenize.newmm import segment
from rapidfuzz import fuzz, process

from bot.understanding.normalise import is_thai, toneless
from bot.understanding.word_trie import WordTrie
from content.schema import Spelling

TYPO_CUTOFF_TH, TYPO_CUTOFF_EN = 86, 88
"""rapidfuzz `ratio` from which an unknown word counts as a known one: about one slip in seven letters."""
LONGEST_LATIN = 12
"""Letters of the longest word that is looked for in letters written apart."""
ONE_LETTER = frozenset("ai")
"""English words of one letter."""
TYPO_MIN_TH, TYPO_MIN_EN = 5, 6
MAX_WORD = 20
"""Shorter and longer strings are not mended: too many words are near them, or none."""
MAX_MENDED = 12
"""At most so many unknown words of one message are looked up, to bound the time."""

_PIECES = re.compile(
    "[\u0e01-\u0e3a\u0e40-\u0e4e]+|[^\\W\\d_\u0e01-\u0e4f]+(?:[0-9]+[^\\W\\d_\u0e01-\u0e4f]*)*|[0-9]+[a-z]+|[0-9]+|[^\\w\\s]|_"
)
_DOUBLED = re.compile(r"(.)\1")
_CLUSTER_REST = frozenset(map(chr, (*range(0x0E30, 0x0E3B), 0x0E45, *range(0x0E47, 0x0E4F))))
_STOPS = frozenset(".,?!")
_LEADING = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: what it stands for, how it was written, and whether a pause came before it."""

    text: str
    written: str
    after_pause: bool = False


@dataclass(frozen=True)
class Text:
    """The words of one view of a message, and the same as one string for looking phrases up."""

    words: tuple[Word, ...]

    @property
    def spoken(self) -> int:
        """How many words have letters or digits: signs and emoji are none."""
        return sum(any(map(str.isalnum, word.text)) for word in self.words)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins in `joined`."""
        return self._layout[1]

    @cached_property
    def joined(self) -> str:
        """Thai words written together, all others set off by one space."""
        return self._layout[0]

    @cached_property
    def _layout(self) -> tuple[str, list[int]]:
        parts: list[str] = []
        starts: list[int] = []
        length = 0
        for word in self.words:
            if parts and not (is_thai(parts[-1][-1]) and is_thai(word.text[0])):
                parts.append(" ")
                length += 1
            starts.append(length)
            parts.append(word.text)
            length += len(word.text)
        return "".join(parts), starts

    def index_at(self, position: int) -> int:
        """The word that holds this position of `joined`."""
        return bisect_right(self.starts, position) - 1

    def written(self, first: int, last: int) -> str:
        """The words from `first` to `last` (included) as the child wrote them."""
        return Text(tuple(Word(w.written, w.written) for w in self.words[first : last + 1])).joined


class WordCutter:
    """Cuts tidy text into words. Holds the dictionaries; building it takes about a second."""

    def __init__(self, known: Iterable[str], spelling: Spelling) -> None:
        """`known`: words and phrases that matter to the screen; typos are mended towards them."""
        slang = spelling.slang
        vocabulary = {piece for entry in known for piece in _PIECES.findall(entry)}
        thai = {w for w in vocabulary if is_thai(w[0])}
        base = set(thai_words()) - set(spelling.not_words)
        self._slang = slang
        listed = WordTrie(thai_words())
        new = {w for w in thai if _is_new(w, base, listed)} | {s for s in slang if is_thai(s[0])}
        self._dictionary = frozenset(base | new)
        self._marks_dropped = _without_marks(thai | {w for w in slang.values() if is_thai(w[0])}, base)
        self._trie = WordTrie(self._dictionary | self._marks_dropped.keys())
        self._latin = {w for w in vocabulary if not is_thai(w[0])} | set(slang) | set(spelling.english)
        self._mend_thai = sorted(w for w in thai if TYPO_MIN_TH <= len(w) <= 16)
        self._mend_latin = sorted(w for w in self._latin if w.isascii() and len(w) >= TYPO_MIN_EN)
        self._mend_by_first = _by_first([*self._mend_thai, *self._mend_latin])

    @property
    def dictionary(self) -> frozenset[str]:
        """All Thai words that are known."""
        return self._dictionary

    def knows_latin(self, word: str) -> bool:
        """Whether a word in Latin letters is a known one."""
        return word in self._latin

    def parted(self, letters: str) -> str:
        """Latin letters that were written apart, as the fewest known words; unchanged if they make none."""
        # For each place: how many words end there at the least, and where the last of them begins.
        best: list[tuple[int, int] | None] = [(0, 0)]
        for end in range(1, len(letters) + 1):
            begun = range(max(0, end - LONGEST_LATIN), end)
            ways = [(way[0] + 1, at) for at in begun if (way := best[at]) and self._stands(letters[at:end])]
            best.append(min(ways, default=None))
        return " ".join(_backwards(letters, best)) or letters

    def _stands(self, word: str) -> bool:
        return word in ONE_LETTER if len(word) == 1 else word in self._latin

    def cut(self, tidy: str) -> Text:
        """The words of a tidy string."""
        raw = self._mended(self._pieces(tidy))
        return Text(tuple(w for word in raw for w in self._plain(word)))

    def edges(self, written: str) -> list[int]:
        """Where words begin or end in a text that nobody has tidied, its two ends included."""
        found = {0, len(written)}
        for piece in _PIECES.finditer(written):
            found.update(accumulate(map(len, self._parts(piece.group())), initial=piece.start()))
        return sorted(found)

    def _parts(self, piece: str) -> list[str]:
        return segment(piece, self._trie) if is_thai(piece[0]) else [piece]

    def _pieces(self, tidy: str) -> list[Word]:
        words: list[Word] = []
        end = 0
        for piece in _PIECES.finditer(tidy):
            spaced = piece.start() > end and is_thai(piece.group()[0])
            pause = spaced or tidy[end - 1 : end] in _STOPS
            for part in self._parts(piece.group()):
                words.append(Word(part, part, pause))
                pause = False
            end = piece.end()
        return words

    def _plain(self, word: Word) -> list[Word]:
        text = self._marks_dropped.get(word.text, word.text)
        meant = self._slang.get(text) or self._slang.get(self._squeezed(text), self._squeezed(text))
        first, *rest = meant.split() or [text]
        return [Word(first, word.written, word.after_pause), *(Word(r, r) for r in rest)]

    def _squeezed(self, text: str) -> str:
        """A Latin word that is unknown for its doubled letters or dropped last g becomes the known word."""
        if not text.isascii() or text in self._latin:
            return text
        # To look first is cheaper: `sub` builds its template for every word.
        single = _DOUBLED.sub(r"\1", text) if _DOUBLED.search(text) else text
        forms = (single, f"{text}g", f"{single}g") if text.endswith("in") else (single,)
        return next((form for form in forms if form in self._latin), text)

    def _mended(self, words: list[Word]) -> list[Word]:
        """Unknown words, joined with a neighbour where needed, become the known word they nearly are."""
        done: list[Word] = []
        at = tries = 0
        while at < len(words):
            found = None
            if tries < MAX_MENDED and self._unknown(words[at : at + 3]):
                tries += 1
                found = self._nearest(words, at)
            word, used = found or (words[at], 1)
            done.append(word)
            at += used
        return done

    def _unknown(self, words: list[Word]) -> bool:
        return any(self._is_unknown(w.text) for w in words)

    def _is_unknown(self, text: str) -> bool:
        if is_thai(text[0]):
            return text not in self._dictionary and text not in self._marks_dropped
        return text.isalpha() and text.isascii() and text not in self._latin

    def _nearest(self, words: list[Word], at: int) -> tuple[Word, int] | None:
        for used in (3, 2, 1):
            run = words[at : at + used]
            if len(run) < used or not self._unknown(run) or any(w.after_pause for w in run[1:]):
                continue
            meant = self._lookup("".join(w.text for w in run))
            if meant:
                return Word(meant, "".join(w.written for w in run), run[0].after_pause), used
        return None

    def _lookup(self, text: str) -> str | None:
        thai = is_thai(text[0])
        if len(text) > MAX_WORD or len(text) < (TYPO_MIN_TH if thai else TYPO_MIN_EN):
            return None
        choices, cutoff = (self._mend_thai, TYPO_CUTOFF_TH) if thai else (self._mend_latin, TYPO_CUTOFF_EN)
        # Most texts are near no word of their first letter, which is soon found out.
        if not _near(text, self._mend_by_first.get(text[0], ()), cutoff):
            return None
        best = _near(text, choices, cutoff)
        return best if best and best[0] == text[0] else None


def _near(text: str, choices: Iterable[str], cutoff: float) -> str | None:
    hit = process.extractOne(text, choices, scorer=fuzz.ratio, score_cutoff=cutoff)
    return hit[0] if hit else None


def _by_first(words: Iterable[str]) -> Mapping[str, Sequence[str]]:
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        by_first[word[0]].append(word)
    return by_first


def _is_new(word: str, base: set[str], listed: WordTrie) -> bool:
    """Whether a word cannot be put together from the words of the base dictionary."""
    return any(part not in base for part in segment(word, listed))


def _without_marks(words: Iterable[str], base: set[str]) -> dict[str, str]:
    """Long words that matter, written without their tone marks, where that is no other word.

    Only dropped marks count: a word with other marks is another word, and stays it.
    """
    pairs = {toneless(w): w for w in sorted(words) if len(toneless(w)) >= TYPO_MIN_TH}
    return {bare: w for bare, w in pairs.items() if bare != w and bare not in base}


def splits_cluster(text: str, position: int) -> bool:
    """Whether a cut here would tear a Thai vowel or mark from its consonant."""
    after, before = text[position : position + 1], text[position - 1 : position]
    return after in _CLUSTER_REST if after else before in _LEADING


def _backwards(letters: str, best: Sequence[tuple[int, int] | None]) -> list[str]:
    """The words along the way that ends with the last letter; none if no way does."""
    words, end = [], len(letters)
    while end and (step := best[end]):
        words.append(letters[step[1] : end])
        end = step[1]
    return words[::-1]
