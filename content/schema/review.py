"""Who has looked at a piece of content, and when."""

from datetime import date
from enum import StrEnum

from content.schema.base import ContentModel


class ReviewState(StrEnum):
    """How far a piece of content has come."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    PUBLISHED = "published"


class Review(ContentModel):
    """Filled by a person of the organisation, never by a program."""

    state: ReviewState = ReviewState.DRAFT
    reviewer: str = ""
    reviewed_on: date | None = None
