"""Going through a story: open, choose, leave by the way out. Pure."""

from dataclasses import replace

from bot.domain.learning.progress import StoryProgress
from content.schema import Story

Move = tuple[str, ...]


def opened(story: Story, at: StoryProgress | None) -> StoryProgress:
    """Where to go on: at the first scene of a story that is new, was told to its end, or has changed."""
    scene = story.scene(at.scene) if at is not None else None
    if at is not None and scene is not None and scene.end is None:
        return at
    fresh = StoryProgress(story.start, ends=at.ends if at is not None else ())
    return entered(story, fresh, story.start) or fresh


def moved(story: Story, at: StoryProgress, move: Move) -> StoryProgress | None:
    """Where a move leads, or None when it is not possible here (a forged or an old button)."""
    scene = story.scene(at.scene)
    if scene is None or scene.end is not None:
        return None
    match move:
        case ("out",):
            return entered(story, at, story.way_out)
        case ("go", name):
            choice = next((one for one in scene.choices if one.id == name), None)
            return entered(story, at, choice.to) if choice is not None else None
        case _:
            return None


def entered(story: Story, at: StoryProgress, scene_id: str) -> StoryProgress | None:
    """In a scene, with its warning signs met and its end reached."""
    scene = story.scene(scene_id)
    if scene is None:
        return None
    signs = tuple(flag for flag in scene.flags if flag not in at.met)
    ends = at.ends if scene.end is None or scene.end in at.ends else (*at.ends, scene.end)
    return replace(at, scene=scene_id, met=at.met + signs, ends=ends)
