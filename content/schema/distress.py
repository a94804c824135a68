"""Words that mean that a child needs help, and how urgently."""

from enum import StrEnum
from typing import Literal

from content.schema.base import ContentModel, Words
from content.schema.review import Review


class Severity(StrEnum):
    """How urgent a message is; compare with `rank`, never with the names."""

    NONE = "none"
    CONCERN = "concern"
    URGENT = "urgent"
    EMERGENCY = "emergency"

    @property
    def rank(self) -> int:
        """0 (none) to 3 (emergency)."""
        return list(Severity).index(self)


class Category(StrEnum):
    """What a distress message is about."""

    SEXUAL_ABUSE = "sexual_abuse"
    IMAGE_ABUSE = "image_abuse"
    GROOMING = "grooming"
    TRAFFICKING = "trafficking"
    VIOLENCE = "violence"
    SELF_HARM = "self_harm"
    BULLYING = "bullying"
    DISTRESS = "distress"


class DistressPhrase(ContentModel):
    """One way of saying it. `unless` lists words that, when near, mean something else."""

    text: Words
    lang: Literal["th", "en", "romanised"]
    severity: Severity
    unless: tuple[Words, ...] = ()


class DistressPack(ContentModel):
    """All phrases of one category."""

    category: Category
    review: Review = Review()
    phrases: tuple[DistressPhrase, ...]
