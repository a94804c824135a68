"""In which writing a message is: what is read here, and what goes to people by the name of its script."""

import pytest

from bot.understanding.scripts import language, letters_by_script, readable, unread


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("กa1!🙏 ๑", {"thai": 1, "latin": 1}),
        ("\uff28\uff29é", {"latin": 3}),
        ("кက가", {"cyrillic": 1, "myanmar": 1, "hangul": 1}),
        ("ﾊψ", {"other": 2}),
        ("", {}),
    ],
)
def test_letters_are_counted_by_their_script(text: str, letters: dict[str, int]) -> None:
    assert letters_by_script(text) == letters


@pytest.mark.parametrize(
    ("thai", "strange", "can_be_read"),
    [
        (0, 0, True),
        (0, 1, True),
        (2, 1, True),
        (2, 2, False),
        (18, 2, True),
        (0, 40, False),
        (16, 4, True),
        (15, 5, False),
    ],
)
def test_a_quarter_of_strange_letters_and_at_least_two_cannot_be_read(
    thai: int, strange: int, *, can_be_read: bool
) -> None:
    assert readable("ก" * thai + "к" * strange) is can_be_read


@pytest.mark.parametrize(
    ("text", "romanised", "guess"),
    [
        ("123 🙏", True, "unknown"),
        ("hit me", False, "en"),
        ("phor tee", True, "th"),
        ("ตี me", False, "th"),
        ("กкк", False, "cyrillic"),
        ("กк", False, "th"),
        ("กaккк", False, "cyrillic"),
        ("กaкк", False, "th"),
        ("ψψ", False, "other"),
    ],
)
def test_the_language_is_that_of_most_letters(text: str, guess: str, *, romanised: bool) -> None:
    assert language(text, romanised=romanised) == guess


def test_of_several_strange_scripts_the_commonest_is_named() -> None:
    assert unread("ккက") == "cyrillic"
    assert unread("кကက and much more in English") == "myanmar"


def test_where_nothing_is_strange_no_script_is_named() -> None:
    assert unread("ตี me") == "other"
