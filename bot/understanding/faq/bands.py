"""From which score the FAQ answers, and from which it asks. The only place for these figures."""

from bot.domain.judgement import Band

ANSWER_FROM = 0.62
ASK_FROM = 0.45


def band(best: float, second: float) -> Band:
    """How sure the two best scores make us (0 to 1)."""
    if best >= ANSWER_FROM and (best - second >= 0.02 or best >= 0.9):
        return Band.ANSWER
    return Band.ASK if best >= ASK_FROM else Band.NONE
