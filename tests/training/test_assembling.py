"""Talks are made of messages: in parts, or behind small talk, and mean what the message means."""

from dataclasses import replace

import pytest

from bot.training.assembling import BEFORE, LED, PARTED, PARTS, WORTH_PARTING, WRITTEN, with_talks
from bot.training.examples import Taught
from bot.understanding.talk import MARK
from content.schema import Category

HARM = "he hits me every night and i hide under the bed until it is quiet"
CHAT = ["we had rice", "the cat sleeps", "it rains a lot", "กินข้าวแล้ว", "แมวหลับ", "ฝนตกหนัก"]
SMALL_TALK = [Taught("a_voice", text, 0, (), None, ordinary=True) for text in CHAT]
MANY = [Taught("b_voice", f"{number} {HARM}", 2, (Category.VIOLENCE,), None) for number in range(300)]


def assembled(taught: list[Taught]) -> list[Taught]:
    return with_talks([*taught, *SMALL_TALK])[len(taught) + len(SMALL_TALK) :]


def talks_of(taught: list[Taught]) -> list[Taught]:
    return [one for one in assembled(taught) if one.voice == "b_voice"]


def test_a_talk_means_what_its_message_means() -> None:
    talks = talks_of(MANY)
    assert {(one.severity, one.categories, one.topic, one.talk) for one in talks} == {
        (2, (Category.VIOLENCE,), None, True)
    }


def test_about_as_many_are_made_as_is_said() -> None:
    expected = (PARTED + LED) * len(MANY)
    assert expected * 0.7 < len(talks_of(MANY)) < expected * 1.3


def test_a_message_in_parts_says_every_word_in_its_order() -> None:
    whole = {one.text for one in MANY}
    parted = [one for one in talks_of(MANY) if one.text.replace(MARK, " ") in whole]
    assert parted
    assert {one.text.count(MARK) + 1 for one in parted} == {*PARTS}


@pytest.mark.parametrize(("end", "thai"), [("in English", False), ("ภาษาไทย", True)])
def test_small_talk_before_a_message_is_of_its_language(end: str, *, thai: bool) -> None:
    talks = talks_of([replace(one, text=f"{one.text[:12]}{end}") for one in MANY])
    led = [one.text.split(MARK)[:-1] for one in talks if one.text.split(MARK)[0] in CHAT]
    assert led
    assert {said for one in led for said in one} == {*(CHAT[3:] if thai else CHAT[:3])}
    assert {len(one) for one in led} == {*BEFORE}


def test_short_messages_stay_in_one_part() -> None:
    short = [replace(one, text=f"{number} he is here") for number, one in enumerate(MANY)]
    assert all(len(one.text) < WORTH_PARTING for one in short)
    assert all(one.text.split(MARK)[0] in CHAT for one in talks_of(short))


def test_a_written_talk_is_learned_more_than_once_and_taken_apart_never() -> None:
    written = [replace(one, talk=True) for one in MANY]
    assert talks_of(written) == [one for one in written for _ in range(WRITTEN - 1)]


def test_the_talks_are_always_the_same() -> None:
    assert assembled(MANY) == assembled(MANY)
