"""How fast messages may leave; all by an invented clock."""

import pytest

from bot.workers.pacing import CHAT_BURST, GROUP_PER_WINDOW, GROUP_RESERVE, OVERALL_PER_SECOND, Pacing


def sent_within(
    pacing: Pacing, chat: str, seconds: float, *, group: bool, urgent: bool = True
) -> list[float]:
    """Moments at which messages leave when always another one waits."""
    moments, now = [], 0.0
    while now < seconds:
        wait = pacing.wait(chat, now, group=group, urgent=urgent)
        if wait > 0:
            now += wait
            continue
        pacing.take(chat, now, group=group)
        moments.append(now)
    return moments


def most_within(moments: list[float], seconds: float) -> int:
    return max(sum(start <= one < start + seconds for one in moments) for start in moments)


def test_it_lets_a_short_burst_through_to_one_chat() -> None:
    assert sent_within(Pacing(), "child", 0.5, group=False) == [0.0] * CHAT_BURST


def test_it_sends_one_a_second_to_a_chat_after_the_burst() -> None:
    moments = sent_within(Pacing(), "child", 60.0, group=False)
    assert len(moments) == pytest.approx(60 + CHAT_BURST, abs=1)


def test_it_keeps_a_group_to_twenty_a_minute() -> None:
    moments = sent_within(Pacing(), "staff", 600.0, group=True)
    assert most_within(moments, 60.0) <= 20


def test_it_uses_the_groups_allowance() -> None:
    moments = sent_within(Pacing(), "staff", 600.0, group=True)
    assert len(moments) >= 9 * GROUP_PER_WINDOW


def test_it_leaves_room_for_alerts_in_a_group() -> None:
    pacing = Pacing()
    sent_within(pacing, "staff", 59.0, group=True, urgent=False)
    assert pacing.wait("staff", 59.0, group=True, urgent=True) == 0
    assert pacing.wait("staff", 59.0, group=True, urgent=False) > 0


def test_it_never_lets_what_is_not_urgent_into_the_reserve() -> None:
    moments = sent_within(Pacing(), "staff", 300.0, group=True, urgent=False)
    assert most_within(moments, 60.0) <= GROUP_PER_WINDOW - GROUP_RESERVE


def test_it_keeps_all_chats_together_below_thirty_a_second() -> None:
    pacing, now, moments = Pacing(), 0.0, []
    for number in range(300):
        while (wait := pacing.wait(f"child {number}", now, group=False, urgent=True)) > 0:
            now += wait
        pacing.take(f"child {number}", now, group=False)
        moments.append(now)
    assert most_within(moments, 1.0) <= OVERALL_PER_SECOND


def test_it_rests_only_the_chat_that_was_flooded() -> None:
    pacing = Pacing()
    pacing.back_off("one", 30.0, 0.0, group=False)
    assert pacing.wait("one", 1.0, group=False, urgent=True) == pytest.approx(29.0)
    assert pacing.wait("other", 1.0, group=False, urgent=True) == 0


def test_it_never_shortens_a_rest() -> None:
    pacing = Pacing()
    pacing.back_off("one", 30.0, 0.0, group=False)
    pacing.back_off("one", 2.0, 1.0, group=False)
    assert pacing.wait("one", 1.0, group=False, urgent=True) == pytest.approx(29.0)


def test_it_names_the_chats_that_are_closed() -> None:
    pacing = Pacing()
    pacing.back_off("one", 10.0, 0.0, group=False)
    pacing.take("other", 0.0, group=False)
    assert pacing.closed(4.0) == {"one": pytest.approx(6.0)}


def test_it_forgets_chats_that_are_quiet() -> None:
    pacing = Pacing()
    for number in range(100):
        pacing.take(f"child {number}", 0.0, group=False)
    pacing.closed(1000.0)
    assert not pacing._chats
