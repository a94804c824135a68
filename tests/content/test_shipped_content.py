"""The content that stands in this repository."""

from functools import cache

from content.content import Content
from content.loader import CONTENT_ROOT, load
from content.reading import read_tree
from content.schema import HelpLine, Review, ReviewState
from content.unreviewed import unreviewed


@cache
def shipped() -> Content:
    return load()


def test_it_loads_without_a_problem() -> None:
    assert shipped().languages[:2] == ("th", "en")


def test_it_has_lessons_answers_phrases_and_help_lines() -> None:
    content = shipped()
    assert [lesson.order for lesson in content.lessons["th"].values()] == list(range(1, 11))
    assert len(content.stories["th"]) >= 4
    assert min(len(content.faq["th"]), len(content.helplines)) >= 2
    assert len(content.distress) == 8


def reviews(content: Content) -> list[Review]:
    lessons = [lesson.review for some in content.lessons.values() for lesson in some.values()]
    stories = [story.review for some in content.stories.values() for story in some.values()]
    answers = [entry.review for some in content.faq.values() for entry in some.values()]
    return [*lessons, *stories, *answers, *(pack.review for pack in content.distress)]


def test_it_leaves_every_review_to_a_person_of_the_organisation() -> None:
    assert set(reviews(shipped())) == {Review(state=ReviewState.DRAFT, reviewer="", reviewed_on=None)}


def test_it_leaves_every_help_line_to_be_dialled_by_a_person() -> None:
    lines: tuple[HelpLine, ...] = shipped().helplines
    assert {line.verified_on for line in lines} == {None}


def test_it_counts_all_of_it_as_unreviewed() -> None:
    left = unreviewed(shipped())
    assert (left.items, left.helplines) == (len(reviews(shipped())), len(shipped().helplines))


def test_it_reads_every_yaml_file_of_a_language() -> None:
    tree, _ = read_tree(CONTENT_ROOT)
    read = {
        sheet.file
        for sheets in (*tree.lessons.values(), *tree.stories.values(), *tree.faq.values())
        for sheet in sheets
    }
    there = {
        str(path.relative_to(CONTENT_ROOT))
        for language in tree.languages
        for path in (CONTENT_ROOT / language).rglob("*.yaml")
    }
    assert there == read
