"""Messages made to break or to stall the reading."""

import math
import random
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.judgement import Status
from bot.understanding import Understanding
from bot.understanding.distress.weighing import Weights
from bot.understanding.trained.artefact import Trained
from bot.understanding.trained.reading import Reading
from content.content import Content
from tests.understanding.trained.opinions import OneByOne

LONG = 4096
DEARER = 2.0
"""A hostile message may cost so many times what a story of its length costs; `make bench` tells ms. What is
read in two writings (romanised Thai) rightly costs 1.4 times as much."""
ROUNDS = 8
"""Both are measured in turn until the least of each tells; a busy machine only makes single times longer."""
WEIGHTS = Weights(judge=1.0, category=0.0, strong=1.0, found=1.0, hint=1.0, bias=0.0)
RANDOM = random.Random(7)
SLOTS = ["พ่อ", "ตี", "หนู", "รูป", "ขู่", "ปล่อย", "โอน", "ไม่", "ตาย", "คืนนี้", "ล็อก", "ห้อง", "มือ"]
HOSTILE = {
    "one letter": "a" * 4096,
    "one pattern": "พ่อตีหนู" * 512,
    "many slots": " ".join(RANDOM.choices(SLOTS, k=900)),
    "random thai": "".join(chr(RANDOM.randint(0x0E01, 0x0E4E)) for _ in range(4096)),
    "random planes": "".join(chr(RANDOM.randint(32, 0x2FFF)) for _ in range(4096)),
    "zalgo": "ก" + "\u0e48\u0e49\u0e4a\u0e4b" * 1023,
    "piled vowels": "ก" + "ะา" * 2047,
    "letters apart": "ก " * 2048,
    "romanised": "phor tee nu mai yak yu laew " * 146,
    "wrong layout": "l;ylfu8iy[ " * 372,
    "unknown latin": " ".join("".join(RANDOM.choices("abcdefgh", k=8)) for _ in range(455)),
    "unknown thai": " ".join("".join(RANDOM.choices("กขคงจฉชซ", k=7)) for _ in range(512)),
    "surrogates": "\ud800" * 4096,
    "negations": "ไม่ได้พ่อตี" * 372,
}


def cost(reader: Understanding, text: str) -> float:
    """Seconds of one core that reading takes."""
    start = time.process_time()
    assert reader.judge(text).status is Status.JUDGED
    return time.process_time() - start


@pytest.fixture(scope="module")
def story(content: Content) -> str:
    """Everyday Thai of that length."""
    answers = " ".join(entry.answer for entry in content.faq["th"].values())
    assert len(answers) > LONG
    return answers[:LONG]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_message_costs_little_more_than_a_story(
    reader: Understanding, story: str, name: str
) -> None:
    plain, hostile = math.inf, math.inf
    for _ in range(ROUNDS):
        plain = min(plain, cost(reader, story))
        hostile = min(hostile, cost(reader, HOSTILE[name][:LONG]))
        if hostile <= DEARER * plain:
            break
    assert hostile <= DEARER * plain


@settings(max_examples=150, deadline=None)
@given(st.text(st.integers(0, 0x10FFFF).map(chr), max_size=80), st.lists(st.text(max_size=20), max_size=6))
def test_no_string_makes_it_raise(reader: Understanding, text: str, recent: list[str]) -> None:
    assert reader.judge(text, recent).status is Status.JUDGED


def test_the_same_message_is_judged_alike_from_many_threads(reader: Understanding) -> None:
    texts = ["พ่อตีหนู", "hello", "อยากตาย", "ข่มขืนคืออะไร"] * 10
    expected = [reader.judge(t) for t in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(reader.judge, texts)) == expected


class Broken(OneByOne):
    """A judge that fails."""

    def read(self, text: str) -> Reading:  # noqa: ARG002
        raise RuntimeError


def test_an_error_while_reading_goes_to_a_person(content: Content) -> None:
    judgement = Understanding(content, trained=Trained(Broken(), WEIGHTS, ("none",), "trained")).judge("สวัสดี")
    assert judgement.status is Status.FAILED
    assert not judgement.readable
