"""Which words of a message speak most for its being grave: shown to staff where no pattern has a name."""

from collections.abc import Sequence
from itertools import accumulate

from bot.understanding.trained.letters import Letters
from bot.understanding.views import View

MOST_CHARS = 600
"""Of longer messages only the beginning is searched, to bound the time."""
FEWEST_WORDS, MOST_WORDS = 3, 12
"""A shorter piece tells a reader nothing ("that"), unless it is all that was written."""
GRAVE = (2, 3)
"""The places of urgent and emergency among the classes of the severity layer; the others speak against."""


def telling_words(view: View, severity: Letters) -> str:
    """The run of `FEWEST_WORDS` to `MOST_WORDS` words that speaks most for urgent or emergency."""
    if not view.text.words:
        return ""
    pulls = severity.pulls(view.text.joined[:MOST_CHARS], GRAVE)
    starts = [at for at in view.text.starts if at < len(pulls)]
    ends = [*starts[1:], len(pulls)]
    first, last = _strongest([sum(pulls[a:b]) for a, b in zip(starts, ends, strict=True)])
    return view.text.written(first, last)


def _strongest(pulls: Sequence[float]) -> tuple[int, int]:
    """The first and the last place of the run with the greatest sum, among runs that are short enough."""
    sums, all_words = [0.0, *accumulate(pulls)], len(pulls)
    fewest = min(FEWEST_WORDS, all_words)
    runs = ((a, b) for a in range(all_words) for b in range(a + fewest, min(a + MOST_WORDS, all_words) + 1))
    first, end = max(runs, key=lambda run: sums[run[1]] - sums[run[0]], default=(0, 1))
    return first, end - 1
