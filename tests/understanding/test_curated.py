"""Every curated phrase and pattern does what it is there for."""

from bot.understanding import Understanding
from bot.understanding.own_examples import failing
from content.content import Content
from content.loader import CONTENT_ROOT
from content.reading import read_tree


def test_every_pattern_finds_its_examples_and_leaves_its_counterexamples(reader: Understanding) -> None:
    packs = read_tree(CONTENT_ROOT)[0].screen.patterns
    assert len(packs) == 8
    assert [str(problem) for problem in failing(packs, reader.judge)] == []


def test_every_phrase_is_recognised_with_at_least_its_severity(
    reader: Understanding, content: Content
) -> None:
    missed = [
        phrase.text
        for pack in content.distress
        for phrase in pack.phrases
        if reader.judge(phrase.text).severity.rank < phrase.severity.rank
    ]
    assert missed == []


def test_every_phrase_is_recognised_in_its_category(reader: Understanding, content: Content) -> None:
    missed = [
        phrase.text
        for pack in content.distress
        for phrase in pack.phrases
        if pack.category not in reader.judge(phrase.text).categories
    ]
    assert missed == []


def test_every_pack_has_thirty_thai_and_fifteen_english_phrases(content: Content) -> None:
    for pack in content.distress:
        languages = [p.lang for p in pack.phrases]
        assert languages.count("th") >= 30, pack.category
        assert languages.count("en") >= 15, pack.category
        assert "romanised" in languages, pack.category
