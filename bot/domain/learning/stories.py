"""Stories as a child meets them: the list, opening, tapping."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from bot.domain.actions import action
from bot.domain.child import Rows, Turn, save, say, say_under_cover, show_on, toast
from bot.domain.effects import Count, Effect, Lane
from bot.domain.learning.path import suits
from bot.domain.learning.progress import Activity, StoryProgress
from bot.domain.learning.story_screens import Screen, story_screen
from bot.domain.learning.telling import Move, moved, opened
from bot.domain.speech import Button, line
from content.schema import Story

Effects = tuple[Effect, ...]


def list_stories(turn: Turn) -> Effects:
    """The stories that suit the child's age, with those that were told to an end."""
    stories = turn.world.content.stories[turn.language].values()
    rows: Rows = tuple((_button(turn, s),) for s in stories if suits(s.ages, turn.learner.age_band))
    return save(turn), say(turn, line("stories-intro"), rows=rows, lane=Lane.LESSON)


def _button(turn: Turn, story: Story) -> Button:
    at = turn.learner.stories.get(story.id)
    key = "button-story-done" if at is not None and at.ends else "button-story-new"
    return Button(line(key, title=story.title), action("story", story.id))


def open_story(turn: Turn, story_id: str) -> Effects:
    """Begin a story (under its cover the first time), go on, or begin one anew that was told to its end."""
    story = turn.world.content.story(turn.language, story_id)
    if story is None:
        return list_stories(turn)
    was = turn.learner.stories.get(story_id)
    now = opened(story, was)
    turn = _at(turn, story.id, now)
    parts, rows = _screen(turn, story)
    begun = (Count(f"story_begun:{story.id}"),) if now != was else ()
    if was is None:
        said: Effect = say_under_cover(turn, story.id, story.cover_alt, *parts, rows=rows)
    else:
        said = say(turn, *parts, rows=rows, lane=Lane.LESSON)
    return (save(turn), said, *begun)


def _at(turn: Turn, story_id: str, at: StoryProgress) -> Turn:
    stories: Mapping[str, StoryProgress] = MappingProxyType({**turn.learner.stories, story_id: at})
    learner = replace(
        turn.learner,
        activity=Activity.STORY,
        story=story_id,
        stories=stories,
        screen=turn.learner.screen + 1,
    )
    return turn.knowing(learner)


def tap_story(turn: Turn, message_id: int, query: str, move: Move) -> Effects:
    """A button of the story on the screen."""
    story = turn.world.content.story(turn.language, turn.learner.story or "")
    was = turn.learner.stories.get(story.id) if story is not None else None
    now = moved(story, was, move) if story is not None and was is not None else None
    if story is None or was is None or now is None:
        return save(turn), toast(turn, query, "toast-old-button")
    turn = _at(turn, story.id, now)
    parts, rows = _screen(turn, story)
    scene = story.scene(now.scene)
    ended = (Count(f"story_end:{story.id}:{scene.end}"),) if scene is not None and scene.end else ()
    shown = show_on(turn, message_id, *parts, rows=rows, under_picture=was.scene == story.start)
    return (save(turn), toast(turn, query), shown, *ended)


def _screen(turn: Turn, story: Story) -> Screen:
    lesson = turn.world.content.lesson(turn.language, story.lesson)
    return story_screen(story, turn.learner.stories[story.id], lesson, turn.learner.screen)
