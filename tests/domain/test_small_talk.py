"""Tests of bot/domain/small_talk.py, with the shipped words."""

from functools import cache

import pytest

from bot.domain.small_talk import small_talk
from bot.domain.world import Policy, World
from content.loader import load


@cache
def shipped() -> World:
    return World(load(), Policy("Example"))


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
