"""What the screen knows about words: `content/understanding/README.md` says what each file means."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from content.schema.base import ContentModel, Slug, Words
from content.schema.distress import Category, Severity
from content.schema.review import Review

Character = Annotated[str, StringConstraints(min_length=1, max_length=1)]


class Pattern(ContentModel):
    """Slots in an order, any of the lines of `match`, that together tell something.

    `sure`: told so plainly that a joke or a school word beside it does not make it less.
    `strong`: the judge never lowers it. Of seven taught messages that it finds fewer than one is harmless
    (`python -m bot patterns`).
    `now`: with a sign that it is happening now, it is an emergency.
    `unless`: words that, when near, mean something else.
    `finds` and `leaves`: invented messages that it must and must not recognise (`python -m bot patterns`).
    """

    id: Slug
    severity: Severity
    match: tuple[Words, ...] = Field(min_length=1)
    unless: tuple[Words, ...] = ()
    sure: bool = False
    strong: bool = False
    now: bool = False
    about: Literal["other"] | None = None
    finds: tuple[Words, ...] = Field(min_length=1)
    leaves: tuple[Words, ...] = Field(min_length=1)


class PatternPack(ContentModel):
    """All patterns of one category, with the word lists that only they use."""

    category: Category
    review: Review = Review()
    sets: dict[Slug, tuple[Words, ...]] = Field(default_factory=dict)
    patterns: tuple[Pattern, ...]


class WordLists(ContentModel):
    """Lists that all patterns share. An entry `<name>` stands for the entries of that list."""

    sets: dict[Slug, tuple[Words, ...]]


class Slang(ContentModel):
    """How children write in Thai letters and in English: chat words, and signs that stand for letters."""

    slang: dict[Words, Words]
    lookalikes: dict[Character, Character]
    english: tuple[Words, ...]
    not_words: tuple[Words, ...]


class Romanised(ContentModel):
    """Thai in Latin letters, and the spellings that sound alike."""

    romanised: dict[Words, tuple[Words, ...]]
    romanised_equal: tuple[tuple[Words, Words], ...]


class Spelling(Slang, Romanised):
    """Both together."""


class HelpWords(ContentModel):
    """Whole messages that call for help, and words around them that change nothing."""

    words: tuple[Words, ...]
    fillers: tuple[Words, ...]


class Cautions(ContentModel):
    """Words that say that a hit may not mean what it seems to, each list with the severity it leaves.

    `trifle` leaves none: beside a laugh it asks more of the judge.
    """

    figure_of_speech: tuple[Words, ...]
    trifle: tuple[Words, ...]
    joke: tuple[Words, ...]
    not_joke: tuple[Words, ...]
    about_a_topic: tuple[Words, ...]
    made_up: tuple[Words, ...]
    hypothetical: tuple[Words, ...]
    only_asking: tuple[Words, ...]
    condition: tuple[Words, ...]
