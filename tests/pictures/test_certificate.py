"""The words of a certificate: shaped as Thai is written, inside the frame, text and never markup."""

import re
from datetime import date
from functools import cache
from xml.sax.saxutils import escape

import numpy as np
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from numpy.typing import NDArray

from bot.domain.nickname import LONGEST, nickname
from bot.domain.pictures import Certificate
from bot.pictures.certificate import filled_in, name_size
from bot.pictures.drawing import png_of
from content.content import Content
from content.drawings import CERTIFICATE, FOLDER, FONTS, NAMESPACE
from content.loader import CONTENT_ROOT, build
from content.reading import read_tree
from tests.pictures.ink import bands, box, ink

TYPEFACES = sorted((CONTENT_ROOT / FOLDER / FONTS).glob("*.ttf"))
DAY = date(2026, 3, 2)
FRAME = (15, 285)
"""Between these columns of a certificate four times smaller words stand inside the frame."""


@cache
def content() -> Content:
    return build(read_tree(CONTENT_ROOT)[0])


def certificate(name: str | None, language: str = "th") -> str:
    made = Certificate(name, DAY, language)
    return filled_in(content().pictures[CERTIFICATE], made, content().texts, lessons=10)


def words_only(svg: str) -> str:
    """The drawing without its shapes, four times smaller."""
    texts = "".join(re.findall(r"<ns0:text.*?</ns0:text>", svg)).replace("ns0:", "")
    return f'<svg xmlns="{NAMESPACE}" width="300" height="212" viewBox="0 0 1200 850">{texts}</svg>'


@cache
def written(text: str, weight: int = 600) -> NDArray[np.bool_]:
    """The ink of a word in the typeface of the certificate."""
    shown = (
        f'<text x="20" y="120" font-family="Mitr" font-weight="{weight}" font-size="80">{escape(text)}</text>'
    )
    return ink(png_of(f'<svg xmlns="{NAMESPACE}" width="150" height="170">{shown}</svg>'))


@pytest.mark.parametrize(("language", "day"), [("th", "วันที่ 2 มีนาคม พ.ศ. 2569"), ("en", "2 March 2026")])
def test_it_tells_the_day_as_the_language_does(language: str, day: str) -> None:
    assert f">{day}<" in certificate("Mint", language)


def test_it_tells_how_many_lessons_there_are() -> None:
    assert "10 บท" in certificate("Mint")


def test_it_has_words_where_no_name_was_typed() -> None:
    assert content().texts.say("th", "certificate-nobody") in certificate(None)


def test_it_takes_a_name_as_text_and_never_as_markup() -> None:
    svg = certificate("</text><script>&x;</script>")
    assert "<script" not in svg
    assert "&lt;script&gt;&amp;x;" in svg


def test_it_shrinks_long_names() -> None:
    sizes = [name_size("ก" * number) for number in range(1, LONGEST + 1)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 2 * sizes[-1]


WIDE = ["ณ" * LONGEST, "W" * LONGEST, "ฒ" * 9, "ญ", "œ" * LONGEST, "m" * 12, "น้องปิ่น"]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", [*WIDE, None])
def test_its_words_stay_inside_the_frame(name: str | None, language: str) -> None:
    found = box(ink(png_of(words_only(certificate(name, language)))))
    assert found.left >= FRAME[0]
    assert found.right <= FRAME[1]


@pytest.mark.parametrize("typeface", TYPEFACES, ids=lambda path: path.stem)
def test_the_typeface_has_every_letter_that_a_nickname_may_have(typeface: object) -> None:
    has = TTFont(typeface).getBestCmap()
    kept = [chr(code) for code in range(0x20, 0x3000) if nickname(f"a{chr(code)}")]
    drawn = {letter for one in kept for letter in nickname(f"a{one}") or ""}
    assert len(drawn) > 200
    assert [letter for letter in sorted(drawn) if ord(letter) not in has] == []


@pytest.mark.parametrize("typeface", TYPEFACES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["th", "en"])
def test_the_typeface_has_every_letter_of_our_words(typeface: object, language: str) -> None:
    has = TTFont(typeface).getBestCmap()
    said = set("".join(re.findall(r">([^<]*)</ns0:text>", certificate(None, language))))
    assert [letter for letter in sorted(said) if ord(letter) not in has] == []


STACKS = [("ท", "ี", "่"), ("ก", "ั", "้"), ("ม", "ิ", "์"), ("ป", "ึ", "๊"), ("บ", "ื", "๋")]
"""A letter, the vowel above it, the tone above both."""


@pytest.mark.parametrize(("letter", "vowel", "tone"), STACKS)
@pytest.mark.parametrize("weight", [400, 600])
def test_a_tone_stands_above_its_vowel(letter: str, vowel: str, tone: str, weight: int) -> None:
    stacked = box(written(letter + vowel + tone, weight))
    assert stacked.top < box(written(letter + vowel, weight)).top
    assert stacked.top < box(written(letter + tone, weight)).top


@pytest.mark.parametrize(("letter", "vowel", "tone"), STACKS)
@pytest.mark.parametrize("weight", [400, 600])
def test_between_a_vowel_and_its_tone_there_is_air(letter: str, vowel: str, tone: str, weight: int) -> None:
    assert bands(written(letter + vowel + tone, weight)) == bands(written(letter + vowel, weight)) + 1


@pytest.mark.parametrize("syllable", ["กู่", "ปู้", "น้ำ"])
def test_a_mark_takes_no_place_of_its_own(syllable: str) -> None:
    bare = "".join(one for one in syllable if one not in "่้")
    assert abs(box(written(syllable)).right - box(written(bare)).right) <= 2


def test_a_letter_with_a_foot_gives_way_to_a_vowel_below() -> None:
    assert box(written("ญู")).bottom <= box(written("กู")).bottom + 2
