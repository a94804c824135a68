"""What the trained judge is asked about a message, and about the talk that it ends."""

from collections.abc import Sequence

from bot.understanding.distress.screen import Page, exaggerated, laughs, of_another
from bot.understanding.distress.weighing import Shape, is_grave, judged, repeats, stands_alone
from bot.understanding.explanation import Opinion
from bot.understanding.normalise import apart
from bot.understanding.talk import joined
from bot.understanding.trained.artefact import Trained
from bot.understanding.trained.reading import Reading, mean
from bot.understanding.views import Brief, View, plain_view

MAX_TALK_CHARS = 160
"""Of all recent messages together so much is read again, from its end: 98 of 100 taught talks whole."""

WORTH_POINTING = 0.05
"""Below this chance of being grave no words are looked for that would tell why."""


def consulted(
    trained: Trained, views: Sequence[View], before: Sequence[Brief], pages: Sequence[Page]
) -> Opinion:
    """The judge's opinion of a message. `before`: the recent ones; `pages`: the views, searched for words."""
    plain = plain_view(views)
    shape = Shape(len(plain.text.words), len(plain.tidy), laughs(pages), exaggerated(pages))
    message = _alone(trained, plain.tidy)
    talk = joined([one.plain for one in before])[-MAX_TALK_CHARS:]
    whole, earlier = _in_talk(trained, message, talk, plain.tidy, shape) if before else (None, None)
    worth = max(one.grave for one in (message, whole or message)) >= WORTH_POINTING
    return Opinion(
        message=message,
        whole=whole,
        earlier=earlier,
        words=trained.judge.telling_words(plain) if worth else "",
        other=of_another(pages[-1]),
        shape=shape,
        weights=trained.weights,
        topics=trained.topics,
    )


def _alone(trained: Trained, tidy: str) -> Reading:
    """What is said of a message; of words typed one by one as they stand and put together."""
    said = trained.judge.read(tidy)
    if not apart(tidy) or is_grave(judged(said, (), trained.weights)):
        return said
    return mean([said, trained.judge.read(tidy.replace(" ", ""))])


def _in_talk(
    trained: Trained, message: Reading, talk: str, tidy: str, shape: Shape
) -> tuple[Reading | None, Reading | None]:
    """What is said of the talk that ends with a message, and of the talk before it, where either counts."""
    read, weights = trained.judge.read, trained.weights
    if stands_alone(message, weights, shape) and not is_grave(judged(read(talk), (), weights)):
        return None, None
    whole = read(joined([talk, tidy]))
    return whole, read(talk) if repeats(message, whole, weights) else None
