"""How much of the content no person of the organisation has answered for yet."""

from collections.abc import Iterator
from dataclasses import dataclass

from content.content import Content
from content.schema import Review, ReviewState


@dataclass(frozen=True, slots=True)
class Unreviewed:
    """Counts of items that are not published, and of help lines that nobody has dialled.

    An item is a lesson, a story or an FAQ answer in one language, or the distress phrases of one category.
    """

    lessons: int
    stories: int
    answers: int
    packs: int
    helplines: int

    def __bool__(self) -> bool:
        """Whether anything is left: such content is not shown to real children without the pilot setting."""
        return self.items + self.helplines > 0

    @property
    def items(self) -> int:
        """Items that are not published, of all kinds."""
        return self.lessons + self.stories + self.answers + self.packs


def unreviewed(content: Content) -> Unreviewed:
    """What is not published or not verified in the content."""
    return Unreviewed(
        lessons=_open(lesson.review for lessons in content.lessons.values() for lesson in lessons.values()),
        stories=_open(story.review for stories in content.stories.values() for story in stories.values()),
        answers=_open(entry.review for entries in content.faq.values() for entry in entries.values()),
        packs=_open(pack.review for pack in content.distress),
        helplines=sum(line.verified_on is None for line in content.helplines),
    )


def _open(reviews: Iterator[Review]) -> int:
    return sum(review.state is not ReviewState.PUBLISHED for review in reviews)
