"""Review marks: whoever says that something was reviewed says by whom and when."""

from collections.abc import Iterator

from content.problems import Problem
from content.schema import Review, ReviewState
from content.schema.base import ContentModel
from content.tree import Sheet, Tree
from content.yaml_lines import Place


def check(tree: Tree) -> Iterator[Problem]:
    """Reviewed or published content without a reviewer or a date."""
    for sheet, place, review in reviews(tree):
        yield from _signed(sheet, place, review)


def reviews(tree: Tree) -> Iterator[tuple[Sheet[ContentModel], Place, Review]]:
    """Every review mark, with where it stands."""
    for language in tree.languages:
        for lesson in tree.lessons[language]:
            yield lesson, ("review",), lesson.value.review
        for story in tree.stories[language]:
            yield story, ("review",), story.value.review
        for group, place, entry in tree.entries(language):
            yield group, (*place, "review"), entry.review
    for pack in tree.distress:
        yield pack, ("review",), pack.value.review


def _signed(sheet: Sheet[ContentModel], place: Place, review: Review) -> Iterator[Problem]:
    if review.state is ReviewState.DRAFT:
        return
    if not review.reviewer.strip():
        yield sheet.problem((*place, "state"), f"state {review.state!s} without a reviewer")
    if review.reviewed_on is None:
        yield sheet.problem((*place, "state"), f"state {review.state!s} without a date (reviewed_on)")
