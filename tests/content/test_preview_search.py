"""The search of the preview: every text, with a place that exists."""

from pathlib import Path

from content.passages import passages
from content.reading import read_tree
from tests.content.preview_site import built, pages, search_data
from tests.content.test_preview_pages import HOSTILE, SHOWN, numbered, replace_words
from tests.content.tiny_lesson import WORDS


def test_it_finds_every_text_in_its_language(root: Path) -> None:
    numbered(root)
    texts = search_data(built(root))["texts"]
    for passage in passages(read_tree(root)[0]):
        if any(part in passage.file for part in SHOWN):
            found = [text for _, _, language, text in texts if passage.language in ("", language)]
            assert any(passage.text.strip() in text for text in found), passage.text


def test_it_leads_to_places_that_exist(root: Path) -> None:
    data, found = search_data(built(root)), pages(root)
    for item, anchor, _, _ in data["texts"]:
        for suffix in ("", ".en"):
            assert anchor in found[f"{data['items'][item]['page']}{suffix}.html"].values("id")


def test_it_lists_the_items_in_the_order_of_the_index(root: Path) -> None:
    links = [href for href in pages(root)["index.html"].values("href") if "#" in href and href != "#main"]
    listed = search_data(built(root))["items"]
    assert [link.partition(".")[0] for link in links] == [one["page"] for one in listed]


def test_it_keeps_hostile_words_as_data(root: Path) -> None:
    for words in WORDS.values():
        replace_words(root, words["line"], HOSTILE)
    assert any(HOSTILE in text for *_, text in search_data(built(root))["texts"])
