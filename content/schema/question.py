"""The kinds of question. Behind every wrong answer stands a named misconception with its own explanation."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from content.schema.ages import AgeBand
from content.schema.base import ContentModel, Slug, Words


class Level(StrEnum):
    """`easy` questions stay on the shorter way, which is offered to a child who skips many."""

    EASY = "easy"
    FULL = "full"


class Asked(ContentModel):
    """What every question has. `card`: the id of the card that teaches it, shown again after two misses."""

    id: Slug
    text: Words
    hint: Words
    card: Slug
    level: Level = Level.FULL
    ages: tuple[AgeBand, ...] = ()


class Option(ContentModel):
    """A possible answer; `because` is read by a child who chose it. A wrong one names its misconception."""

    id: Slug
    text: Words
    right: bool = False
    because: Words
    misconception: Slug | None = None


class Choice(Asked):
    """One right answer."""

    kind: Literal["choice"] = "choice"
    options: tuple[Option, ...] = Field(min_length=2, max_length=4)


class Several(Asked):
    """Any number of right answers, all of which must be found; `because` explains the whole."""

    kind: Literal["several"] = "several"
    options: tuple[Option, ...] = Field(min_length=3, max_length=5)
    because: Words


class Truth(Asked):
    """A statement that is right or not; `mistaken` is read by a child who thought otherwise."""

    kind: Literal["truth"] = "truth"
    right: bool
    because: Words
    mistaken: Words
    misconception: Slug


class Item(ContentModel):
    """One thing of an order."""

    id: Slug
    text: Words


class Order(Asked):
    """Things that stand here in their right order, and are shown in another one."""

    kind: Literal["order"] = "order"
    items: tuple[Item, ...] = Field(min_length=3, max_length=4)
    because: Words
    mistaken: Words
    misconception: Slug


class Fit(StrEnum):
    """How well a way of acting keeps a child safe."""

    GOOD = "good"
    PARTLY = "partly"
    RISKY = "risky"


class Way(ContentModel):
    """A way of acting and what comes of it (`then`). One that is risky names its misconception."""

    id: Slug
    text: Words
    fit: Fit
    then: Words
    misconception: Slug | None = None


class Situation(Asked):
    """What would you do? More than one way may be good."""

    kind: Literal["situation"] = "situation"
    ways: tuple[Way, ...] = Field(min_length=2, max_length=4)


Question = Choice | Several | Truth | Order | Situation
QuestionStep = Annotated[Question, Field(discriminator="kind")]
