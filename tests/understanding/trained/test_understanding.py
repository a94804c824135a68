"""The whole reading with the judge that is shipped."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import ClassVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.judgement import Band, Judgement, Status
from bot.understanding import Understanding
from bot.understanding.consulting import MAX_TALK_CHARS
from bot.understanding.talk import MARK, joined
from bot.understanding.trained.artefact import Trained
from bot.understanding.trained.reading import Reading
from bot.understanding.understanding import MAX_RECENT
from content.content import Content
from content.schema import Category, Severity
from tests.understanding.test_hostile import HOSTILE
from tests.understanding.trained.opinions import EMERGENCY, QUIET, URGENT, WORRIED, OneByOne, opinion

ANY_TEXT = st.text(st.integers(0, 0x10FFFF).map(chr), max_size=80)
PARTS = ["<s>", "</s>", "<unk>", "\u2581", "\0", "\ud800", "\u200b", "query: ", "ก\u0e48", "🌱", " ", "ตี"]
TRICKS = st.lists(st.sampled_from(PARTS), max_size=40).map("".join)
DISCLOSURES = ["พ่อเลี้ยงข่มขืนหนู", "my uncle rapes me every night", "ตอนนี้พ่อกำลังเอาเข็มขัดฟาดหนู"]
"""Such as sure patterns find; the judge may not talk them down."""


@settings(max_examples=150)
@given(ANY_TEXT | TRICKS, st.lists(ANY_TEXT | TRICKS, max_size=6))
def test_no_string_makes_it_raise(trained_reader: Understanding, text: str, recent: list[str]) -> None:
    judgement = trained_reader.judge(text, recent)
    assert judgement.status is Status.JUDGED
    assert_whole(judgement)


@settings(max_examples=100)
@given(ANY_TEXT | TRICKS, st.lists(ANY_TEXT | TRICKS, max_size=6))
def test_no_string_makes_letters_raise(letters_reader: Understanding, text: str, recent: list[str]) -> None:
    judgement = letters_reader.judge(text, recent)
    assert judgement.status is Status.JUDGED
    assert_whole(judgement)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_message_is_read(trained_reader: Understanding, name: str) -> None:
    text = HOSTILE[name][:4096]
    judgement = trained_reader.judge(text, [text] * 3)
    assert judgement.status is Status.JUDGED
    assert_whole(judgement)


def assert_whole(judgement: Judgement) -> None:
    """A judgement in which everything fits together."""
    quiet = judgement.severity is Severity.NONE
    assert quiet == (judgement.reasons == ())
    assert quiet == (judgement.about is None)
    assert judgement.categories or quiet or not judgement.readable
    assert all(0 <= score <= 1 for score in judgement.faq.scores)
    assert list(judgement.faq.scores) == sorted(judgement.faq.scores, reverse=True)
    assert len(judgement.faq.topics) == len(judgement.faq.scores)


def test_the_same_message_is_judged_alike_from_many_threads(trained_reader: Understanding) -> None:
    texts = ["พ่อตีหนู", "hello", "อยากตาย", "ข่มขืนคืออะไร"] * 6
    expected = [trained_reader.judge(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(trained_reader.judge, texts)) == expected


@pytest.mark.parametrize("text", DISCLOSURES)
def test_a_disclosure_that_patterns_are_sure_of_stays_one(
    reader: Understanding, trained_reader: Understanding, text: str
) -> None:
    assert trained_reader.judge(text).severity.rank >= reader.judge(text).severity.rank >= 2


@pytest.mark.parametrize("text", ["สวัสดี", "hello", "วันนี้กินข้าวกับอะไร", "thank you!!", "555"])
def test_small_talk_alarms_nobody(trained_reader: Understanding, text: str) -> None:
    assert trained_reader.judge(text).severity.rank <= Severity.CONCERN.rank


def test_the_help_word_is_heard_whatever_the_judge_says(trained_reader: Understanding) -> None:
    judgement = trained_reader.judge("ช่วยด้วย")
    assert judgement.help_word
    assert judgement.severity.rank >= Severity.URGENT.rank


def test_an_unread_script_goes_to_a_person_whatever_the_judge_says(trained_reader: Understanding) -> None:
    judgement = trained_reader.judge("ကူညီပါ ကျွန်မကို")
    assert not judgement.readable
    assert judgement.severity.rank >= Severity.URGENT.rank
    assert judgement.faq.band is Band.NONE


MARKS, GAME = ("รองเท้า", "สีม่วง"), "เล่นเกม"


SELF_HARM = {Category.SELF_HARM: 0.5}


class Fixed(OneByOne):
    """A judge that reads a text as urgent in which both marks stand, with worry if it is the second alone.

    In a game nothing is grave.
    """

    def read(self, text: str) -> Reading:
        """Severities and categories; of topics always the same."""
        if GAME in text:
            return replace(QUIET, topics=np.array([0.1, 0.9]))
        told = URGENT if all(mark in text for mark in MARKS) else WORRIED if MARKS[1] in text else QUIET
        return replace(told, topics=np.array([0.1, 0.9]))


def test_a_message_is_read_alone_and_with_those_before_it_each_in_its_plain_form(
    content: Content, letters: Trained
) -> None:
    class Heard(Fixed):
        read_texts: ClassVar[list[str]] = []

        def read(self, text: str) -> Reading:
            self.read_texts.append(text)
            return super().read(text)

    judge = replace(letters, judge=Heard(), topics=("start_lessons", "none"))
    listening = Understanding(content, trained=judge)
    listening.judge("อะไร")
    assert Heard.read_texts == ["อะไร"]
    Heard.read_texts.clear()
    listening.judge("อะไร", ["WHAT   is it", "l;ylfu8iy["])
    assert Heard.read_texts == ["อะไร", joined(["what is it", "สวัสดีครับ", "อะไร"])]
    Heard.read_texts.clear()
    long = "the brown fox jumps over the lazy dog and sleeps in the warm sun all day"
    listening.judge("อะไร", [f"{long} {number}" for number in range(MAX_RECENT + 1)])
    before = Heard.read_texts[1].removesuffix(joined(["", "อะไร"]))
    assert len(before) == MAX_TALK_CHARS == 160
    assert before.endswith(f"{long} {MAX_RECENT}")


def test_words_typed_on_the_other_layout_are_counted_and_shown_as_they_were_meant(
    content: Content, letters: Trained
) -> None:
    class Despair(Fixed):
        def read(self, text: str) -> Reading:
            return replace(URGENT if text == "อยากนอน" else QUIET, topics=np.array([0.1, 0.9]))

    despair = replace(letters, judge=Despair(), topics=("start_lessons", "none"))
    judgement = Understanding(content, trained=despair).judge("vpkdovo")
    assert judgement.severity is Severity.URGENT
    assert judgement.reasons[0].words == "อยากนอน"


@pytest.mark.parametrize(("before", "expected"), [("สวัสดี", Severity.CONCERN), ("พ่อเลี้ยง", Severity.EMERGENCY)])
def test_small_talk_makes_a_laugh_about_a_trifle_no_graver(
    content: Content, letters: Trained, before: str, expected: Severity
) -> None:
    class Grave(Fixed):
        """Doubtful about a message that laughs, sure about any talk, and about one thing that was told."""

        def read(self, text: str) -> Reading:
            told = EMERGENCY if MARK in text or text == "พ่อเลี้ยง" else opinion([0.5, 0.1, 0.4, 0.0], SELF_HARM)
            return replace(QUIET if text == "สวัสดี" else told, topics=np.array([0.1, 0.9]))

    judge = replace(letters, judge=Grave(), topics=("start_lessons", "none"))
    reader = Understanding(content, trained=judge)
    assert reader.judge("การบ้านเยอะมากเลยวันนี้ 555", [before]).severity is expected


@pytest.mark.parametrize(
    ("standing", "together", "expected"),
    [
        (URGENT, QUIET, Severity.URGENT),
        (opinion([0.6, 0.2, 0.17, 0.03]), QUIET, Severity.NONE),
        (opinion([0.5, 0.2, 0.15, 0.15], {Category.SELF_HARM: 0.3}), EMERGENCY, Severity.EMERGENCY),
        (QUIET, QUIET, Severity.NONE),
    ],
)
def test_words_typed_one_by_one_are_read_as_they_stand_and_put_together(
    content: Content, letters: Trained, standing: Reading, together: Reading, expected: Severity
) -> None:
    class Spelling(Fixed):
        def read(self, text: str) -> Reading:
            return replace(together if text == "กินข้าวยัง" else standing, topics=np.array([0.1, 0.9]))

    judge = replace(letters, judge=Spelling(), topics=("start_lessons", "none"))
    assert Understanding(content, trained=judge).judge("กิน ข้าว ยัง").severity is expected


@pytest.fixture(scope="module")
def fixed(content: Content, letters: Trained) -> Understanding:
    topics = ("start_lessons", "none")
    return Understanding(content, trained=replace(letters, judge=Fixed(), topics=topics))


@pytest.mark.parametrize(
    ("recent", "text", "severity"),
    [
        ((), "รองเท้าสีม่วง", Severity.URGENT),
        (("รองเท้า",), "สีม่วง", Severity.URGENT),
        (("รองเท้า", "อะไร"), "สีม่วง", Severity.URGENT),
        (("รองเท้าสีม่วง",), "อะไร", Severity.NONE),
        (("รองเท้าสีม่วง",), "สีม่วง", Severity.URGENT),
        (("อะไร",), "สีม่วง", Severity.CONCERN),
        (("สีม่วง",), "รองเท้า", Severity.URGENT),
        (("เล่นเกม",), "รองเท้าสีม่วง", Severity.NONE),
        (("เล่นเกม",), "แฟนขู่จะปล่อยคลิปหนู", Severity.URGENT),
    ],
)
def test_the_judge_reads_a_message_with_those_before_it(
    fixed: Understanding, recent: Sequence[str], text: str, severity: Severity
) -> None:
    judgement = fixed.judge(text, recent)
    assert judgement.severity is severity


class Sure(Fixed):
    """A judge to which every text is as grave."""

    def __init__(self, grave: float) -> None:
        self._said = opinion([1 - grave, 0.0, grave, 0.0], topics=[0.1, 0.9])

    def read(self, text: str) -> Reading:  # noqa: ARG002
        """Always the same."""
        return self._said


@pytest.mark.parametrize(("grave", "words"), [(0.04, ""), (0.05, "อะไร"), (0.3, "อะไร")])
def test_words_are_pointed_at_from_a_small_chance_of_harm(
    fixed: Understanding, letters: Trained, monkeypatch: pytest.MonkeyPatch, grave: float, words: str
) -> None:
    monkeypatch.setattr(fixed, "_trained", replace(letters, judge=Sure(grave)))
    told = fixed.explained("อะไร").opinion
    assert told is not None
    assert told.words == words


def test_words_are_pointed_at_where_the_talk_alone_tells_harm(fixed: Understanding) -> None:
    told = fixed.explained("รองเท้า", ["สีม่วง"]).opinion
    assert told is not None
    assert told.words == "รองเท้า"


@pytest.mark.parametrize(
    ("text", "bare"), [("สวัสดี", True), ("", True), ("hello there", False), ("พ่อตีหนู", False)]
)
def test_a_single_word_is_bare(fixed: Understanding, text: str, *, bare: bool) -> None:
    told = fixed.explained(text).opinion
    assert told is not None
    assert (told.shape.words <= 1) is bare


@pytest.mark.parametrize(("text", "other"), [("puen don phor tee", True), ("phor tee nu", False)])
def test_the_last_reading_tells_whether_a_message_is_about_another(
    fixed: Understanding, text: str, *, other: bool
) -> None:
    told = fixed.explained(text).opinion
    assert told is not None
    assert told.other is other


def test_the_judge_names_the_way_of_reading(fixed: Understanding, letters: Trained) -> None:
    assert fixed.mode == letters.mode
