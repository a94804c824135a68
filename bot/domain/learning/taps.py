"""A tap on a screen of a lesson, a story or a round of practice: to the one that stands there."""

from bot.domain.child import Turn, save, toast
from bot.domain.effects import Effect
from bot.domain.learning.lessons import tap_lesson
from bot.domain.learning.practice import tap_practice
from bot.domain.learning.progress import Activity
from bot.domain.learning.stories import tap_story

Effects = tuple[Effect, ...]


def tap_activity(turn: Turn, message_id: int, query: str, screen: str, move: tuple[str, ...]) -> Effects:
    """What the tap does. On a screen that is no longer the current one it changes nothing."""
    if screen != str(turn.learner.screen):
        return save(turn), toast(turn, query, "toast-old-button")
    match turn.learner.activity:
        case Activity.LESSON:
            return tap_lesson(turn, message_id, query, move)
        case Activity.STORY:
            return tap_story(turn, message_id, query, move)
        case Activity.PRACTICE:
            return tap_practice(turn, message_id, query, move)
