"""The readings of a message beside the plain one: what would not be heard without them."""

import pytest

from bot.understanding import Understanding
from bot.understanding.views import Brief, Romanised, plain_view
from content.schema import Severity, Spelling

ROMANISED = Romanised(
    Spelling(
        slang={},
        lookalikes={},
        romanised={"พ่อ": ("phor",), "แม่": ("mae",), "ตี": ("tee",), "สวัสดี": ("sawatdee",)},
        romanised_equal=(),
        english=("tee",),
        not_words=(),
    )
)


def kinds(reader: Understanding, message: str) -> list[str]:
    return [view.kind for view in reader._views.of(message)]


@pytest.mark.parametrize(
    "message", ["หนูมีรอยบุหรีทีแขน พอทำ", "เพือนสงคลิปหลุดคนอืนมาใหดู ไมรูทำไงดี", "เคยผูกคอแตเชือกขาด"]
)
def test_a_child_who_leaves_out_tone_marks_is_heard(reader: Understanding, message: str) -> None:
    assert kinds(reader, message) == ["plain", "toneless"]
    assert reader.judge(message).severity.rank >= Severity.URGENT.rank


@pytest.mark.parametrize(
    ("keys", "thai"), [("rjv9u", "พ่อตี"), ("rjv9uso^", "พ่อตีหนู"), ("=j;pfh;p", "ช่วยด้วย"), ("l;ylfu", "สวัสดี")]
)
def test_the_wrong_keyboard_is_read_from_five_letters_on(reader: Understanding, keys: str, thai: str) -> None:
    views = reader._views.of(keys)
    assert [(view.kind, view.tidy) for view in views[1:]] == [("layout", thai)]


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("m y d a d h i t s m e", "my dad hits me"),
        ("h.e b.e.a.t.s m.e", "he beats me"),
        ("i w-a-n-t t o d-i-e", "i want to die"),
        ("q w r t z p k l", "qwrtzpkl"),
    ],
)
def test_english_letters_apart_are_put_together_to_words(
    reader: Understanding, apart: str, together: str
) -> None:
    assert reader.plain(apart) == together


@pytest.mark.parametrize(
    ("keys", "english"),
    [("้ำสย ทำ", "help me"), ("ทั กฟก ้ระห ทำ", "my dad hits me"), ("รงท หแฟพำก", "im scared")],
)
def test_english_on_the_thai_keyboard_is_read(reader: Understanding, keys: str, english: str) -> None:
    views = reader._views.of(keys)
    assert [(view.kind, view.tidy) for view in views[1:]] == [("layout", english)]
    assert reader.judge(keys).language == "en"


@pytest.mark.parametrize("message", ["อุ๊ย", "สนไม๊😂", "ว่ามาคะ", "ไป show dc", "พ่อตีหนู", "หิวหนมมมมม", "ๆๆๆๆ"])
def test_thai_is_no_english_on_the_wrong_keyboard(reader: Understanding, message: str) -> None:
    assert "layout" not in kinds(reader, message)


@pytest.mark.parametrize("message", ["9ud^", "9u", "hello", "ok", "help me please", "123"])
def test_short_strings_and_english_are_no_wrong_keyboard(reader: Understanding, message: str) -> None:
    assert "layout" not in kinds(reader, message)


@pytest.mark.parametrize("message", ["l;ylfu8iy[", "phor tee nu", "พอตีหนูทุกวันเลย", "hello"])
def test_of_an_earlier_message_its_last_reading_is_read_again(reader: Understanding, message: str) -> None:
    views = reader._views.of(message)
    assert reader._views.brief(message) == Brief(plain_view(views).tidy, views[-1])


def test_the_judge_reads_the_right_layout_but_no_other_reading(reader: Understanding) -> None:
    assert reader._views.brief("l;ylfu8iy[").plain == "สวัสดีครับ"
    assert reader._views.brief("phor tee nu").plain == "phor tee nu"


def test_a_phrase_is_recognised_with_a_word_between_its_words(reader: Understanding) -> None:
    phrase = "nobody wants to sit with me at lunch"
    for message in (
        phrase,
        "nobody ever wants to sit with me at lunch",
        "nobody wants to sit with me today at lunch",
    ):
        assert phrase in {reason.pattern for reason in reader.judge(message).reasons}, message


def test_thai_in_latin_letters_is_read_where_half_of_the_words_are() -> None:
    assert ROMANISED.to_thai("phor mae x y") == "พ่อ แม่ x y"
    assert ROMANISED.to_thai("phor mae x y z") is None


def test_up_to_three_pieces_make_a_word_also_at_the_end() -> None:
    assert ROMANISED.to_thai("phor mae tee sa wat dee") == "พ่อ แม่ ตี สวัสดี"
    assert ROMANISED.to_thai("sa wat dee phor mae tee") == "สวัสดี พ่อ แม่ ตี"
    assert ROMANISED.to_thai("phor mae sawat dee") == "พ่อ แม่ สวัสดี"


def test_words_that_are_english_too_tell_nothing() -> None:
    assert ROMANISED.to_thai("phor tee") is None
    assert ROMANISED.to_thai("phor") is None
    assert ROMANISED.to_thai("phor mae tee") == "พ่อ แม่ ตี"


def test_doubled_letters_sound_like_one() -> None:
    assert ROMANISED.to_thai("phhoorr maae") == "พ่อ แม่"
