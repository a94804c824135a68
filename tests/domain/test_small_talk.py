"""Tests of bot/domain/small_talk.py, with the shipped words."""

from functools import cache

import pytest

from bot.domain.small_talk import small_talk
from bot.domain.world import Policy, World
from tests import shared


@cache
def shipped() -> World:
    return World(shared.content(), Policy("Example"))


def key_of(text: str) -> str | None:
    answer = small_talk(text, shipped())
    return answer.key if answer else None


@pytest.mark.parametrize(
    "text", ["สวัสดี", "สวัสดีค่าาา", "หวัดดีจ้าาา ☺️", "ดีค่ะ", "Hello!", "hiii", "hey there", "สวัสดีครับ 😊"]
)
def test_it_knows_a_greeting(text: str) -> None:
    assert key_of(text) == "small-talk-hello"


@pytest.mark.parametrize(
    "text", ["ขอบคุณนะคะ", "ขอบใจจ้า", "โอเคค่ะ", "555555", "Thank you so much", "ok", "thx!!"]
)
def test_it_knows_thanks_and_laughter(text: str) -> None:
    assert key_of(text) == "small-talk-welcome"


@pytest.mark.parametrize(
    "text",
    ["โง่ปะเนี่ย", "บอทโง่ว่ะ", "เธอโง่เหรอ", "Are you stupid?", "you're useless!!", "stupid bot", "ตอบไม่รู้เรื่องเลย"],
)
def test_it_is_not_hurt_by_an_insult(text: str) -> None:
    assert key_of(text) == "small-talk-not-clever"


@pytest.mark.parametrize(
    "text", ["เบื่ออะ", "เบื่อมากกกก", "ว่างงง", "ไม่มีไรทำเลย", "I'm bored", "so boring", "nothing to do"]
)
def test_it_knows_boredom(text: str) -> None:
    assert key_of(text) == "small-talk-play"


@pytest.mark.parametrize("text", ["รักเธอนะ", "รักบอทจัง", "I love you", "ily", "love u so much"])
def test_it_answers_love_as_a_bot(text: str) -> None:
    assert key_of(text) == "small-talk-a-bot"


@pytest.mark.parametrize(
    "text", ["ฝันดีนะ", "ราตรีสวัสดิ์ค่ะ", "พรุ่งนี้คุยใหม่นะ", "ไปนอนก่อนน้า", "good night", "See you tomorrow!", "brb"]
)
def test_it_knows_a_goodbye_until_later(text: str) -> None:
    assert key_of(text) == "small-talk-until-then"


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("kind", ["not-clever", "play", "a-bot"])
def test_its_answers_show_the_way_to_a_person(language: str, kind: str) -> None:
    texts = shipped().content.texts
    person = {"th": "คน", "en": "person"}[language]
    assert person in texts.say(language, f"small-talk-{kind}")


@pytest.mark.parametrize(
    "text",
    [
        "ไปก่อนนะ",
        "ไปแล้วนะ",
        "บาย",
        "ลาก่อนนะทุกคน",
        "รักทุกคนนะ",
        "รักนะ",
        "ขอโทษนะ",
        "ฝันดีตลอดไป",
        "ฝันดีทุกคน",
        "ไปนอนไม่ตื่นแล้ว",
        "อยากหลับไปเลย",
        "good night everyone",
        "goodnight forever",
        "I love you all",
        "love you, bye",
        "see you never",
        "ไร้ค่า",
        "ไร้ประโยชน์",
        "โง่",
        "หนูโง่",
        "I'm stupid",
        "useless",
        "เบื่อโลก",
        "เบื่อชีวิต",
        "bored of everything",
        "เหนื่อย",
    ],
)
def test_it_never_swallows_what_may_be_a_farewell_or_about_the_child(text: str) -> None:
    assert key_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "😢",
        "สวัสดี พ่อตีหนู",
        "ดีไหม",
        "hi he hurts me",
        "his",
        "ลาก่อน",
        "bye",
        "goodbye everyone",
        "สวัสดี" + "ค่ะ" * 1000,
        "ขอบคุณที่เคยอยู่ด้วยกัน",
    ],
)
def test_it_leaves_everything_else_alone(text: str) -> None:
    assert key_of(text) is None
