"""How a person answers a question of a lesson by its buttons, rightly or not."""

from bot.domain.learning.answers import NO, YES
from content.schema import Choice, Fit, Order, Question, Several, Situation, Truth
from content.texts import Texts


def buttons(question: Question, texts: Texts, language: str, *, right: bool) -> list[str]:
    """The labels to tap, one after the other."""
    done = texts.say(language, "button-done")
    match question:
        case Choice(options=options):
            return [next(option.text for option in options if option.right is right)]
        case Situation(ways=ways):
            return [next(way.text for way in ways if (way.fit is Fit.GOOD) is right)]
        case Truth():
            return [texts.say(language, f"button-answer-{YES if question.right is right else NO}")]
        case Several(options=options):
            chosen = [option.text for option in options if option.right is right]
            return [*(texts.say(language, "button-unticked", option=text) for text in chosen), done]
        case Order(items=items):
            ordered = [item.text for item in items]
            return [*(ordered if right else ordered[::-1]), done]


def shown(question: Question, texts: Texts, language: str) -> set[str]:
    """Labels of which one at least stands under the question as long as it is open."""
    match question:
        case Choice(options=parts) | Situation(ways=parts) | Order(items=parts):
            return {part.text for part in parts}
        case Truth():
            return {texts.say(language, f"button-answer-{name}") for name in (YES, NO)}
        case Several(options=options):
            keys = ("button-ticked", "button-unticked")
            return {texts.say(language, key, option=one.text) for one in options for key in keys}
