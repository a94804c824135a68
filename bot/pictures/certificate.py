"""The certificate: its drawing, filled in. A nickname is text for the XML library, never markup."""

from collections.abc import Mapping
from datetime import date
from xml.etree import ElementTree

from babel.dates import format_date

from bot.domain.pictures import Certificate
from content.columns import columns
from content.drawings import NAMESPACE
from content.texts import Texts

_NAME_PIXELS = 940
"""How wide the nickname may be, and (by the typeface) what a column takes of the letters' height."""
_PER_COLUMN = 0.9
_NAME_SIZES = range(40, 111)

_BUDDHIST_ERA = {"th": 543}
"""Years that a language's calendar is ahead of the Gregorian one."""


def filled_in(svg: str, certificate: Certificate, texts: Texts, lessons: int) -> str:
    """The drawing with the words, the nickname and the day in their places."""
    parser = ElementTree.XMLParser()  # noqa: S314 - our own drawing, whose form the content check holds
    parser.feed(svg)
    root = parser.close()
    words = _words(certificate, texts, lessons)
    for place in root.iter(f"{{{NAMESPACE}}}text"):
        name = place.get("id", "")
        place.text = words[name]
        if name == "name":
            place.set("font-size", str(name_size(words[name])))
    return ElementTree.tostring(root, encoding="unicode")


def name_size(name: str) -> int:
    """The height of letters at which a name fits its line, in pixels."""
    fitting = int(_NAME_PIXELS / (_PER_COLUMN * max(1, columns(name))))
    return max(_NAME_SIZES.start, min(fitting, _NAME_SIZES.stop - 1))


def _words(certificate: Certificate, texts: Texts, lessons: int) -> Mapping[str, str]:
    language = certificate.language
    first, _, second = texts.say(language, "certificate-words", lessons=lessons).partition("\n")
    return {
        "heading": texts.say(language, "certificate-heading"),
        "to": texts.say(language, "certificate-to"),
        "name": certificate.nickname or texts.say(language, "certificate-nobody"),
        "words_1": first,
        "words_2": second,
        "day": _day(certificate.day, language, texts),
    }


def _day(day: date, language: str, texts: Texts) -> str:
    """The day as it is written in the language; Thai counts years by the Buddhist era."""
    year = day.year + _BUDDHIST_ERA.get(language, 0)
    # The year goes in as text: a number would get a separator of thousands.
    return texts.say(language, "certificate-day", day=format_date(day, "d MMMM", language), year=str(year))
