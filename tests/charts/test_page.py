"""The report: well-formed, in one language, without a number under five, and loading nothing."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.charts.page import page
from bot.domain.figures import saying
from bot.domain.learning.insights import Counts, Period, insights
from tests.domain.learning.counted import COUNTS, PLENTY
from tests.domain.tiny_content import content, texts

OVER = Period(date(2026, 1, 1), date(2026, 3, 31))
ALONE = frozenset({"meta", "link", "br", "img", "input", "hr"})
"""Elements without an end."""

FIGURES = ("td", "text", "strong")
"""Elements that hold figures."""


class Reader(HTMLParser):
    """Follows the elements; gathers what each kind holds, and every address."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.held: list[tuple[str, str]] = []
        self.addresses: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [
            str(value) for name, value in attrs if name in ("src", "href", "xlink:href", "action")
        ]
        if tag not in ALONE:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A drawing's elements end at once."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.held.append((self.open[-1], data.strip()))


def report(counts: Counts, language: str = "en", organisation: str = "The Organisation") -> str:
    figures = insights(counts, content(), language, OVER)
    return page(figures, saying(texts(), language), language, organisation)


@pytest.mark.parametrize("counts", [COUNTS, PLENTY, {}])
@pytest.mark.parametrize("language", ["th", "en"])
def test_it_is_well_formed(counts: Counts, language: str) -> None:
    assert Reader(report(counts, language)).open == []


def test_it_speaks_the_language_asked_for() -> None:
    for language in ("th", "en"):
        read = Reader(report(COUNTS, language))
        assert ("h1", texts().say(language, "report-title")) in read.held
        assert ("th", f"first {language}") in read.held
        assert f'<html lang="{language}">' in report(COUNTS, language)


def test_it_loads_nothing() -> None:
    text = report(COUNTS)
    assert Reader(text).addresses == []
    assert re.findall(r"url\(\"(?!data:)", text) == []
    assert "default-src 'none'" in text


@settings(max_examples=25)
@given(st.fixed_dictionaries(dict.fromkeys(COUNTS, st.integers(0, 12))))
def test_no_number_under_five_is_in_it(counts: Counts) -> None:
    held = [words for tag, words in Reader(report(counts)).held if tag in FIGURES]
    assert not [words for words in held if words.isdigit() and int(words) < 5]


def test_it_tells_nothing_of_cases_and_questions_asked() -> None:
    assert "777" not in re.sub(r"base64,[A-Za-z0-9+/=]+", "", report(COUNTS))


def test_it_states_its_limits() -> None:
    held = dict.fromkeys(words for tag, words in Reader(report(COUNTS)).held if tag == "li")
    for key in ("report-limit-anonymous", "report-limit-covered", "report-limit-pairs"):
        assert texts().say("en", key) in held


def test_it_shows_the_gain_with_its_range() -> None:
    held = [words for tag, words in Reader(report(COUNTS)).held if tag == "td"]
    place = held.index("0.6 → 2.4")
    assert held[place + 1] == "75\u00a0%"
    assert re.fullmatch(r"\d+\u00a0% to \d+\u00a0%", held[place + 2])


def test_where_no_question_is_told_it_says_so() -> None:
    assert ("p", texts().say("en", "report-nothing-yet")) in Reader(report({})).held


def test_words_stay_words() -> None:
    assert "&lt;script&gt;" in report(COUNTS, organisation="<script>")
    assert "<script" not in report(COUNTS, organisation="<script>")
