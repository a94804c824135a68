"""Typed shapes of everything that people read. Pure data: no files are opened here."""

from content.schema.distress import Category, DistressPack, DistressPhrase, Severity
from content.schema.faq import FaqEntry, FaqGroup, NextStep
from content.schema.helpline import HelpLine
from content.schema.lesson import Card, Lesson, Option, Question, Step
from content.schema.review import Review, ReviewState

__all__ = [
    "Card",
    "Category",
    "DistressPack",
    "DistressPhrase",
    "FaqEntry",
    "FaqGroup",
    "HelpLine",
    "Lesson",
    "NextStep",
    "Option",
    "Question",
    "Review",
    "ReviewState",
    "Severity",
    "Step",
]
