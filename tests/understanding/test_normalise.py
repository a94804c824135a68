import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.normalise import MAX_CHARS, apart, relettered, safe, tidy, tone_poor, toneless

CODE_POINTS = st.one_of(
    st.integers(0, 0x10FFFF).map(chr),
    st.integers(0x0E00, 0x0E7F).map(chr),
    st.sampled_from(" .-_*\u200b\u0e4d\u0e32\u0e33\u0e48\u0e40abc0123\n\ud800\x00"),
)
HOSTILE = st.text(CODE_POINTS, max_size=120)


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_it_changes_nothing_more_the_second_time(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_it_leaves_no_surrogate_no_control_and_no_invisible_mark(text: str) -> None:
    assert not {unicodedata.category(c) for c in tidy(text)} & {"Cs", "Cc"}
    assert "\u200b" not in tidy(text)


def test_it_caps_the_length() -> None:
    assert len(safe("x" * 9000)) == MAX_CHARS


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("ท\u0e4d\u0e32ร้าย", "ทำร้าย"),
        ("เเม่", "แม่"),
        ("มากกกกก", "มาก"),
        ("ช่วยด้วยยยย", "ช่วยด้วย"),
        ("HELP", "help"),
        ("ข\u200bม", "ขม"),
        ("ห นู โ ด น", "หนูโดน"),
        ("ข.ม.ข.ื.น", "ขมขืน"),
        ("k i l l", "kill"),
        ("don't", "dont"),
        ("๑๒๓", "123"),
        ("5555555", "555"),
        ("ตี\nหนู", "ตี หนู"),
    ],
)
def test_it_undoes_a_way_of_writing(written: str, plain: str) -> None:
    assert tidy(written) == plain


def test_it_keeps_doubled_letters_of_english_words() -> None:
    assert tidy("killl") == "kill"


def test_it_leaves_a_number_alone_when_it_stands_for_itself() -> None:
    assert relettered("i am 15", {"1": "i", "5": "s"}) == "i am 15"


@pytest.mark.parametrize("text", ["help! anyone", "help!! anyone", "p5 class", "a 1 b", "ok!"])
def test_a_sign_at_the_end_of_a_word_is_no_letter(text: str) -> None:
    assert relettered(text, {"1": "i", "5": "s", "!": "i"}) == text


def test_it_reads_digits_inside_a_word_as_letters() -> None:
    assert relettered("k1ll", {"1": "i"}) == "kill"


def test_it_reads_a_latin_letter_after_thai_as_the_thai_one_it_imitates() -> None:
    assert relettered("ข่มขืu", {"u": "น"}) == "ข่มขืน"


def test_toneless_text_has_no_tone_marks() -> None:
    assert toneless("ข่มขืน") == "ขมขืน"


def test_a_message_without_marks_is_tone_poor_and_a_full_one_is_not() -> None:
    assert tone_poor("พอตีหนูทุกวันเลย")
    assert not tone_poor("พ่อตีหนูทุกวันเลย แม่ไม่อยู่")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("k1l", "kil"),
        ("k11l", "ki1l"),
        ("k11l5", "ki1l5"),
        ("k1", "k1"),
        ("1l", "1l"),
        ("1", "1"),
        ("k1-l", "ki-l"),
        ("k1--l", "k1--l"),
        ("ขu", "ขน"),
        ("ขuข", "ขนข"),
        ("ขuk", "ขuk"),
        ("u", "u"),
        ("ku", "ku"),
    ],
)
def test_a_lookalike_is_read_as_a_letter_only_beside_letters_of_its_script(written: str, read: str) -> None:
    assert relettered(written, {"1": "i", "u": "น"}) == read


@pytest.mark.parametrize(("marks", "poor"), [(2, True), (3, False)])
def test_a_message_is_tone_poor_under_three_marks_in_a_hundred(marks: int, *, poor: bool) -> None:
    assert tone_poor("ก" * (100 - marks) + "\u0e48" * marks) is poor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("กิน ข้าว ยัง", True),
        ("กิน ข้าว", False),
        ("กินข้าวยัง", False),
        ("กิน ข้าว yet", False),
        ("กิน ข้าว 555", False),
        ("กกกกกกก ข้าว ยัง", False),
        ("กกกกกกก มา ยัง", True),
        ("กกกกกกกก มา ไป", False),
        ("กกกก กกกกก กกกก กกกกก", True),
        ("กกกก กกกกก กกกกก", False),
        ("", False),
    ],
)
def test_words_stand_apart_where_all_are_short_thai_pieces(text: str, expected: bool) -> None:  # noqa: FBT001
    assert apart(text) is expected
