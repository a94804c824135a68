"""Everything loaded, as one immutable value that the thinking part can read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from content.drawings import key_of
from content.knowledge import Knowledge
from content.schema import DistressPack, FaqEntry, FaqGroup, HelpLine, Lesson, Story
from content.texts import Texts

_NO_PICTURES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Content:
    """All content in all languages; `languages[0]` is the default one.

    `knowledge`: what the screen reads messages by. `pictures`: drawings (SVG) by name.
    """

    languages: tuple[str, ...]
    texts: Texts
    lessons: Mapping[str, Mapping[str, Lesson]]
    stories: Mapping[str, Mapping[str, Story]]
    faq: Mapping[str, Mapping[str, FaqEntry]]
    faq_groups: Mapping[str, tuple[FaqGroup, ...]]
    distress: tuple[DistressPack, ...]
    helplines: tuple[HelpLine, ...]
    knowledge: Knowledge
    pictures: Mapping[str, str] = field(default_factory=lambda: _NO_PICTURES)

    def lesson(self, language: str, lesson_id: str) -> Lesson | None:
        """The lesson in this language, or None when there is no such lesson."""
        return self.lessons[language].get(lesson_id)

    def story(self, language: str, story_id: str) -> Story | None:
        """The story in this language, or None when there is no such story."""
        return self.stories[language].get(story_id)

    def answer(self, language: str, topic: str) -> FaqEntry | None:
        """The FAQ entry in this language, or None when there is no such topic."""
        return self.faq[language].get(topic)

    def picture_key(self, name: str) -> str | None:
        """The key of a picture, or None when there is no such picture."""
        svg = self.pictures.get(name)
        return None if svg is None else key_of(name, svg)
