"""What a story shows: a scene with choices and the way out, an end with the warning signs that were met."""

from bot.domain.actions import action
from bot.domain.child import Rows
from bot.domain.learning.progress import StoryProgress
from bot.domain.speech import Button, Joined, Part, Verbatim, line
from content.schema import EndKind, Lesson, Scene, Story

Screen = tuple[tuple[Part, ...], Rows]


def story_screen(story: Story, at: StoryProgress, lesson: Lesson | None, number: int) -> Screen:
    """The screen at which a child stands. `lesson`: the one that fits, offered at the end."""
    scene = story.scene(at.scene)
    if scene is None:  # it has left the story since
        return (line("story-changed"),), ((_again(story),),)
    heading = line("story-heading", title=story.title)
    if scene.end is not None:
        return _end(heading, story, scene, scene.end, at, lesson)
    rows = tuple((Button(Verbatim(one.text), action("s", number, "go", one.id)),) for one in scene.choices)
    out = Button(line("button-way-out"), action("s", number, "out"))
    return (heading, Verbatim(scene.text)), (*rows, (out,))


def _end(
    heading: Part, story: Story, scene: Scene, end: EndKind, at: StoryProgress, lesson: Lesson | None
) -> Screen:
    parts: tuple[Part, ...] = (heading, Verbatim(scene.text), line(f"story-end-{end}"))
    signs = [story.flags[name] for name in at.met if name in story.flags]
    if signs:
        parts += (Joined((line("story-signs"), *(line("story-sign", sign=sign) for sign in signs))),)
    rows: Rows = ((_again(story),),)
    if lesson is not None:
        rows += ((Button(line("button-lesson", title=lesson.title), action("lesson", lesson.id)),),)
    return parts, (*rows, (Button(line("button-stories"), action("stories")),))


def _again(story: Story) -> Button:
    return Button(line("button-story-again"), action("story", story.id))
