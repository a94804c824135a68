"""A lesson: cards to read and questions to answer, in the order of its steps."""

from typing import Annotated, Literal

from pydantic import Field

from content.schema.base import ContentModel, Slug, Words
from content.schema.review import Review


class Card(ContentModel):
    """One short message that carries one idea."""

    kind: Literal["card"] = "card"
    id: Slug
    text: Words


class Option(ContentModel):
    """One possible answer; `because` is read by a child who chose it."""

    id: Slug
    text: Words
    right: bool = False
    because: Words


class Question(ContentModel):
    """A question with one right answer."""

    kind: Literal["question"] = "question"
    id: Slug
    text: Words
    hint: Words
    options: tuple[Option, ...] = Field(min_length=2, max_length=4)

    def option(self, option_id: str) -> Option | None:
        """The option with this id, or None when there is none (a forged or old button)."""
        return next((o for o in self.options if o.id == option_id), None)


Step = Annotated[Card | Question, Field(discriminator="kind")]


class Lesson(ContentModel):
    """A lesson in one language. The same ids stand in every language, checked at load."""

    id: Slug
    order: int = Field(ge=1)
    title: Words
    summary: Words
    closing: Words
    sources: tuple[str, ...] = Field(min_length=1)
    review: Review = Review()
    steps: tuple[Step, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The steps that are questions, in order."""
        return tuple(s for s in self.steps if isinstance(s, Question))
