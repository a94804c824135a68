"""From keys to words: one language or several, and the help lines."""

from dataclasses import replace

import pytest

from bot.domain.child import Turn
from bot.domain.effects import SaveCase, SaveLearner
from bot.domain.speech import Button, Joined, Message, Numbers, Verbatim, line, speak
from bot.domain.state import Learner, State
from bot.domain.support.numbers import numbers_for, numbers_for_help
from content.schema import Category, Severity
from content.texts import MissingTextError
from tests.domain.build import CHILD, case, moment
from tests.domain.tiny_content import HELP_LINES, content, help_line, texts, world

BOTH = ("th", "en")
MENU = line("menu")


def spoken(*parts: object, languages: tuple[str, ...] = ("en",)) -> str:
    return speak(Message(parts), languages, texts()).text  # type: ignore[arg-type]


def ids(numbers: Numbers) -> list[str]:
    return [one.id for one in numbers.lines]


def test_two_languages_stand_below_each_other() -> None:
    assert spoken(MENU, languages=BOTH) == f"{texts().say('th', 'menu')}\n\n{texts().say('en', 'menu')}"


def test_what_reads_the_same_in_both_is_said_once() -> None:
    assert spoken(MENU, Verbatim("answer"), languages=BOTH).count("answer") == 1


def test_what_is_said_twice_in_one_language_stays_so() -> None:
    assert spoken(Verbatim("no"), Verbatim("no"), languages=BOTH) == "no\n\nno"


def test_joined_parts_have_no_empty_line_between_them() -> None:
    assert spoken(Joined((Verbatim("a"), Verbatim("b"))), Verbatim("c")) == "a\nb\n\nc"


@pytest.mark.parametrize("languages", [("en",), BOTH])
def test_what_is_bold_stays_bold_wherever_its_words_stand(languages: tuple[str, ...]) -> None:
    marked = Verbatim("he hits me", ((3, 7), (8, 10)))
    message = Message((MENU, Joined((MENU, marked)), marked))
    said = speak(message, languages, texts())
    assert [said.text[start:end] for start, end in said.bold] == ["hits", "me"] * 2


def test_a_button_has_all_languages_in_one_label() -> None:
    message = Message((MENU,), ((Button(line("button-skip"), "menu"),),))
    label = speak(message, BOTH, texts()).rows[0][0].text
    assert label == " · ".join(texts().say(code, "button-skip") for code in BOTH)


def test_a_key_that_is_missing_is_an_error() -> None:
    with pytest.raises(MissingTextError):
        spoken(line("no-such-key"))


def test_an_emergency_shows_its_lines_first() -> None:
    found = numbers_for(content(), Severity.EMERGENCY, (Category.VIOLENCE,), ("th",))
    assert ids(found) == ["police", "childline"]


def test_another_need_shows_the_lines_that_know_it_first() -> None:
    found = numbers_for(content(), Severity.URGENT, (Category.SELF_HARM,), ("th",))
    assert ids(found) == ["minds", "childline"]


def test_a_line_for_readers_of_one_language_is_shown_to_them_alone() -> None:
    assert "tourists" in ids(numbers_for(content(), Severity.EMERGENCY, (), ("en",)))
    assert "tourists" not in ids(numbers_for(content(), Severity.EMERGENCY, (), ("th",)))


def test_help_shows_lines_for_danger_first_and_then_for_despair_and_for_telling() -> None:
    assert ids(numbers_for_help(content(), ("th",))) == ["police", "minds", "childline"]
    assert ids(numbers_for_help(content(), ("en",))) == ["police", "tourists", "minds", "childline"]


def test_no_more_lines_are_shown_than_a_frightened_child_can_take_in() -> None:
    many = tuple(help_line(f"line_{n}", n, Severity.URGENT) for n in range(1, 20))
    full = replace(content(), helplines=(*HELP_LINES, *many))
    assert len(numbers_for(full, Severity.URGENT, (), ("th",)).lines) == 5
    assert len(numbers_for_help(full, ("th",)).lines) == 7


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("severity", [Severity.URGENT, Severity.EMERGENCY])
def test_a_number_can_be_read_out_of_every_alarm(severity: Severity, language: str) -> None:
    numbers = numbers_for(content(), severity, (), (language,))
    assert numbers.lines[0].contact in spoken(numbers, languages=(language,))


def test_a_turn_knows_what_was_decided_before() -> None:
    turn = Turn(State(), world(), moment(), Learner(CHILD))
    after = turn.after((SaveLearner(Learner(CHILD, language="en")), SaveCase(case())))
    assert (after.language, after.case) == ("en", case())
