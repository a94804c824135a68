"""Where taps and commands lead, and what becomes of those that lead nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.effects import SayToChild, Toast
from bot.domain.inputs import ButtonTapped
from tests.domain.build import CHILD, child_commanded, child_tapped, child_wrote, decided, state

SCREENS = {
    "menu": "menu",
    "help": "help-now",
    "languages": "language-question",
    "kept": "kept",
    "ask": "ask-anything",
    "lessons": "lessons-intro",
    "person": "person-write-here",
    "ask_person": "person-write-here",
    "ask_person:nothing": "person-write-here",
    "ask_person:safety": "question-handed-over",
    "inbox": "inbox-empty",
    "open": "inbox-empty",
    "only": "only-asking",
    "hide": "hide-question",
    "delete": "delete-question",
    "faq:nothing": "faq-none",
    "lesson:nothing": "lessons-intro",
    "lesson:first": "lesson-cover",
}
COMMANDS = {
    "start": "menu",
    "help": "help-now",
    "language": "language-question",
    "hide": "hide-question",
    "delete": "delete-question",
    "privacy": "kept",
    "lessons": "lessons-intro",
    "menu": "menu",
    "anything": "menu",
    "": "menu",
}


@pytest.mark.parametrize(("data", "key"), SCREENS.items())
def test_a_button_leads_to_its_screen(data: str, key: str) -> None:
    done = child_tapped(data)
    assert done.keys[0] == key
    assert done.toast is None


@pytest.mark.parametrize(("command", "key"), COMMANDS.items())
def test_a_command_leads_to_its_screen(command: str, key: str) -> None:
    assert child_commanded(command).keys[0] == key


@pytest.mark.parametrize("data", SCREENS)
def test_menu_and_help_stand_under_every_screen(data: str) -> None:
    assert child_tapped(data).buttons[-2:] == ["menu", "help"]


@pytest.mark.parametrize("data", SCREENS)
def test_every_tap_is_answered_once(data: str) -> None:
    assert len(child_tapped(data).all(Toast)) == 1


FORGED = [
    "",
    "x",
    "helped",
    "helped:nothing",
    "not_helped:nothing",
    "ask_person:safety:x",
    "case:claim:" + "c" * 32,
    "hide:no",
    "delete:now",
    "S:1:next",
    "s",
    "s:1",
    "a" * 65,
    "เ",
]


@pytest.mark.parametrize("data", FORGED)
def test_a_forged_button_says_kindly_that_it_is_old(data: str) -> None:
    done = child_tapped(data)
    assert done.toast == "toast-old-button"
    assert done.messages == []


@given(st.text(max_size=70) | st.from_regex(r"[a-z0-9_]{1,8}(:[a-z0-9_]{1,8}){0,5}", fullmatch=True))
def test_no_callback_data_breaks_it(data: str) -> None:
    done = decided(ButtonTapped(CHILD, 1, "query", data), state())
    assert len(done.all(Toast)) == 1
    assert done.children <= {CHILD}


@given(st.text(max_size=40), st.text(max_size=70))
def test_no_command_breaks_it(command: str, argument: str) -> None:
    assert child_commanded(command, argument).has(SayToChild)


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    assert child_wrote(text).has(SayToChild)
    assert child_wrote(text, judgement=None).case.status.open


def test_a_tap_of_a_child_gives_no_power_over_a_case() -> None:
    done = child_tapped("case:resolve:" + "c" * 32)
    assert done.toast == "toast-old-button"
    assert done.audited == ["tap_refused"]
    assert len(done.effects) == 2


def test_the_same_arguments_give_the_same_effects() -> None:
    assert child_wrote(judgement=None).effects == child_wrote(judgement=None).effects
