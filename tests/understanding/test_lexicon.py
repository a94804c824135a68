"""Where an entry of a word list is found in a text, and where it is not."""

import pytest

from bot.understanding.lexicon import MAX_PER_LIST, Lexicon, Place
from bot.understanding.words import Text, Word


def text(*words: str) -> Text:
    return Text(tuple(Word(word, word) for word in words))


def found(entry: str, *words: str, known: tuple[str, ...] = ()) -> list[tuple[int, int]]:
    """The first and last words of the places of one entry. `known`: the dictionary."""
    places = Lexicon({"it": [entry]}, frozenset(known)).find(text(*words))
    return [(place.first, place.last) for place in places.get("it", [])]


def test_a_word_is_found_wherever_it_stands() -> None:
    assert found("hit", "hit", "me", "hit") == [(0, 0), (2, 2)]


def test_an_entry_of_several_words_is_found_from_its_first_to_its_last() -> None:
    assert found("hit me", "dad", "hit", "me", "again") == [(1, 2)]
    assert found("hit me", "hit", "you", "me") == []


@pytest.mark.parametrize("word", ["white", "hits", "whit"])
def test_a_latin_word_is_not_found_inside_another(word: str) -> None:
    assert found("hit", word) == []


def test_the_end_of_one_word_and_the_start_of_the_next_are_no_word() -> None:
    assert found("a b", "xa", "bx") == []
    assert found("a b", "a", "bx") == []


def test_thai_words_are_found_however_they_were_cut() -> None:
    assert found("กกขข", "กก", "ขข") == [(0, 1)]
    assert found("กกขข", "กกขข") == [(0, 0)]
    assert found("กก", "กก", "ขข") == [(0, 0)]


@pytest.mark.parametrize("compound", ["กกกกขขข", "ขขขกกกก", "ขขขกกกกขขข"])
def test_four_thai_letters_are_found_in_a_compound_of_known_words(compound: str) -> None:
    assert found("กกกก", compound, known=("ขขข",)) == [(0, 0)]


@pytest.mark.parametrize("compound", ["กกกกขขข", "ขขขกกกก", "ขขขกกกกง", "งกกกกขขข"])
def test_beside_unknown_letters_they_are_chance(compound: str) -> None:
    known = ("ขขข",) if "ง" in compound else ()
    assert found("กกกก", compound, known=known) == []


def test_three_thai_letters_are_not_found_in_a_compound() -> None:
    assert found("กกก", "กกกขขข", known=("ขขข",)) == []


def test_seven_thai_letters_are_found_in_anything() -> None:
    assert found("กกกกกกก", "งกกกกกกกง") == [(0, 0)]
    assert found("กกกกกก", "งกกกกกกง") == []


def test_the_words_beside_a_compound_do_not_matter() -> None:
    assert found("กกกก", "งง", "กกกกขขข", "งง", known=("ขขข",)) == [(1, 1)]
    assert found("กกกก", "x", "ขขขกกกก", "x", known=("ขขข",)) == [(1, 1)]
    assert found("กกกก", "ขขขกกกก", "งง", known=("ขขข",)) == [(0, 0)]


def test_both_ends_of_two_compounds_must_be_words() -> None:
    assert found("กกกก", "งกกก", "กขข", known=("ง", "ขข")) == [(0, 1)]
    assert found("กกกก", "งกกก", "กขข", known=("ง",)) == []
    assert found("กกกก", "งกกก", "กขข", known=("ขข",)) == []


def test_a_letter_is_not_torn_from_its_mark() -> None:
    """The tone mark belongs to the letter before it."""
    assert found("กกกกกกก", "กกกกกกก้า") == []
    assert found("กกกก", "กกกก้ขข", known=("้ขข",)) == []


def test_one_entry_stands_in_several_lists() -> None:
    places = Lexicon({"kin": ["dad"], "men": ["dad", "dad"]}, frozenset()).find(text("my", "dad"))
    assert places == {"kin": [Place(1, 1)], "men": [Place(1, 1)]}


def test_entries_that_begin_alike_are_all_found() -> None:
    places = Lexicon({"short": ["step"], "long": ["step dad"]}, frozenset()).find(text("step", "dad"))
    assert places == {"short": [Place(0, 0)], "long": [Place(0, 1)]}


def test_places_come_in_the_order_of_the_text() -> None:
    places = Lexicon({"it": ["b c", "a", "b"]}, frozenset()).find(text("b", "c", "a"))
    assert places["it"] == [Place(0, 0), Place(0, 1), Place(2, 2)]


def test_three_hundred_places_of_a_list_are_kept() -> None:
    assert len(found("a", *["a"] * (MAX_PER_LIST + 50))) == MAX_PER_LIST == 300


def test_an_entry_listed_twice_counts_once() -> None:
    places = Lexicon({"it": ["a", "a"]}, frozenset()).find(text(*["a"] * MAX_PER_LIST))
    assert len(places["it"]) == MAX_PER_LIST


def test_an_empty_text_has_no_places() -> None:
    assert found("a") == []
