"""Taps on screens of a lesson, a story or a round of practice, and buttons that begin one."""

from bot.domain.child import Turn, save, toast
from bot.domain.effects import Effect
from bot.domain.learning.certificate import ask_nickname, give
from bot.domain.learning.lessons import tap_lesson
from bot.domain.learning.practice import open_check, open_missed, open_review, tap_practice
from bot.domain.learning.progress import Activity
from bot.domain.learning.stories import list_stories, open_story, tap_story

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


def tap_learning(turn: Turn, words: tuple[str, ...]) -> Effects:
    """Buttons that begin something and always work; nothing for words that are none of these."""
    match words:
        case ("stories",):
            return list_stories(turn)
        case ("story", story_id):
            return open_story(turn, story_id)
        case ("review",):
            return open_review(turn)
        case ("missed", lesson_id):
            return open_missed(turn, lesson_id)
        case ("check",):
            return open_check(turn)
        case ("certificate",):
            return ask_nickname(turn)
        case ("certificate", "plain"):
            return give(turn, None)
        case _:
            return ()
