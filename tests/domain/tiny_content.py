"""A tiny content in memory: two lessons, a few answers and help lines, with the real interface texts."""

from functools import cache
from typing import Literal

from bot.domain.world import Policy, World
from content.content import Content
from content.loader import CONTENT_ROOT, build
from content.reading import read_tree
from content.schema import (
    Card,
    Category,
    FaqEntry,
    HelpLine,
    Lesson,
    NextStep,
    Option,
    Question,
    Severity,
)
from content.texts import Texts


@cache
def texts() -> Texts:
    """The real interface texts, whatever state lessons and answers are in."""
    tree, _ = read_tree(CONTENT_ROOT)
    return build(tree).texts


def option(one: str, *, right: bool = False) -> Option:
    return Option(id=one, text=f"option {one}", right=right, because=f"because {one}")


def question(one: str) -> Question:
    options = (option("good", right=True), option("bad"), option("worse"))
    return Question(id=one, text=f"text of {one}", hint=f"hint of {one}", options=options)


def card(one: str) -> Card:
    return Card(id=one, text=f"text of {one}")


def lesson(one: str, order: int, language: str) -> Lesson:
    steps = (card("c1"), card("c2"), question("q1"), card("c3"), question("q2"))
    return Lesson(
        id=one,
        order=order,
        title=f"{one} {language}",
        summary="summary",
        closing=f"closing of {one}",
        sources=("invented",),
        steps=steps,
    )


def entry(
    one: str, language: str, kind: Literal["lesson", "helplines", "person"], **more: object
) -> FaqEntry:
    step = NextStep(kind=kind, lesson="first" if kind == "lesson" else None)
    fields: dict[str, object] = {
        "id": one,
        "question": f"{one} question {language}",
        "answer": f"{one} answer {language}",
        "phrasings": (one,),
        "next": step,
        "sources": ("invented",),
    }
    return FaqEntry.model_validate(fields | more)


def entries(language: str) -> dict[str, FaqEntry]:
    found = (
        entry("safety", language, "lesson", related=("rights", "missing")),
        entry("rights", language, "helplines"),
        entry("secrets", language, "person", checks_in=True),
        entry("friends", language, "helplines"),
    )
    return {one.id: one for one in found}


def help_line(one: str, order: int, *severities: Severity, **more: object) -> HelpLine:
    both = {"th": one, "en": one}
    fields: dict[str, object] = dict.fromkeys(("name", "who_answers", "hours", "cost", "languages"), both)
    fields |= {"id": one, "kind": "phone", "contact": str(order), "severities": severities, "order": order}
    return HelpLine.model_validate(fields | {"source": "invented", "confidence": "GK"} | more)


HELP_LINES = (
    help_line("childline", 1387, Severity.URGENT, Severity.CONCERN, categories=(Category.VIOLENCE,)),
    help_line("police", 191, Severity.EMERGENCY),
    help_line("tourists", 1155, Severity.EMERGENCY, readers=("en",)),
    help_line("minds", 1323, categories=(Category.SELF_HARM,)),
)


@cache
def content() -> Content:
    languages = ("th", "en")
    return Content(
        languages=languages,
        texts=texts(),
        lessons={
            code: {"first": lesson("first", 1, code), "second": lesson("second", 2, code)}
            for code in languages
        },
        faq={code: entries(code) for code in languages},
        faq_groups=dict.fromkeys(languages, ()),
        distress=(),
        helplines=HELP_LINES,
    )


@cache
def world() -> World:
    """Staff read English here, children Thai and English."""
    policy = Policy(organisation="The Organisation", staff_language="en", bot_username="friend_bot")
    return World(content(), policy)
