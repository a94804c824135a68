"""What takes the edge off a hit: negation, jokes, stories, school work, questions about a topic."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.understanding.lexicon import Place, Places
from bot.understanding.words import Text
from content.schema import Severity

CEILINGS: Mapping[str, Severity] = MappingProxyType(
    {
        "figure_of_speech": Severity.CONCERN,
        "about_a_topic": Severity.NONE,
        "made_up": Severity.NONE,
        "hypothetical": Severity.CONCERN,
        "only_asking": Severity.CONCERN,
        "joke": Severity.CONCERN,
    }
)
"""The highest severity that a hit which is not `sure` keeps beside such words (policy: rules 2, 3 and 5)."""

NEGATION_REACH = 2
"""A negation counts for a hit that begins at most this many words later, fillers apart, without a pause."""


CONDITION_REACH = 3
"""An "if" counts for a hit that begins at most this many words later."""


def ceiling(places: Places, from_word: int = 0) -> Severity:
    """The lowest ceiling that words from `from_word` on give."""
    found = [c for name, c in CEILINGS.items() if _stands(name, places, from_word)]
    return min(found, key=lambda s: s.rank, default=Severity.EMERGENCY)


def _stands(name: str, places: Places, from_word: int) -> bool:
    listed = places.get(f"caution_{name}", ())
    return any(p.first >= from_word and not _undone(name, p, places) for p in listed)


def _undone(name: str, place: Place, places: Places) -> bool:
    spared = places.get("caution_not_joke", ()) if name == "joke" else ()
    return any(p.first <= place.first <= p.last for p in spared)


def laughs(places: Places) -> bool:
    """Whether a laugh stands there, or a word that says that it is a joke."""
    return _stands("joke", places, 0)


def exaggerated(places: Places) -> bool:
    """Whether a laugh stands beside a figure of speech or a trifle ("so much homework I want to die lol")."""
    return laughs(places) and bool(places.get("caution_trifle") or places.get("caution_figure_of_speech"))


def imagined(first: int, last: int, places: Places) -> bool:
    """Whether an "if" stands right before the words from `first` to `last`, without the writer.

    An "if" about somebody in general ("if a friend …") is imagined whoever else is named.
    """
    opened = any(first - CONDITION_REACH <= p.last < first for p in places.get("caution_condition", ()))
    if opened and places.get("caution_hypothetical"):
        return True
    return opened and not any(first <= p.first <= last for p in places.get("me", ()))


def negations(places: Places) -> frozenset[int]:
    """The words that deny what follows; "can't stop", "don't know" and their like deny nothing."""
    spared = {i for p in places.get("not_negation", ()) for i in range(p.first, p.last + 1)}
    return frozenset(i for p in places.get("negation", ()) for i in range(p.first, p.last + 1)) - spared


def fillers(places: Places, text: Text) -> frozenset[int]:
    """The words that carry no meaning of their own, stray single letters and marks among them."""
    listed = {i for p in places.get("filler", ()) for i in range(p.first, p.last + 1)}
    stray = {i for i, w in enumerate(text.words) if len(w.text) == 1 and not w.text.isascii()}
    marks = {i for i, w in enumerate(text.words) if not w.text[0].isalnum()}
    return frozenset(listed | stray | marks)


def negated(first: int, text: Text, denied: frozenset[int], idle: frozenset[int]) -> bool:
    """Whether a hit that begins at word `first` is denied by the words before it."""
    left, at = NEGATION_REACH, first
    while left and at > 0 and not text.words[at].after_pause:
        at -= 1
        if at in denied:
            return True
        left -= at not in idle
    return False
