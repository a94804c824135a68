"""Every curated phrase and pattern does what it is there for."""

import pytest

from bot.understanding import Understanding
from bot.understanding.knowledge import Pattern, load
from content.content import Content
from content.schema import Severity

PATTERNS = [(pack.category, pattern) for pack in load().packs for pattern in pack.patterns]
IDS = [f"{category}-{pattern.id}" for category, pattern in PATTERNS]


@pytest.mark.parametrize(("category", "pattern"), PATTERNS, ids=IDS)
def test_a_pattern_finds_its_own_examples(reader: Understanding, category: str, pattern: Pattern) -> None:
    for example in pattern.finds:
        judgement = reader.judge(example)
        assert pattern.id in {r.pattern for r in judgement.reasons}, example
        assert judgement.severity.rank >= pattern.severity.rank, example
        assert category in judgement.categories, example


@pytest.mark.parametrize(("category", "pattern"), PATTERNS, ids=IDS)
def test_a_pattern_leaves_its_counterexamples(reader: Understanding, category: str, pattern: Pattern) -> None:
    for example in pattern.leaves:
        judgement = reader.judge(example)
        assert pattern.id not in {r.pattern for r in judgement.reasons}, (category, example)
        assert judgement.severity.rank <= Severity.CONCERN.rank, (category, example)


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


def test_pattern_names_are_unique() -> None:
    assert len({p.id for _, p in PATTERNS}) == len(PATTERNS)
