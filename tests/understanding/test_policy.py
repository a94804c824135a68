"""The rules of the distress policy, as sentences."""

import re

import pytest

from bot.domain.judgement import Status
from bot.understanding import Understanding
from content.content import Content
from content.schema import Category, Severity
from tests import shared

by_patterns_alone = pytest.mark.parametrize("reader", ["lexical"], indirect=True)


@pytest.fixture(params=["lexical", "trained"])
def reader(request: pytest.FixtureRequest) -> Understanding:
    """The patterns alone, and the way of reading that is shipped: both keep the policy."""
    return shared.reader(request.param)


def severity(reader: Understanding, text: str) -> Severity:
    return reader.judge(text).severity


def test_a_friend_s_disclosure_counts_like_the_writer_s_own(reader: Understanding) -> None:
    judgement = reader.judge("เพื่อนหนูโดนพ่อเลี้ยงข่มขืน")
    assert judgement.severity is Severity.URGENT
    assert judgement.about == "other"


def test_a_disclosure_of_one_s_own_is_about_self(reader: Understanding) -> None:
    assert reader.judge("พ่อเลี้ยงข่มขืนหนู").about == "self"


@pytest.mark.parametrize(
    "text", ["ข่มขืนคืออะไร", "what is sextortion", "แบล็กเมลทางเพศหมายถึงอะไร", "ค้ามนุษย์ต่างกันยังไงกับลักลอบ"]
)
def test_asking_what_something_is_is_none(reader: Understanding, text: str) -> None:
    assert severity(reader, text) is Severity.NONE


# The trained judge hears the harm behind most denials; those it takes as meant stand in `trained/`.
@by_patterns_alone
@pytest.mark.parametrize(
    "text", ["ไม่ได้โดนทำร้ายนะ", "ไม่มีใครตีหนูเลย", "nobody is hurting me", "พ่อไม่เคยตีหนู", "he never hit me"]
)
def test_negated_harm_is_none(reader: Understanding, text: str) -> None:
    assert severity(reader, text) is Severity.NONE


@pytest.mark.parametrize("text", ["i am not safe at home", "ไม่มีใครช่วยหนูเลย", "อยู่บ้านไม่ปลอดภัย"])
def test_negated_safety_is_not_none(reader: Understanding, text: str) -> None:
    assert severity(reader, text) is not Severity.NONE


def test_a_negation_about_something_else_denies_nothing(reader: Understanding) -> None:
    assert severity(reader, "เขาไม่หยุดตีหนูสักที").rank >= Severity.URGENT.rank


def test_past_harm_is_urgent_even_when_it_ended(reader: Understanding) -> None:
    assert severity(reader, "ตอนเด็กๆ หนูเคยโดนลุงข่มขืน") is Severity.URGENT


def test_a_sign_of_now_makes_it_an_emergency(reader: Understanding) -> None:
    assert severity(reader, "พ่อเอาเข็มขัดฟาดหนู") is Severity.URGENT
    assert severity(reader, "ตอนนี้พ่อกำลังเอาเข็มขัดฟาดหนู") is Severity.EMERGENCY


@pytest.mark.parametrize("text", ["การบ้านเยอะจนอยากตาย 555", "แม่ฆ่าหนูแน่ 555", "i want to die lol so cringe"])
def test_a_figure_of_speech_alarms_nobody(reader: Understanding, text: str) -> None:
    assert severity(reader, text).rank <= Severity.CONCERN.rank


def test_not_joking_is_no_joke(reader: Understanding) -> None:
    assert severity(reader, "อยากตายจริงๆ ไม่ได้พูดเล่น").rank >= Severity.URGENT.rank


def test_a_disclosure_stays_one_beside_a_laugh(reader: Understanding) -> None:
    assert severity(reader, "พ่อเลี้ยงจับนมหนู 555").rank >= Severity.URGENT.rank


@pytest.mark.parametrize("text", ["ถ้าโดนตีต้องทำยังไง", "if someone threatened to leak a picture what then"])
def test_an_if_question_asks_and_does_not_alarm(reader: Understanding, text: str) -> None:
    assert severity(reader, text).rank <= Severity.CONCERN.rank


def test_a_threat_with_an_if_in_it_is_still_a_threat(reader: Understanding) -> None:
    assert severity(reader, "ถ้าไม่โอนมันจะปล่อยรูปหนู").rank >= Severity.URGENT.rank


@pytest.mark.parametrize(
    "text",
    [
        "พอเลียงตีหนูทุกวัน",
        "พ่อออออตีหนูทุกวันนนน",
        "พ่ อ ตี ห นู ทุ ก วั น",
        "rjv9uso^m6d;yo",
        "phor tee nu thuk wan",
        "dad ตีหนูทุกวัน",
        "หนูโดนข่มขืu",
        "หนูโดน ข่ม ขืน",
        "พ่อ👊หนูทุกวัน",
        "m4ke me kms, i wanna d1e and k1ll myself",
        "my step dad keeps hiting me evryday",
    ],
)
def test_spelling_is_no_defence(reader: Understanding, text: str) -> None:
    assert severity(reader, text).rank >= Severity.URGENT.rank


@pytest.mark.parametrize("text", ["ชีวิตขมขื่นมาก", "กาแฟขมขื่น"])
def test_bitter_never_becomes_rape(reader: Understanding, text: str) -> None:
    assert Category.SEXUAL_ABUSE not in reader.judge(text).categories


# The trained judge takes it for a misspelling: nobody is "made bitter" in these words.
@by_patterns_alone
def test_bitter_that_was_done_to_somebody_is_no_rape_either(reader: Understanding) -> None:
    assert Category.SEXUAL_ABUSE not in reader.judge("หนูโดนขมขื่น").categories


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("ကူညီပါ ကျွန်မကို ရိုက်နေတယ်", "myanmar"),
        ("ជួយខ្ញុំផង", "khmer"),
        ("ຊ່ວຍຂ້ອຍແດ່", "lao"),
        ("помогите мне", "cyrillic"),
        ("βοήθησέ με", "other"),
    ],
)
def test_a_script_that_cannot_be_read_goes_to_people_by_its_name(
    reader: Understanding, content: Content, text: str, script: str
) -> None:
    judgement = reader.judge(text)
    assert not judgement.readable
    assert judgement.severity is Severity.URGENT
    assert judgement.language == script
    assert [reason.pattern for reason in judgement.reasons] == [f"unread_{script}"]
    assert all(content.texts.has(language, f"pattern-unread-{script}") for language in content.languages)


@pytest.mark.parametrize(
    "text",
    [
        "ช่วยด้วย",
        "ช่วยด้วยยยยย 😭😭",
        "ช่วยด้วยค่ะ",
        "ช่วยหนูด้วย",
        "HELP!!!",
        "help me",
        "sos",
        "chuay duay",
        "=j;pfh;p",
        "้ำสย ทำ",
        "็ำสย",
        "ช่วยยยด้วยยย ใครก้ได้",
        "มีใครอยู่ไหม ช่วยหนูด้วย",
        "help!! anyone",
        "pls help",
        "is anyone there? help",
    ],
)
def test_the_help_word_is_heard_in_every_spelling(reader: Understanding, text: str) -> None:
    judgement = reader.judge(text)
    assert judgement.help_word
    assert judgement.severity.rank >= Severity.URGENT.rank


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("place", ["privacy-in-short", "help-now", "who_are_you"])
def test_the_word_that_a_child_is_told_to_write_is_heard(
    reader: Understanding, content: Content, place: str, language: str
) -> None:
    entry = content.answer(language, place)
    told = entry.answer if entry else content.texts.say(language, place, organisation="us")
    assert any(reader.judge(quoted).help_word for quoted in re.findall("“(.+?)”", told))


@pytest.mark.parametrize("text", ["ช่วยคิดชื่อทีมหน่อย", "help me with my homework", "สวัสดี"])
def test_a_request_for_something_else_is_no_help_word(reader: Understanding, text: str) -> None:
    assert not reader.judge(text).help_word


@pytest.mark.parametrize("text", ["", "   ", "👍", "555", "สวัสดีค่ะ", "hello", "ขอบคุณนะ"])
def test_small_talk_is_none_and_readable(reader: Understanding, text: str) -> None:
    judgement = reader.judge(text)
    assert judgement.severity is Severity.NONE
    assert judgement.readable
    assert judgement.reasons == ()
    assert judgement.about is None


def test_a_reason_shows_the_child_s_own_words(reader: Understanding) -> None:
    reasons = reader.judge("วันนี้เรียนเลข แล้วเมื่อคืนพ่อเตะหนู").reasons
    assert any("พ่อเตะหนู" in r.words for r in reasons)


def test_the_gravest_reason_comes_first(reader: Understanding) -> None:
    ranks = [r.severity.rank for r in reader.judge("พ่อตีหนู ร้องไห้ทุกคืน คืนนี้หนูจะผูกคอตาย").reasons]
    assert ranks == sorted(ranks, reverse=True)


@pytest.mark.parametrize(
    ("text", "language"),
    [("สวัสดี", "th"), ("hello there", "en"), ("sawasdee krub len arai dee", "th"), ("123", "unknown")],
)
def test_it_guesses_the_language(reader: Understanding, text: str, language: str) -> None:
    assert reader.judge(text).language == language


def test_a_judgement_is_marked_as_read(reader: Understanding) -> None:
    assert reader.judge("สวัสดี").status is Status.JUDGED
