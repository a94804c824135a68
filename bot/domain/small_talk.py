"""Greetings, thanks, teasing and the like: recognised only when they are the whole message, endings aside."""

import re
import unicodedata

from bot.domain.speech import Line, line
from bot.domain.world import World

_DRAWN_OUT = (re.compile(r"(.)\1{2,}"), re.compile(r"(.)\1+"))
"""Letters written again and again; two alike may also be the end of a word and the beginning of the next."""

_POLITE, _CLOSE = "small-talk-particles", "small-talk-endings"
"""What may follow: anything friendly; or less, where "everybody" would turn it into a farewell."""

_KINDS = (
    ("small-talk-greetings", _POLITE, "small-talk-hello"),
    ("small-talk-thanks", _POLITE, "small-talk-welcome"),
    ("small-talk-insults", _CLOSE, "small-talk-not-clever"),
    ("small-talk-bored", _CLOSE, "small-talk-play"),
    ("small-talk-love", _CLOSE, "small-talk-a-bot"),
    ("small-talk-good-night", _CLOSE, "small-talk-until-then"),
)
"""Which words, what may stand after them, and the answer."""

_LONGEST = 40
"""Characters: whoever writes more says more."""

_SELECTORS = "\ufe0e\ufe0f"


def small_talk(text: str, world: World) -> Line | None:
    """The answer to a message that is nothing but small talk; None for everything else, however it begins.

    Only for a message in which the distress screen has found nothing: whoever calls this has asked it first.
    """
    for drawn_out in _DRAWN_OUT if len(text) <= _LONGEST else ():
        heard = _bare(text, drawn_out)
        for words, endings, answer in _KINDS:
            if _stems(heard, _words(world, endings, drawn_out)) & _words(world, words, drawn_out):
                return line(answer)
    return None


def _words(world: World, key: str, drawn_out: re.Pattern[str]) -> frozenset[str]:
    lists = (world.content.texts.say(language, key) for language in world.content.languages)
    return frozenset(_bare(word, drawn_out) for words in lists for word in words.split())


def _bare(text: str, drawn_out: re.Pattern[str]) -> str:
    """Letters, their marks and digits alone, in small letters, once where they are drawn out."""
    kept = (one for one in unicodedata.normalize("NFC", text.lower()) if one not in _SELECTORS)
    return drawn_out.sub(r"\1", "".join(one for one in kept if unicodedata.category(one)[0] in "LMN"))


def _stems(heard: str, particles: frozenset[str]) -> frozenset[str]:
    """What was heard, and what is left of it without the particles at its end."""
    shorter = {heard.removesuffix(each) for each in particles if heard.endswith(each)} - {"", heard}
    return frozenset({heard}).union(*(_stems(each, particles) for each in shorter))
