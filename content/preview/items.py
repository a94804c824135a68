"""What the site lists: lessons, stories, answers and help lines, each with the page on which it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from content.content import Content
from content.preview.aligned import Versions, aligned
from content.schema import FaqEntry, FaqGroup, HelpLine, Lesson, ReviewState, Story


class Kind(StrEnum):
    """The kinds of content that people read as a whole."""

    LESSON = "lesson"
    STORY = "story"
    FAQ = "faq"
    HELPLINE = "helpline"


@dataclass(frozen=True, slots=True)
class Group:
    """The FAQ entries of one file."""

    id: str
    titles: Mapping[str, str]
    entries: tuple[Versions[FaqEntry], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """All content that has pages."""

    lessons: tuple[Versions[Lesson], ...]
    stories: tuple[Versions[Story], ...]
    groups: tuple[Group, ...]
    helplines: tuple[HelpLine, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the index. `page` is the stem of its file; `states` holds one review state a language.

    A help line has no review; it counts as draft until a person has dialled it, and then as published.
    """

    kind: Kind
    page: str
    anchor: str
    titles: Mapping[str, str]
    states: Mapping[str, ReviewState]


def shown(content: Content) -> Shown:
    """The content with its languages side by side."""
    return Shown(
        aligned({code: some.values() for code, some in content.lessons.items()}),
        aligned({code: some.values() for code, some in content.stories.items()}),
        tuple(_groups(content)),
        content.helplines,
    )


def _groups(content: Content) -> Iterator[Group]:
    names = list(dict.fromkeys(group.group for some in content.faq_groups.values() for group in some))
    for name in names:
        versions = {code: _group(some, name) for code, some in content.faq_groups.items()}
        there = {code: group for code, group in versions.items() if group is not None}
        titles = {code: group.title for code, group in there.items()}
        yield Group(name, titles, aligned({code: group.entries for code, group in there.items()}))


def _group(groups: tuple[FaqGroup, ...], name: str) -> FaqGroup | None:
    return next((group for group in groups if group.group == name), None)


def items(content: Shown) -> tuple[Item, ...]:
    """Every line of the index, in the order of the pages."""
    return (
        *(_told(Kind.LESSON, one) for one in content.lessons),
        *(_told(Kind.STORY, one) for one in content.stories),
        *(_answer(group, one) for group in content.groups for one in group.entries),
        *(_line(one) for one in content.helplines),
    )


def page_of(kind: Kind, name: str) -> str:
    """The stem of a page's file."""
    return f"{kind}-{name}"


def _told(kind: Kind, one: Versions[Lesson] | Versions[Story]) -> Item:
    told = one.by_language.items()
    titles = {code: version.title for code, version in told}
    states = {code: version.review.state for code, version in told}
    return Item(kind, page_of(kind, one.id), "top", titles, states)


def _answer(group: Group, one: Versions[FaqEntry]) -> Item:
    titles = {code: entry.question for code, entry in one.by_language.items()}
    states = {code: entry.review.state for code, entry in one.by_language.items()}
    return Item(Kind.FAQ, page_of(Kind.FAQ, group.id), f"entry-{one.id}", titles, states)


def _line(line: HelpLine) -> Item:
    state = ReviewState.DRAFT if line.verified_on is None else ReviewState.PUBLISHED
    titles = {code: f"{line.contact} · {name}" for code, name in line.name.items()}
    return Item(Kind.HELPLINE, "helplines", f"line-{line.id}", titles, dict.fromkeys(titles, state))
