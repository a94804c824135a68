"""What a hit becomes: by what stands near it, before it, and by whom it is about."""

from collections.abc import Mapping
from typing import Any, cast

import pytest

from bot.understanding.distress.finding import Finding
from bot.understanding.distress.rules import Rule, RuleBook
from bot.understanding.distress.screen import SHORT, LexicalScreen, exaggerated, laughs, of_another
from bot.understanding.lexicon import Place
from bot.understanding.views import View
from bot.understanding.words import Text, Word
from content.notation import parse
from content.schema import Category, Severity

LISTS = {
    "me": {"me", "my"},
    "kid": {"friend"},
    "now": {"tonight"},
    "here_now": {"coming"},
    "past": {"once"},
    "present": {"today"},
    "negation": {"never"},
    "filler": {"um"},
    "caution_joke": {"haha"},
    "caution_trifle": {"homework"},
    "caution_made_up": {"novel"},
    "caution_condition": {"if"},
    "unless it": {"ball"},
}


class Book:
    """A rule book of words that stand for themselves."""

    def __init__(self, *rules: Rule) -> None:
        self.rules = rules
        self.lists = LISTS

    def find(self, text: Text) -> Mapping[str, list[Place]]:
        """Each word is a list of its own; some are in the lists above too."""
        places: dict[str, list[Place]] = {}
        for at, word in enumerate(text.words):
            for name in (word.text, *(name for name, words in LISTS.items() if word.text in words)):
                places.setdefault(name, []).append(Place(at, at))
        return places


def rule(notation: str = "{hit}", **how: Any) -> Rule:
    usual: dict[str, Any] = {"unless": None, "sure": False, "strong": False, "now": False, "other": False}
    asked: dict[str, Any] = {"name": "it", "severity": Severity.URGENT, **usual, **how}
    return Rule(category=Category.VIOLENCE, lines=parse(notation, str), **asked)


def view(words: str, kind: str = "plain") -> View:
    return View(kind, words, Text(tuple(Word(word, word.upper()) for word in words.split())))


def find(words: str, *rules: Rule, recent: tuple[str, ...] = ()) -> list[Finding]:
    screen = LexicalScreen(cast(RuleBook, Book(*(rules or (rule(),)))))
    return screen.find(screen.pages([view(words)]), [view(one) for one in recent])


def severity(words: str, *rules: Rule, recent: tuple[str, ...] = ()) -> Severity:
    """The severity of the only finding, NONE without one."""
    found = find(words, *rules, recent=recent)
    assert len(found) <= 1
    return found[0].severity if found else Severity.NONE


def gap(count: int) -> str:
    return " ".join(f"w{n}" for n in range(count))


def test_a_hit_is_told_with_the_childs_own_words() -> None:
    assert [f.words for f in find("dad hit me", rule("{dad} {hit}"))] == ["DAD HIT"]


def test_each_rule_is_looked_for() -> None:
    found = find("hit kick", rule(), rule("{kick}", name="another"), rule("{burn}", name="a third"))
    assert [f.name for f in found] == ["it", "another"]


def test_a_rule_finds_once_and_the_first_reading_tells_it() -> None:
    screen = LexicalScreen(cast(RuleBook, Book(rule("{a|b}"))))
    assert [f.words for f in screen.find(screen.pages([view("a b"), view("b", "toneless")]), ())] == ["A"]


def test_every_reading_is_searched() -> None:
    screen = LexicalScreen(cast(RuleBook, Book(rule())))
    assert len(screen.find(screen.pages([view("nothing"), view("hit", "toneless")]), ())) == 1


def test_another_place_counts_where_the_first_is_denied() -> None:
    assert severity("never hit w w w then hit") is Severity.URGENT


def test_a_denied_hit_is_none() -> None:
    assert severity("never hit") is Severity.NONE
    assert severity("never um um hit") is Severity.NONE


def test_a_denial_counts_for_where_the_hit_begins() -> None:
    assert severity("never dad w w hit", rule("{dad} .. {hit}")) is Severity.NONE


@pytest.mark.parametrize("words", ["ball {} hit", "hit {} ball"])
def test_an_unless_word_spares_within_six_words(words: str) -> None:
    spared = rule(unless="unless it")
    assert severity(words.format(gap(5)), spared) is Severity.NONE
    assert severity(words.format(gap(6)), spared) is Severity.URGENT


def test_the_unless_word_of_another_rule_spares_nothing() -> None:
    assert severity("ball hit") is Severity.URGENT


@pytest.mark.parametrize("words", ["tonight {} hit", "hit {} tonight"])
def test_a_sign_of_now_makes_an_emergency_within_fourteen_words(words: str) -> None:
    assert severity(words.format(gap(13)), rule(now=True)) is Severity.EMERGENCY
    assert severity(words.format(gap(14)), rule(now=True)) is Severity.URGENT


def test_a_sign_of_now_counts_only_where_the_rule_says_so() -> None:
    assert severity("hit tonight") is Severity.URGENT


def test_the_reach_begins_at_both_ends_of_the_hit() -> None:
    long = rule("{dad} ... {hit}", now=True)
    assert severity(f"tonight {gap(13)} dad {gap(9)} hit", long) is Severity.EMERGENCY
    assert severity(f"dad {gap(9)} hit {gap(13)} tonight", long) is Severity.EMERGENCY


def test_a_joke_is_no_more_than_a_concern() -> None:
    assert severity("hit haha") is Severity.CONCERN


def test_a_story_is_nothing() -> None:
    assert find("novel hit") == []


def test_a_sure_hit_of_the_writer_is_no_joke() -> None:
    assert severity("hit me haha", rule(sure=True)) is Severity.URGENT
    assert severity("hit me haha", rule(sure=True, severity=Severity.CONCERN)) is Severity.CONCERN


def test_a_hit_that_is_not_sure_may_be_a_joke_of_the_writer() -> None:
    assert severity("hit me haha") is Severity.CONCERN


def test_a_sure_hit_without_the_writer_may_be_a_joke() -> None:
    assert severity("hit haha", rule(sure=True)) is Severity.CONCERN


def test_what_is_imagined_is_a_concern_however_sure() -> None:
    assert severity("if hit", rule(sure=True)) is Severity.CONCERN
    assert severity("me w w if hit", rule(sure=True)) is Severity.CONCERN


def test_two_messages_together_make_a_hit() -> None:
    assert severity("hit", rule("{dad} {hit}"), recent=("dad",)) is Severity.URGENT
    assert severity("hit", rule("{my} {dad} {hit}"), recent=("my", "dad")) is Severity.URGENT


def test_earlier_messages_go_with_the_last_reading() -> None:
    """The last reading is the one with most undone: another layout, Latin letters, tone marks left out."""
    screen = LexicalScreen(cast(RuleBook, Book(rule("{dad} {hit}"))))
    assert len(screen.find(screen.pages([view("xxx"), view("hit", "layout")]), [view("dad")])) == 1


def test_what_was_told_before_is_not_told_again() -> None:
    assert severity("thanks", recent=("hit",)) is Severity.NONE
    assert severity("thanks", rule(now=True), recent=("hit", "ok")) is Severity.NONE


def test_now_after_what_was_told_before_is_an_emergency() -> None:
    assert severity("coming", rule(now=True), recent=("hit",)) is Severity.EMERGENCY
    assert severity("he w coming", rule(now=True), recent=("hit",)) is Severity.EMERGENCY


def test_now_is_no_emergency_after_what_cannot_be_now() -> None:
    assert severity("coming", recent=("hit",)) is Severity.NONE


def test_now_that_was_said_before_is_over() -> None:
    assert severity("thanks", rule(now=True), recent=("hit", "coming")) is Severity.NONE


def test_what_this_message_completes_was_not_told_before() -> None:
    assert severity("hit coming", rule("{dad} {hit}", now=True), recent=("dad",)) is Severity.URGENT


def test_now_of_an_earlier_message_is_not_about_what_this_one_tells() -> None:
    assert severity("hit", rule(now=True), recent=("tonight",)) is Severity.URGENT
    assert severity("hit", rule("{dad} {hit}", now=True), recent=("tonight dad",)) is Severity.EMERGENCY


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("once hit", Severity.URGENT),
        (f"once {gap(4)} hit", Severity.URGENT),
        (f"once {gap(5)} hit", Severity.EMERGENCY),
        ("hit once", Severity.URGENT),
        ("once hit tonight", Severity.URGENT),
        ("once hit today", Severity.EMERGENCY),
        ("once hit coming", Severity.EMERGENCY),
        ("once hit today never", Severity.URGENT),
        ("once hit today w never", Severity.URGENT),
        ("once hit today w w never", Severity.EMERGENCY),
        ("once hit today never coming", Severity.EMERGENCY),
    ],
)
def test_what_is_over_is_no_emergency_unless_the_present_is_named(words: str, expected: Severity) -> None:
    assert severity(words, rule(severity=Severity.EMERGENCY)) is expected


def test_what_is_over_stays_a_concern_that_was_one() -> None:
    assert severity("once hit", rule(severity=Severity.CONCERN)) is Severity.CONCERN


def test_coming_alone_is_no_emergency() -> None:
    assert severity("hit coming", rule(now=True)) is Severity.URGENT


def test_a_laugh_of_before_takes_no_edge_off() -> None:
    assert severity("hit", rule("{dad} .. {hit}"), recent=("dad haha",)) is Severity.URGENT


def test_without_earlier_messages_nothing_is_added() -> None:
    assert find("dad", rule("{dad} {dad}")) == []


def other(words: str, recent: tuple[str, ...] = (), notation: str = "{hit}") -> bool:
    (found,) = find(words, rule(notation), recent=recent)
    return found.other


@pytest.mark.parametrize("first", range(5))
def test_another_child_among_the_first_five_words_is_whom_it_is_about(first: int) -> None:
    assert other(f"{gap(first)} friend w w w w w hit")


def test_another_child_later_on_is_not() -> None:
    assert not other(f"{gap(5)} friend w hit")
    assert not other(f"{gap(9)} hit friend")
    assert not other("hit")


def test_another_child_in_the_hit_is_whom_it_is_about() -> None:
    assert other(f"{gap(9)} hit friend", notation="{hit} {friend}")


def test_the_writer_in_the_hit_is_whom_it_is_about() -> None:
    assert not other("friend w w hit me", notation="{hit} {me}")
    assert other("friend w me w hit")


def test_a_pronoun_behind_friend_says_whose_friend_it_is() -> None:
    assert other("w hit friend me", notation="{hit} {friend} {me}")
    assert not other("friend w hit me", notation="{friend} . {hit} {me}")


def test_a_child_of_an_earlier_message_is_not_whom_this_one_is_about() -> None:
    assert not other("dad hit", recent=("friend",), notation="{dad} {hit}")
    assert other("friend hit", recent=("w w w w w",))
    assert other("hit w friend", recent=("w w w w dad",), notation="{dad} {hit}")


def test_a_rule_about_others_is_about_others() -> None:
    (found,) = find("hit", rule(other=True))
    assert found.other


@pytest.mark.parametrize(
    ("words", "another"),
    [
        ("friend hit", True),
        ("w w w w friend hit", True),
        ("w w w w w friend hit", False),
        ("friend me hit", True),
        ("friend w me hit", False),
        ("me w friend", False),
        ("hit", False),
        ("me hit", False),
    ],
)
def test_a_message_is_of_another_where_it_begins_so_and_the_writer_is_not_in_it(
    words: str,
    another: bool,  # noqa: FBT001
) -> None:
    (page,) = LexicalScreen(cast(RuleBook, Book())).pages([view(words)])
    assert of_another(page) is another


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("homework haha", True),
        (f"homework {gap(SHORT - 2)} haha", True),
        (f"homework {gap(SHORT - 1)} haha", False),
        ("homework", False),
        ("haha hit", False),
    ],
)
def test_a_short_laugh_about_a_trifle_exaggerates(words: str, expected: bool) -> None:  # noqa: FBT001
    pages = LexicalScreen(cast(RuleBook, Book())).pages([view("w"), view(words)])
    assert exaggerated(pages) is expected
    assert laughs(pages) is ("haha" in words)
