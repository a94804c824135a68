"""What takes the edge off a hit, word by word: how far a denial and an "if" reach, and where they end."""

import pytest

from bot.understanding.distress import cautions
from bot.understanding.lexicon import Place
from bot.understanding.words import Text, Word
from content.schema import Severity

NONE: frozenset[int] = frozenset()


def text(words: str) -> Text:
    """Words in a row; a "/" before a word is a pause."""
    return Text(tuple(Word(w.lstrip("/"), w.lstrip("/"), w.startswith("/")) for w in words.split()))


def at(*firsts: int) -> list[Place]:
    return [Place(first, first) for first in firsts]


@pytest.mark.parametrize(("words", "denied"), [("not hit", {0}), ("not x hit", {0})])
def test_a_denial_reaches_two_words(words: str, denied: set[int]) -> None:
    said = text(words)
    assert cautions.negated(len(said.words) - 1, said, frozenset(denied), NONE)


def test_a_denial_three_words_before_denies_nothing() -> None:
    assert not cautions.negated(3, text("not x x hit"), frozenset({0}), NONE)


def test_a_denial_reaches_over_fillers() -> None:
    assert cautions.negated(5, text("not um um um x hit"), frozenset({0}), frozenset({1, 2, 3}))


def test_a_denial_before_a_pause_denies_nothing() -> None:
    """ "no /he hits me" says yes."""
    assert not cautions.negated(1, text("no /hit"), frozenset({0}), NONE)
    assert not cautions.negated(2, text("no /he hit"), frozenset({0}), NONE)
    assert cautions.negated(2, text("/he not hit"), frozenset({1}), NONE)


def test_a_denial_behind_the_hit_denies_nothing() -> None:
    assert not cautions.negated(0, text("hit not"), frozenset({1}), NONE)
    assert not cautions.negated(0, text("hit"), frozenset({0}), NONE)


def test_every_word_of_a_denial_denies() -> None:
    assert cautions.negations({"negation": [Place(2, 4), Place(7, 7)]}) == {2, 3, 4, 7}


def test_what_only_sounds_like_a_denial_denies_nothing() -> None:
    """ "can't stop", "don't know"."""
    assert cautions.negations({"negation": [Place(1, 1), Place(5, 5)], "not_negation": [Place(1, 2)]}) == {5}
    assert cautions.negations({"negation": [Place(0, 4)], "not_negation": [Place(1, 2)]}) == {0, 3, 4}


def test_listed_words_marks_and_single_foreign_letters_are_fillers() -> None:
    said = text("a ก um um มี ! 5 hit")
    assert cautions.fillers({"filler": [Place(2, 3)]}, said) == {1, 2, 3, 5}


@pytest.mark.parametrize(("gap", "imagined"), [(0, True), (2, True), (3, False)])
def test_an_if_reaches_three_words(gap: int, imagined: bool) -> None:  # noqa: FBT001
    hit = 2 + gap
    assert cautions.imagined(hit, hit + 1, {"caution_condition": [Place(0, 1)]}) is imagined


def test_an_if_behind_the_hit_or_inside_it_imagines_nothing() -> None:
    assert not cautions.imagined(3, 5, {"caution_condition": at(3)})
    assert not cautions.imagined(3, 5, {"caution_condition": at(4)})
    assert not cautions.imagined(3, 5, {"caution_condition": at(6)})


@pytest.mark.parametrize("me", [3, 4, 5])
def test_an_if_about_the_writer_is_a_threat(me: int) -> None:
    assert not cautions.imagined(3, 5, {"caution_condition": at(2), "me": at(me)})


@pytest.mark.parametrize("me", [0, 2, 6])
def test_the_writer_elsewhere_makes_no_threat_of_an_if(me: int) -> None:
    assert cautions.imagined(3, 5, {"caution_condition": at(2), "me": at(me)})


def test_an_if_about_somebody_in_general_is_imagined_whoever_is_named() -> None:
    places = {"caution_condition": at(2), "caution_hypothetical": at(2), "me": at(4)}
    assert cautions.imagined(3, 5, places) is True


def test_somebody_in_general_without_an_if_imagines_nothing() -> None:
    assert not cautions.imagined(3, 5, {"caution_hypothetical": at(2)})
    assert not cautions.imagined(3, 5, {})


@pytest.mark.parametrize("name", cautions.CEILINGS)
def test_each_caution_gives_its_ceiling(name: str) -> None:
    assert cautions.ceiling({f"caution_{name}": at(0)}) is cautions.CEILINGS[name]


def test_without_cautions_there_is_no_ceiling() -> None:
    assert cautions.ceiling({"me": at(0)}) is Severity.EMERGENCY


def test_the_lowest_ceiling_counts() -> None:
    assert cautions.ceiling({"caution_joke": at(0), "caution_made_up": at(3)}) is Severity.NONE


def test_cautions_of_earlier_messages_do_not_count() -> None:
    """A laugh of yesterday takes no edge off the words of today."""
    assert cautions.ceiling({"caution_joke": at(4)}, 5) is Severity.EMERGENCY
    assert cautions.ceiling({"caution_joke": at(5)}, 5) is Severity.CONCERN


@pytest.mark.parametrize("spared", [Place(2, 4), Place(3, 4), Place(2, 3)])
def test_not_joking_is_no_joke(spared: Place) -> None:
    assert cautions.ceiling({"caution_joke": at(3), "caution_not_joke": [spared]}) is Severity.EMERGENCY


@pytest.mark.parametrize("spared", [Place(0, 2), Place(4, 5)])
def test_not_joking_elsewhere_leaves_a_joke_one(spared: Place) -> None:
    assert cautions.ceiling({"caution_joke": at(3), "caution_not_joke": [spared]}) is Severity.CONCERN


def test_not_joking_leaves_a_story_one() -> None:
    places = {"caution_made_up": at(3), "caution_not_joke": [Place(2, 4)]}
    assert cautions.ceiling(places) is Severity.NONE


@pytest.mark.parametrize("name", ["caution_trifle", "caution_figure_of_speech"])
def test_a_laugh_beside_a_trifle_or_a_figure_of_speech_exaggerates(name: str) -> None:
    assert cautions.exaggerated({name: at(0), "caution_joke": at(3)})
    assert cautions.laughs({"caution_joke": at(3)})
    assert not cautions.exaggerated({name: at(0)})
    assert not cautions.exaggerated({"caution_joke": at(3)})


def test_who_says_that_it_is_no_joke_does_not_exaggerate() -> None:
    places = {"caution_trifle": at(0), "caution_joke": at(3), "caution_not_joke": [Place(2, 4)]}
    assert not cautions.exaggerated(places)
    assert not cautions.laughs(places)
