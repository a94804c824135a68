"""Which words of a message speak most for its being grave: shown to staff where no pattern has a name."""

from collections.abc import Sequence
from itertools import accumulate

from bot.understanding.trained.letters import Letters
from bot.understanding.views import View

MOST_CHARS = 600
"""Of longer messages only the beginning is searched, to bound the time."""
MOST_WORDS = 12
GRAVE = (2, 3)
"""The places of urgent and emergency among the classes of the severity layer; the others speak against."""


def telling_words(view: View, severity: Letters) -> str:
    """The run of words, at most `MOST_WORDS` long, whose letters speak most for urgent or emergency."""
    if not view.text.words:
        return ""
    pulls = severity.pulls(view.text.joined[:MOST_CHARS], GRAVE)
    starts = [at for at in view.text.starts if at < len(pulls)]
    ends = [*starts[1:], len(pulls)]
    first, last = _strongest([sum(pulls[a:b]) for a, b in zip(starts, ends, strict=True)])
    return view.text.written(first, last)


def _strongest(pulls: Sequence[float]) -> tuple[int, int]:
    """The first and the last place of the run with the greatest sum, among runs that are short enough."""
    sums = [0.0, *accumulate(pulls)]
    runs = ((a, b) for a in range(len(pulls)) for b in range(a + 1, min(a + MOST_WORDS, len(pulls)) + 1))
    first, end = max(runs, key=lambda run: sums[run[1]] - sums[run[0]], default=(0, 1))
    return first, end - 1
