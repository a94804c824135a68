"""How far a child is: at one question, and in one lesson. Values only."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Asking:
    """Where a child stands at a question.

    `picked`: what is ticked or put in order so far. `submitted`: the last answer given, whose explanation is
    on the screen; None while the question is open. `misses`: answers that were not right. `solved`: what is
    right is on the screen, and the way goes on.
    """

    picked: tuple[str, ...] = ()
    submitted: tuple[str, ...] | None = None
    misses: int = 0
    hinted: bool = False
    solved: bool = False


class Stage(StrEnum):
    """What a lesson shows; SHORTER is the offer of a shorter way, CARDS the cards once more after the end."""

    COVER = "cover"
    BEFORE = "before"
    STEPS = "steps"
    SHORTER = "shorter"
    AFTER = "after"
    END = "end"
    CARDS = "cards"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a child is in one lesson. `step` counts cards and questions from 0.

    `right`, `missed`: ids of questions by the first answer given; `skipped`: how many were passed over.
    `short`: the shorter way was chosen. `offered`: it was offered. `probes`: whether each answer was right in
    the questions before or after, as far as they were answered; `before`: how many were right before.
    `finished`: the end was reached at least once.
    """

    stage: Stage = Stage.COVER
    step: int = 0
    asking: Asking = Asking()
    right: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    skipped: int = 0
    short: bool = False
    offered: bool = False
    probes: tuple[bool, ...] = ()
    before: int | None = None
    finished: bool = False


class Activity(StrEnum):
    """What the screen with the newest number belongs to."""

    LESSON = "lesson"
    STORY = "story"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class StoryProgress:
    """How far a child is in one story: the scene, the warning signs met, the kinds of end ever reached."""

    scene: str
    met: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


class PracticeKind(StrEnum):
    """What is practised: what is due again, or one question of each lesson."""

    REVIEW = "review"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Practice:
    """A round of questions. `queue`: their keys; `at`: which one, from 0; `right`: at the first try."""

    kind: PracticeKind
    queue: tuple[str, ...]
    at: int = 0
    asking: Asking = Asking()
    right: int = 0


@dataclass(frozen=True, slots=True)
class Memory:
    """How well a question is remembered, in the terms of FSRS: stability in days, difficulty from 1 to 10."""

    stability: float
    difficulty: float
    due: datetime
    last: datetime
