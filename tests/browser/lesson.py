"""How a child goes through a lesson on the page, from Start to the score."""

from bot.domain.learning.path import met, questions
from content.content import Content
from content.schema import Asked, Lesson, Order, Question
from tests.answering import buttons
from tests.browser.phone import Phone
from tests.browser.visit import Visit

READING_SECONDS = 4.0


async def arrive(phone: Phone, content: Content, language: str) -> None:
    """Press Start and get past the first questions."""
    say = content.texts.say
    await phone.start()
    await phone.tap(say(language, "language-name"))
    await phone.tap(say(language, "button-age-skip"))


async def take(visit: Visit, phone: Phone, lesson: Lesson, content: Content, language: str) -> None:
    """Go through all steps and answer every question rightly, while time passes as it does for a reader."""
    say, places = content.texts.say, met(lesson, None, short=False)
    await phone.tap(say(language, "button-start"))
    for number, place in enumerate(places, 1):
        step = lesson.steps[place]
        await phone.reads(say(language, "lesson-heading", title=lesson.title, step=number, steps=len(places)))
        await visit.pass_time(READING_SECONDS)
        if isinstance(step, Asked):
            await answer_rightly(phone, step, content, language)
        await phone.tap(say(language, "button-next"))


async def answer_rightly(phone: Phone, question: Question, content: Content, language: str) -> None:
    """Press what is right and read that it was right."""
    unticked = content.texts.say(language, "button-unticked", option="").strip()
    for label in buttons(question, content.texts, language, right=True):
        await phone.tap(label)
        if label.startswith(unticked):  # the next tap belongs to the screen that follows
            option = label.removeprefix(unticked).strip()
            await phone.offers(content.texts.say(language, "button-ticked", option=option))
        elif isinstance(question, Order) and label in {item.text for item in question.items}:
            await phone.reads(f". {label}")
    await phone.reads(content.texts.say(language, "lesson-right"))


def first_lesson(content: Content, language: str) -> Lesson:
    """The lesson that stands first."""
    return min(content.lessons[language].values(), key=lambda lesson: lesson.order)


async def to_the_end(visit: Visit, phone: Phone, content: Content, language: str) -> str:
    """From Start through the first lesson, all answers right. What the score must say then."""
    say, lesson = content.texts.say, first_lesson(content, language)
    await arrive(phone, content, language)
    await phone.tap(say(language, "button-lessons"))
    await phone.tap(say(language, "button-lesson-new", number=lesson.order, title=lesson.title))
    await take(visit, phone, lesson, content, language)
    count = len(questions(lesson, None, short=False))
    return say(language, "lesson-score", right=count, questions=count)
