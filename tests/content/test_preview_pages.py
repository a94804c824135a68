"""Pages for reviewers: everything stands on them, in every language, and nothing of it is markup."""

from pathlib import Path

import pytest

from content.passages import passages
from content.reading import read_tree
from tests.content.preview_site import Page, built, pages
from tests.content.tiny_lesson import WORDS
from tests.content.tiny_tree import plant

LESSON, STORY, FAQ = "lesson-safe_talk.html", "story-stranger.html", "faq-help.html"
SHOWN = ("lessons/", "stories/", "faq/", "helplines")
HOSTILE = "x</script></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'&lt;{{ 7*7 }}"


def replace_words(root: Path, old: str, new: str) -> None:
    """Put other words where `old` stands, in every file."""
    for path in root.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new), encoding="utf-8")


def numbered(root: Path) -> None:
    """Make every line of words another one, so that none can be missing unseen."""
    count = 0
    for language, words in WORDS.items():
        for folder in ("lessons", "stories", "faq"):
            for path in sorted((root / language / folder).glob("*.yaml")):
                parts = path.read_text(encoding="utf-8").split(words["line"])
                text = parts[0]
                for part in parts[1:]:
                    count += 1
                    text += f"{words['line']} w{count}w{part}"
                path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("suffix", ["", ".en"])
def test_they_hold_every_text_of_every_language(root: Path, suffix: str) -> None:
    numbered(root)
    found = pages(root)
    stems = ("lesson-safe_talk", "story-stranger", "faq-help", "helplines")
    text = "\n".join(found[f"{stem}{suffix}.html"].text for stem in stems)
    wanted = [one for one in passages(read_tree(root)[0]) if any(part in one.file for part in SHOWN)]
    assert len(wanted) > 250
    assert [one.text for one in wanted if one.text.strip() not in text] == []


def test_they_show_goals_sources_and_misconceptions(root: Path) -> None:
    plant(root, "en/lessons/safe_talk.yaml", "goal: You can always tell", "goal: knows whom to tell")
    text = pages(root)[LESSON].text
    assert "knows whom to tell" in text
    assert "invented for this test" in text
    assert "keeps_it" in text


def test_they_show_who_reviewed_and_when(root: Path) -> None:
    signed = "review: {state: reviewed, reviewer: Somchai, reviewed_on: 2026-01-31}"
    plant(root, "th/lessons/safe_talk.yaml", "review: {state: draft}", signed)
    text = pages(root)["lesson-safe_talk.en.html"].text
    assert all(word in text for word in ("Somchai", "2026-01-31", "reviewed", "no reviewer yet"))


def test_they_show_when_a_help_line_was_verified(root: Path) -> None:
    plant(root, "helplines.yaml", "confidence: C2", "confidence: C2\n    verified_on: 2026-01-31")
    text = pages(root)["helplines.en.html"].text
    assert "verified on 2026-01-31" in text
    assert "not verified yet" in text


def test_they_show_the_picture_of_a_cover_with_its_words(root: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    (root / "pictures").mkdir(exist_ok=True)
    (root / "pictures" / "safe_talk.svg").write_text(drawing, encoding="utf-8")
    images = [attrs for tag, attrs in pages(root)[LESSON].tags if tag == "img"]
    assert [image["alt"] for image in images] == [words["line"] for words in WORDS.values()]
    assert {image["src"] for image in images} == {"pictures/safe_talk.svg"}
    assert built(root)["pictures/safe_talk.svg"] == drawing.encode()


def test_they_count_the_states_of_review(root: Path) -> None:
    signed = "review: {state: published, reviewer: Somchai, reviewed_on: 2026-01-31}"
    plant(root, "th/faq/help.yaml", "review: {state: draft}", signed)
    rows = "".join(pages(root)["index.en.html"].text.split()).partition("Howmuchisreviewed")[2]
    assert rows.startswith("KindLanguagedraftreviewedpublishedLessonsThai100English100Stories")
    assert "QuestionsandanswersThai101English200" in rows


def test_they_show_what_the_check_refuses_and_say_so(root: Path) -> None:
    plant(root, "en/lessons/safe_talk.yaml", "order: 1", "order: 0")
    found = pages(root)
    assert "en/lessons/safe_talk.yaml:2" in found["index.html"].text
    assert "Not there yet in this language" in found["lesson-safe_talk.en.html"].text


def test_they_take_hostile_words_as_words(root: Path) -> None:
    for words in WORDS.values():
        replace_words(root, words["line"], HOSTILE)
    for name, page in pages(root).items():
        scripts = [attrs for tag, attrs in page.tags if tag == "script"]
        assert scripts == [{"src": "preview.js", "defer": ""}], name
        assert "x" not in page.values("src")
        assert not [key for _, attrs in page.tags for key in attrs if key.startswith("on")]
        assert name.startswith(("index", "helplines")) or HOSTILE in page.text


def test_they_take_hostile_reviewers_and_sources_as_words(root: Path) -> None:
    replace_words(root, "state: draft", "state: reviewed, reviewer: 'r<b onclick=x>'")
    replace_words(root, "invented for this test", "s<b onclick=x>")
    for name in (LESSON, STORY, FAQ):
        page = pages(root)[name]
        assert "b" not in {tag for tag, _ in page.tags}
        assert "s<b onclick=x>" in page.text
        assert "r<b onclick=x>" in page.text


def test_they_link_only_to_what_is_there(root: Path) -> None:
    files, found = built(root), pages(root)
    ids = {name: set(page.values("id")) for name, page in found.items()}
    for name, page in found.items():
        for link in (*page.values("href"), *page.values("src")):
            target, _, anchor = link.partition("#")
            assert link == "data:," or (target or name) in files, (name, link)
            assert not anchor or anchor in ids[target or name], (name, link)


def test_they_use_each_id_once(root: Path) -> None:
    for name, page in pages(root).items():
        ids = page.values("id")
        assert len(ids) == len(set(ids)), name


def test_they_name_the_language_of_every_text(root: Path) -> None:
    for name, page in pages(root).items():
        assert page.tags[0] == ("html", {"lang": "en", "data-suffix": ".en"}) or ".en" not in name
        columns = [attrs for _, attrs in page.tags if attrs.get("class") == "column"]
        assert all(attrs["lang"] == attrs["data-language"] for attrs in columns)


def test_they_are_the_same_every_time(root: Path) -> None:
    assert built(root) == built(root)


def test_they_ask_for_nothing_from_outside(root: Path) -> None:
    for page in pages(root).values():
        policy = next(attrs["content"] for _, attrs in page.tags if "http-equiv" in attrs)
        assert policy.startswith("default-src 'none'")
    assert b"http" not in built(root)["preview.css"]


def test_a_page_that_is_read_here_is_read_as_a_browser_does() -> None:
    page = Page("<p title='a&amp;b'>1 &lt; 2</p>")
    assert (page.text, page.values("title")) == ("1 < 2", ["a&b"])
