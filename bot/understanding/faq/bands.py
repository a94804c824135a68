"""From which score the FAQ answers, and from which it asks. The only place for these figures.

Measured on a development set of invented questions, with 29 topics in place: of 95 questions on them the
best topic was right for 67 and among three for 85; 40 were answered, 37 rightly; 34 were asked back, 31 of
them with the topic among the three. Of 60 questions out of scope 3 were answered and 8 asked back.
Measure again, with `score faq`, whenever topics, phrasings or weights change.
"""

from bot.domain.judgement import Band

ANSWER_FROM, CLEAR_BY = 0.42, 0.06
"""The best topic answers from this score if it leads the second by so much …"""
SURE_FROM = 0.5
"""… or from this one, whatever the second is."""
ASK_FROM = 0.38
"""From here the best three topics are offered."""


def band(best: float, second: float) -> Band:
    """How sure the two best scores make us (0 to 1)."""
    if best >= SURE_FROM or (best >= ANSWER_FROM and best - second >= CLEAR_BY):
        return Band.ANSWER
    return Band.ASK if best >= ASK_FROM else Band.NONE
