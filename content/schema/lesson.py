"""A lesson: cards to read and questions to answer, in the order of its steps."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from content.schema.ages import AgeBand
from content.schema.base import ContentModel, Slug, Words
from content.schema.question import Asked, Question, QuestionStep
from content.schema.review import Review


class Card(ContentModel):
    """One short message that carries one idea. `goal`: what a child knows afterwards, for reviewers."""

    kind: Literal["card"] = "card"
    id: Slug
    goal: Words
    text: Words
    ages: tuple[AgeBand, ...] = ()


class PairOption(ContentModel):
    """A possible answer of a question before or after the lesson. Nothing is explained there."""

    id: Slug
    text: Words
    right: bool = False


class Probe(ContentModel):
    """A question that measures: one right answer."""

    text: Words
    options: tuple[PairOption, ...] = Field(min_length=3, max_length=4)


class Pair(ContentModel):
    """Two questions about the same thing, equally hard: one before the lesson, one after it."""

    id: Slug
    before: Probe
    after: Probe


class Onward(StrEnum):
    """Where the end of a lesson leads first."""

    CARDS = "cards"
    REVIEW = "review"
    LESSON = "lesson"
    STORY = "story"


class Ending(ContentModel):
    """The end for those who got at least `from_share` of the questions right at the first try."""

    id: Slug
    from_share: float = Field(ge=0, le=1)
    text: Words
    onward: Onward
    story: Slug | None = None


Step = Annotated[Card | QuestionStep, Field(discriminator="kind")]


class Lesson(ContentModel):
    """A lesson in one language. The same ids stand in every language, checked at load.

    `misconceptions`: what a child may believe who answers so, in words for staff. `cover_alt`: what the
    picture shows, for those who cannot see it.
    """

    id: Slug
    order: int = Field(ge=1)
    title: Words
    summary: Words
    goal: Words
    cover_alt: Words
    closing: Words
    endings: tuple[Ending, ...] = Field(min_length=2, max_length=4)
    misconceptions: Mapping[Slug, Words]
    sources: tuple[str, ...] = Field(min_length=1)
    review: Review = Review()
    pairs: tuple[Pair, ...] = Field(min_length=3, max_length=3)
    steps: tuple[Step, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The steps that are questions, in order."""
        return tuple(s for s in self.steps if isinstance(s, Asked))

    def question(self, question_id: str) -> Question | None:
        """The question with this id, or None when there is none (any more)."""
        return next((q for q in self.questions if q.id == question_id), None)

    def card(self, card_id: str) -> Card | None:
        """The card with this id, or None when there is none."""
        return next((s for s in self.steps if isinstance(s, Card) and s.id == card_id), None)

    def ending(self, share: float) -> Ending:
        """The ending for a share of right answers; `endings` begin with the one from 0 on."""
        return next(e for e in reversed(self.endings) if share >= e.from_share)
