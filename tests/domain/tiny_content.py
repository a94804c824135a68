"""A tiny content in memory: two lessons, a story, a few answers, help lines, and the real interface texts."""

from functools import cache
from typing import Literal

from bot.domain.world import Policy, World
from content.content import Content
from content.loader import CONTENT_ROOT, build
from content.reading import read_tree
from content.schema import (
    AgeBand,
    Card,
    Category,
    Choice,
    Ending,
    EndKind,
    FaqEntry,
    Fit,
    HelpLine,
    Item,
    Lesson,
    Level,
    NextStep,
    Onward,
    Option,
    Order,
    Pair,
    PairOption,
    Probe,
    Scene,
    Several,
    Severity,
    Situation,
    Story,
    StoryChoice,
    Truth,
    Way,
)
from content.texts import Texts


@cache
def shipped() -> Content:
    """The real content, whatever state lessons and answers are in."""
    tree, _ = read_tree(CONTENT_ROOT)
    return build(tree)


def texts() -> Texts:
    """The real interface texts."""
    return shipped().texts


def option(one: str, *, right: bool = False) -> Option:
    misconception = None if right else f"thinks_{one}"
    return Option(
        id=one, text=f"option {one}", right=right, because=f"because {one}", misconception=misconception
    )


def asked(one: str, card: str = "c1", level: Level = Level.FULL) -> dict[str, object]:
    """What every question has."""
    return {"id": one, "text": f"text of {one}", "hint": f"hint of {one}", "card": card, "level": level}


def choice(one: str) -> Choice:
    options = (option("good", right=True), option("bad"), option("worse"))
    return Choice.model_validate(asked(one, level=Level.EASY) | {"options": options})


def several(one: str) -> Several:
    options = (option("yes", right=True), option("also", right=True), option("no"))
    return Several.model_validate(asked(one, "c3") | {"options": options, "because": f"because of {one}"})


MISTAKEN: dict[str, object] = {"because": "because it is so", "mistaken": "because it is not so"}


def truth(one: str) -> Truth:
    more = MISTAKEN | {"right": False, "misconception": "thinks_true"}
    return Truth.model_validate(asked(one, level=Level.EASY) | more)


def order(one: str) -> Order:
    items = tuple(Item(id=name, text=f"item {name}") for name in ("a", "b", "d"))
    more = MISTAKEN | {"items": items, "misconception": "thinks_order"}
    return Order.model_validate(asked(one, "c2") | more)


def way(one: str, fit: Fit) -> Way:
    misconception = f"thinks_{one}" if fit is Fit.RISKY else None
    return Way(id=one, text=f"way {one}", fit=fit, then=f"then {one}", misconception=misconception)


def situation(one: str) -> Situation:
    ways = (way("tell", Fit.GOOD), way("wait", Fit.PARTLY), way("go", Fit.RISKY), way("call", Fit.GOOD))
    return Situation.model_validate(asked(one, "c2", Level.EASY) | {"ways": ways})


def card(one: str, *ages: AgeBand) -> Card:
    return Card(id=one, goal=f"goal of {one}", text=f"text of {one}", ages=ages)


def pair(one: str) -> Pair:
    options = tuple(PairOption(id=name, text=f"{one} {name}", right=name == "x") for name in ("x", "y", "z"))
    before, after = (Probe(text=f"{one} {when}", options=options) for when in ("before", "after"))
    return Pair(id=one, before=before, after=after)


ENDINGS = (
    Ending(id="seed", from_share=0, text="ending seed", onward=Onward.CARDS),
    Ending(id="leaf", from_share=0.5, text="ending leaf", onward=Onward.REVIEW),
    Ending(id="tree", from_share=0.8, text="ending tree", onward=Onward.STORY, story="stranger"),
)


def lesson(one: str, number: int, language: str) -> Lesson:
    """Cards and each kind of question; `c4` is for older children."""
    first = (card("c1"), card("c2"), choice("q1"), card("c3"), several("q2"), truth("q3"))
    return Lesson(
        id=one,
        order=number,
        title=f"{one} {language}",
        summary=f"summary of {one}",
        goal="goal",
        cover_alt="cover",
        closing=f"closing of {one}",
        endings=ENDINGS,
        misconceptions={},
        sources=("invented",),
        pairs=(pair("p1"), pair("p2"), pair("p3")),
        steps=(*first, order("q4"), card("c4", AgeBand.OLDER), situation("q5")),
    )


def scene(one: str, *ways: tuple[str, str], flags: tuple[str, ...] = (), end: EndKind | None = None) -> Scene:
    choices = tuple(StoryChoice(id=name, text=f"choice {name}", to=to) for name, to in ways)
    return Scene(id=one, text=f"scene {one}", flags=flags, choices=choices, end=end)


def story(one: str, language: str) -> Story:
    """A loop between two scenes, two ends by choice and one by the way out."""
    scenes = (
        scene("hello", ("chat", "more"), ("block", "safe")),
        scene("more", ("back", "hello"), ("send", "hurt"), flags=("gift",)),
        scene("hurt", ("tell", "helped"), ("hide", "more"), flags=("secret", "gift")),
        scene("safe", end=EndKind.SAFE),
        scene("helped", end=EndKind.HELPED),
        scene("out", end=EndKind.THINK),
    )
    return Story(
        id=one,
        order=1,
        title=f"{one} {language}",
        summary="summary",
        cover_alt="cover",
        lesson="first",
        start="hello",
        way_out="out",
        flags={"gift": "sign gift", "secret": "sign secret"},
        sources=("invented",),
        scenes=scenes,
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
        entry("friends", language, "hide"),
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
        stories={code: {"stranger": story("stranger", code)} for code in languages},
        faq={code: entries(code) for code in languages},
        faq_groups=dict.fromkeys(languages, ()),
        distress=(),
        helplines=HELP_LINES,
        knowledge=shipped().knowledge,
    )


@cache
def world() -> World:
    """Staff read English here, children Thai and English."""
    policy = Policy(organisation="The Organisation", staff_language="en", bot_username="friend_bot")
    return World(content(), policy)
