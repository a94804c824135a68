"""A story: a chat in which the child decides what happens next."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from content.schema.ages import AgeBand
from content.schema.base import ContentModel, Slug, Words
from content.schema.review import Review


class EndKind(StrEnum):
    """How a story ends: safe, hurt but helped, or with something to think about. Never without help."""

    SAFE = "safe"
    HELPED = "helped"
    THINK = "think"


class StoryChoice(ContentModel):
    """What the child may say or do, and the scene to which it leads."""

    id: Slug
    text: Words
    to: Slug


class Scene(ContentModel):
    """One message of the story. `flags`: warning signs that show here, named at the end.

    With `choices` the child decides; with `end` the story is over here.
    """

    id: Slug
    text: Words
    flags: tuple[Slug, ...] = ()
    choices: tuple[StoryChoice, ...] = Field(default=(), max_length=4)
    end: EndKind | None = None


class Story(ContentModel):
    """A story in one language; the same scenes and ways stand in every language.

    `start`: the first scene. `way_out`: where the button under every scene leads; help comes there.
    `flags`: each warning sign in words. `lesson`: the lesson that fits.
    """

    id: Slug
    order: int = Field(ge=1)
    title: Words
    summary: Words
    cover_alt: Words
    ages: tuple[AgeBand, ...] = ()
    lesson: Slug
    start: Slug
    way_out: Slug
    flags: Mapping[Slug, Words]
    sources: tuple[str, ...] = Field(min_length=1)
    review: Review = Review()
    scenes: tuple[Scene, ...] = Field(min_length=6)

    def scene(self, scene_id: str) -> Scene | None:
        """The scene with this id, or None when there is none (any more)."""
        return next((s for s in self.scenes if s.id == scene_id), None)
