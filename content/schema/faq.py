"""A curated answer and the ways in which children ask for it."""

from typing import Literal

from pydantic import Field

from content.schema.base import ContentModel, Slug, Words
from content.schema.review import Review


class NextStep(ContentModel):
    """The one button under an answer: a lesson, help lines, a person, or hiding the chat."""

    kind: Literal["lesson", "helplines", "person", "hide"]
    lesson: Slug | None = None


class FaqEntry(ContentModel):
    """One topic in one language."""

    id: Slug
    question: Words = Field(description="short form, shown on a 'did you mean' button")
    answer: Words
    phrasings: tuple[Words, ...]
    next: NextStep
    related: tuple[Slug, ...] = ()
    checks_in: bool = Field(default=False, description="asking this may mean it is happening: ask gently")
    sources: tuple[str, ...] = Field(min_length=1)
    review: Review = Review()


class FaqGroup(ContentModel):
    """One file of entries on one subject."""

    group: Slug
    title: Words
    entries: tuple[FaqEntry, ...]
