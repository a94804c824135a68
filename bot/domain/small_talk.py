"""Greetings, thanks and the like: recognised only when they are the whole message, particles aside."""

import re
import unicodedata

from bot.domain.speech import Line, line
from bot.domain.world import World

_DRAWN_OUT = (re.compile(r"(.)\1{2,}"), re.compile(r"(.)\1+"))
"""Letters written again and again; two alike may also be the end of a word and the beginning of the next."""

_LONGEST = 40
"""Characters: whoever writes more says more."""

_SELECTORS = "\ufe0e\ufe0f"


def small_talk(text: str, world: World) -> Line | None:
    """The answer to a greeting or to thanks; None for everything else, however it begins."""
    for drawn_out in _DRAWN_OUT if len(text) <= _LONGEST else ():
        stems = _stems(_bare(text, drawn_out), _words(world, "small-talk-particles", drawn_out))
        if stems & _words(world, "small-talk-greetings", drawn_out):
            return line("small-talk-hello")
        if stems & _words(world, "small-talk-thanks", drawn_out):
            return line("small-talk-welcome")
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
