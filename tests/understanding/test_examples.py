"""Which curated phrases a message is like."""

import pytest

from bot.understanding import Understanding
from bot.understanding.distress.examples import Examples
from content.content import Content
from content.schema import Category, DistressPack, DistressPhrase, Severity


def pack(category: Category, *texts: str) -> DistressPack:
    phrases = tuple(DistressPhrase(text=text, lang="en", severity=Severity.URGENT) for text in texts)
    return DistressPack(category=category, phrases=phrases)


PACKS = [
    pack(Category.VIOLENCE, "my dad hits me", "my mom hits me", "my aunt hits us hard", "nothing alike"),
    pack(Category.BULLYING, "my dad hits you"),
]
ALIKE = Examples(PACKS, str.lower)


def test_the_most_alike_come_first_and_no_more_than_two() -> None:
    assert ALIKE.nearest(["my mom hits me"], [Category.VIOLENCE]) == ("my mom hits me", "my dad hits me")


def test_those_of_the_same_category_come_first() -> None:
    assert ALIKE.nearest(["my dad hits you"], [Category.VIOLENCE])[0] == "my dad hits me"
    assert ALIKE.nearest(["my dad hits you"], [Category.BULLYING])[0] == "my dad hits you"


def test_another_category_must_be_very_alike() -> None:
    assert ALIKE.nearest(["our dad hit"], [Category.VIOLENCE]) == ("my dad hits me",)
    assert ALIKE.nearest(["our dad hit"], [Category.BULLYING]) == ("my dad hits you",)


@pytest.mark.parametrize("said", [[], [""], ["!"], ["the weather is nice today"]])
def test_what_is_like_no_phrase_has_no_example(said: list[str]) -> None:
    assert ALIKE.nearest(said, list(Category)) == ()


def test_any_reading_and_any_piece_may_be_alike() -> None:
    assert ALIKE.nearest(["xyzw " * 20, "my dad hits"], [Category.VIOLENCE])[0] == "my dad hits me"


def test_one_phrase_in_two_categories_is_told_once() -> None:
    twice = Examples(
        [pack(Category.VIOLENCE, "he hits me"), pack(Category.BULLYING, "he hits me")], str.lower
    )
    assert twice.nearest(["he hits me"], list(Category)) == ("he hits me",)


def test_a_judgement_of_concern_or_more_tells_them(reader: Understanding, content: Content) -> None:
    phrase = content.distress[0].phrases[0].text
    assert reader.judge(phrase).examples[0] == phrase
    curated = {one.text for pack in content.distress for one in pack.phrases}
    assert set(reader.judge("he is 40 and wants me to come to his hotel").examples) <= curated


def test_romanised_words_are_compared_as_thai_too(reader: Understanding) -> None:
    assert reader.judge("phor tee nu tuk wan").examples != ()


@pytest.mark.parametrize("text", ["สวัสดี", "what is grooming", "ကျွန်မကို ကူညီပါ"])
def test_what_is_of_no_concern_or_unread_has_none(reader: Understanding, text: str) -> None:
    assert reader.judge(text).examples == ()


def test_it_is_very_alike_from_eighty_of_a_hundred_on() -> None:
    """Two texts of five letters, four of them equal, are 80 of 100 alike."""
    assert Examples([pack(Category.BULLYING, "abcde")], str.lower).nearest(["abcdx"], ()) == ("abcde",)
    assert Examples([pack(Category.BULLYING, "abcdefghi")], str.lower).nearest(["abcdefgxy"], ()) == ()


def test_it_is_alike_at_all_from_sixty_of_a_hundred_on() -> None:
    alike = Examples([pack(Category.BULLYING, "abcde")], str.lower)
    assert alike.nearest(["abcxy"], [Category.BULLYING]) == ("abcde",)
    assert alike.nearest(["abxyz"], [Category.BULLYING]) == ()


def test_of_several_phrases_the_most_alike_comes_first_whatever_piece_was_like_it() -> None:
    phrases = Examples([pack(Category.BULLYING, "abcdefghij", "klmnopqrst")], str.lower)
    said = ["abcdefghxy", "klmnopqrst", "abcdefxyzw"]
    assert phrases.nearest(said, [Category.BULLYING]) == ("klmnopqrst", "abcdefghij")
