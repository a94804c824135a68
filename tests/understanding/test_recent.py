"""The messages before this one."""

from bot.understanding import Understanding
from content.schema import Severity


def test_what_two_messages_say_together_is_heard(reader: Understanding) -> None:
    assert reader.judge("ตีหนูทุกวันเลย", ["พ่อเลี้ยงอะ"]).severity.rank >= Severity.URGENT.rank


def test_letters_sent_one_message_each_are_not_lost_to_the_screen(reader: Understanding) -> None:
    assert reader.judge("ข่มขืน", ["หนู", "โดน", "ลุง"]).severity.rank >= Severity.URGENT.rank


def test_an_earlier_disclosure_does_not_alarm_again(reader: Understanding) -> None:
    assert reader.judge("ขอบคุณนะ", ["พ่อตีหนูทุกวัน"]).severity is Severity.NONE


def test_now_after_an_earlier_disclosure_is_an_emergency(reader: Understanding) -> None:
    assert reader.judge("เขากำลังมา", ["พ่อตีหนูทุกวัน"]).severity is Severity.EMERGENCY


def test_recent_messages_never_lower_a_severity(reader: Understanding) -> None:
    alone = reader.judge("พ่อเตะหนู").severity
    assert reader.judge("พ่อเตะหนู", ["555 ล้อเล่น", "ทำการบ้านอยู่"]).severity.rank >= alone.rank
