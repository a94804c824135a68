"""Typed shapes of everything that people read. Pure data: no files are opened here."""

from content.schema.ages import AgeBand
from content.schema.distress import Category, DistressPack, DistressPhrase, Severity
from content.schema.faq import FaqEntry, FaqGroup, NextStep
from content.schema.helpline import HelpLine
from content.schema.lesson import Card, Ending, Lesson, Onward, Pair, PairOption, Probe, Step
from content.schema.question import (
    Asked,
    Choice,
    Fit,
    Item,
    Level,
    Option,
    Order,
    Question,
    Several,
    Situation,
    Truth,
    Way,
)
from content.schema.review import Review, ReviewState
from content.schema.screen import (
    Cautions,
    HelpWords,
    Pattern,
    PatternPack,
    Romanised,
    Slang,
    Spelling,
    WordLists,
)
from content.schema.story import EndKind, Scene, Story, StoryChoice

__all__ = [
    "AgeBand",
    "Asked",
    "Card",
    "Category",
    "Cautions",
    "Choice",
    "DistressPack",
    "DistressPhrase",
    "EndKind",
    "Ending",
    "FaqEntry",
    "FaqGroup",
    "Fit",
    "HelpLine",
    "HelpWords",
    "Item",
    "Lesson",
    "Level",
    "NextStep",
    "Onward",
    "Option",
    "Order",
    "Pair",
    "PairOption",
    "Pattern",
    "PatternPack",
    "Probe",
    "Question",
    "Review",
    "ReviewState",
    "Romanised",
    "Scene",
    "Several",
    "Severity",
    "Situation",
    "Slang",
    "Spelling",
    "Step",
    "Story",
    "StoryChoice",
    "Truth",
    "Way",
    "WordLists",
]
