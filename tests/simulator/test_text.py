"""Entities and Telegram's HTML."""

import pytest

from bot.simulator.entities import complete, formatted, slice_utf16
from bot.simulator.errors import ApiError


@pytest.mark.parametrize(
    ("source", "plain", "entities"),
    [
        ("<b>a</b>", "a", [("bold", 0, 1)]),
        ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        ("\N{PARTY POPPER}<u>ก</u>", "\N{PARTY POPPER}ก", [("underline", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("1 &lt; 2 &amp;&#33; &copy;", "1 < 2 &! &copy;", []),
        ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
        ("<code>x</code>", "x", [("code", 0, 1)]),
        (" <b>a</b>\n", "a", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("a > b", "a > b", []),
    ],
)
def test_it_parses_html(source: str, plain: str, entities: list[tuple[str, int, int]]) -> None:
    text, found = formatted(source, "HTML", None)
    assert (text, [(one["type"], one["offset"], one["length"]) for one in found]) == (plain, entities)


def test_it_keeps_the_address_of_a_link() -> None:
    _, found = formatted('<a href="https://t.me/x?start=a&amp;b">go</a>', "HTML", None)
    assert found == [{"type": "text_link", "offset": 0, "length": 2, "url": "https://t.me/x?start=a&b"}]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("ก<blink>a</blink>", 'Unsupported start tag "blink" at byte offset 3'),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("a < b", "Unclosed start tag at byte offset 2"),
    ],
)
def test_it_refuses_html_that_telegram_refuses(source: str, words: str) -> None:
    with pytest.raises(ApiError) as refused:
        formatted(source, "HTML", None)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


def test_it_refuses_an_entity_that_splits_a_character() -> None:
    with pytest.raises(ApiError):
        formatted("\N{PARTY POPPER}", None, [{"type": "bold", "offset": 1, "length": 1}])


@pytest.mark.parametrize(
    ("text", "kind", "piece"),
    [
        ("สวัสดี /help", "bot_command", "/help"),
        ("\N{PARTY POPPER} see https://example.org/a?b=c.", "url", "https://example.org/a?b=c"),
        ("ask @some_body now", "mention", "@some_body"),
        ("#เพื่อน", "hashtag", "#เพื่อน"),
        ("write me@example.org", "email", "me@example.org"),
    ],
)
def test_it_finds_what_telegram_finds(text: str, kind: str, piece: str) -> None:
    entity = complete(text, [])[0]
    assert (entity["type"], slice_utf16(text, entity["offset"], entity["length"])) == (kind, piece)


@pytest.mark.parametrize("text", ["a/b", "and/or", "50% / 2", "me@x", "#1"])
def test_it_finds_nothing_where_nothing_is(text: str) -> None:
    assert complete(text, []) == []
