"""Staff read what the child wrote, not what the machine made of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.quoting import as_written
from bot.understanding.words import WordCutter
from tests import shared

EDGES = WordCutter((), shared.content().knowledge.spelling).edges


@pytest.mark.parametrize(
    ("words", "written", "quoted"),
    [
        ("im so scared", "I'm so scaredddd of him", "I'm so scaredddd"),
        ("ลุงจับตัวเรา", "ลุงจับตัวเราาา ไม่ชอบเลย", "ลุงจับตัวเรา"),
        ("พ่อตีหนู", "พ่อ ตี หนู อีกแล้ว", "พ่อ ตี หนู"),
        ("help someone", "HELP!! someone is here", "HELP!! someone"),
        ("im so scared", "I'm so scareddddd of him", "I'm so scareddddd"),
        ("uncle hits", "we say grandmyuncle hits us", "grandmyuncle hits"),
        ("พนันกันมากมาย", "พนันกันมาก", "พนันกันมาก"),
        ("ไม่ให้ออกบ้า", "เขาไม่ให้ออกบ้านเลยทั้งวัน", "ไม่ให้ออกบ้าน"),
        ("รียนกับพี่", "ไม่อยากไปเรียนกับพี่แล้ว", "เรียนกับพี่"),
    ],
)
def test_it_quotes_the_childs_own_writing_in_whole_words(words: str, written: str, quoted: str) -> None:
    assert as_written(words, [written], EDGES) == quoted


def test_it_quotes_the_message_that_fits_best() -> None:
    assert as_written("my uncle hits me", ["hello there", "My uncle hits me!"], EDGES) == "My uncle hits me"


def test_it_keeps_words_that_were_decoded_from_another_keyboard() -> None:
    assert as_written("ช่วยด้วย", ["=j;pfh;p"], EDGES) == "ช่วยด้วย"


@given(st.text(max_size=60), st.lists(st.text(max_size=200), max_size=3))
def test_it_never_raises_and_never_invents(words: str, written: list[str]) -> None:
    quoted = as_written(words, written, EDGES)
    assert quoted == words or any(quoted in text for text in written)


@given(st.text(max_size=200))
def test_edges_go_from_end_to_end(written: str) -> None:
    edges = EDGES(written)
    assert (edges[0], edges[-1]) == (0, len(written))
    assert edges == sorted(set(edges))
