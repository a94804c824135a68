"""What the screen knows about words, read from `content/understanding/` and validated.

The files hold data only; `content/understanding/README.md` says what each of them means.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field, TypeAdapter

from content.schema import Category, Review, Severity
from content.schema.base import ContentModel, Slug, Words
from content.yaml_lines import read_values

FOLDER = Path(__file__).resolve().parents[2] / "content" / "understanding"


class Pattern(ContentModel):
    """Slots in an order, any of the lines of `match`, that together tell something.

    `sure`: told so plainly that a joke or a school word beside it does not make it less.
    `strong`: the judge never lowers it. Of seven taught messages that it finds fewer than one is harmless
    (`python -m bot patterns`).
    `now`: with a sign that it is happening now, it is an emergency.
    `unless`: words that, when near, mean something else.
    `finds` and `leaves`: invented messages that it must and must not recognise; a test runs them.
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


class Spelling(ContentModel):
    """How children write: chat words, letters that stand for others, and Thai in Latin letters."""

    slang: dict[Words, Words]
    lookalikes: dict[str, Words]
    romanised: dict[Words, tuple[Words, ...]]
    romanised_equal: tuple[tuple[str, str], ...]
    english: tuple[Words, ...]
    not_words: tuple[Words, ...]


class HelpWords(ContentModel):
    """Whole messages that call for help, and words around them that change nothing."""

    words: tuple[Words, ...]
    fillers: tuple[Words, ...]


class Cautions(ContentModel):
    """Words that say that a hit may not mean what it seems to, each list with the severity it leaves."""

    figure_of_speech: tuple[Words, ...]
    joke: tuple[Words, ...]
    not_joke: tuple[Words, ...]
    about_a_topic: tuple[Words, ...]
    made_up: tuple[Words, ...]
    hypothetical: tuple[Words, ...]
    only_asking: tuple[Words, ...]
    condition: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of it, as one immutable value."""

    sets: Mapping[str, tuple[str, ...]]
    packs: tuple[PatternPack, ...]
    spelling: Spelling
    help_words: HelpWords
    cautions: Cautions


def load(folder: Path = FOLDER) -> Knowledge:
    """Read and validate every file of the folder.

    Raises:
        OSError: a file is missing.
        ValueError: a file is not valid YAML or does not fit its model (pydantic's error is a `ValueError`).
    """
    packs = tuple(PatternPack.model_validate(_read(p)) for p in sorted((folder / "patterns").glob("*.yaml")))
    spelling = _read(folder / "slang.yaml") | _read(folder / "romanised.yaml")
    return Knowledge(
        sets=_all_sets(folder, packs),
        packs=packs,
        spelling=Spelling.model_validate(spelling),
        help_words=HelpWords.model_validate(_read(folder / "help_words.yaml")),
        cautions=Cautions.model_validate(_read(folder / "cautions.yaml")),
    )


_Mapping: TypeAdapter[dict[str, object]] = TypeAdapter(dict[str, object])


def _read(path: Path) -> dict[str, object]:
    try:
        value = read_values(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise ValueError(f"{path.name}: {error}") from error
    return _Mapping.validate_python(value)


class _SetFile(ContentModel):
    sets: dict[Slug, tuple[Words, ...]]


def _all_sets(folder: Path, packs: tuple[PatternPack, ...]) -> Mapping[str, tuple[str, ...]]:
    sets = dict(_SetFile.model_validate(_read(folder / "words.yaml")).sets)
    for pack in packs:
        twice = sets.keys() & pack.sets.keys()
        if twice:
            raise ValueError(f"{pack.category}: word lists defined twice: {sorted(twice)}")
        sets |= pack.sets
    return {name: _expanded(name, sets, ()) for name in sets}


def _expanded(name: str, sets: Mapping[str, tuple[str, ...]], above: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a list with the lists it includes, written `<name>`."""
    if name in above or name not in sets:
        raise ValueError(f"word list {name!r} is unknown or includes itself")
    words: list[str] = []
    for word in sets[name]:
        inner = word.startswith("<") and word.endswith(">")
        words += _expanded(word[1:-1], sets, (*above, name)) if inner else [word]
    return tuple(dict.fromkeys(words))
