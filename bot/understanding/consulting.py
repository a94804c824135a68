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
    talk = joined([one.plain for one in before])[-MAX_TALK_CHARS:]
    message, in_talk = _said(trained, plain.tidy, talk if before else None)
    whole, earlier = _counting(trained, message, in_talk, talk, shape) if in_talk else (None, None)
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


def _said(trained: Trained, tidy: str, talk: str | None) -> tuple[Reading, Reading | None]:
    """What is said of a message and of the talk that ends with it, in one run: two would take longer."""
    texts = [tidy] if talk is None else [tidy, joined([talk, tidy])]
    message, *whole = trained.judge.read_each(texts)
    return _put_together(trained, message, tidy), next(iter(whole), None)


def _put_together(trained: Trained, said: Reading, tidy: str) -> Reading:
    """What is said of a message; of words typed one by one as they stand and put together."""
    if not apart(tidy) or is_grave(judged(said, (), trained.weights)):
        return said
    return mean([said, trained.judge.read(tidy.replace(" ", ""))])


def _counting(
    trained: Trained, message: Reading, whole: Reading, talk: str, shape: Shape
) -> tuple[Reading | None, Reading | None]:
    """What was said of the whole talk, and what is said of it without the message, where either counts."""
    alone, repeated = stands_alone(message, trained.weights, shape), repeats(message, whole, trained.weights)
    if not alone and not repeated:
        return whole, None
    earlier = trained.judge.read(talk)
    if alone and not is_grave(judged(earlier, (), trained.weights)):
        return None, None
    return whole, earlier if repeated else None
