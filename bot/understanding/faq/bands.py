"""From which score the FAQ answers, and from which it asks. The only place for these figures.

Chosen on a development set of invented questions with all 95 topics in place, as the point that answers most
rightly while at least 95 % of what is out of scope is not answered: of 285 questions on the topics 123 were
answered rightly and 13 wrongly, of 60 out of scope 2 were answered. What they do on other messages, `make
quality` tells. Choose anew, with `score faq`, whenever topics, phrasings or weights change.
"""

from bot.domain.judgement import Band

ANSWER_FROM, CLEAR_BY = 0.48, 0.04
"""The best topic answers from this score if it leads the second by so much …"""
SURE_FROM = 0.58
"""… or from this one, whatever the second is."""
ASK_FROM = 0.38
"""From here the best three topics are offered."""
RELATED_FROM = 0.3
"""From here the best topic has to do with the message: its lesson may be offered where no answer fits."""


SHORT_WORDS = 2
"""So few words name a topic ("police", "privacy") and seldom ask of it: only a sure reading answers them.

Words of Thai count as the dictionary cuts them; signs and emoji are no words.
"""
SHORT_SURE_FROM = 0.9
"""What counts as sure by wordings alone: nearly the very words of a phrasing."""


def band(best: float, second: float, words: int) -> Band:
    """How sure the two best scores make us (0 to 1). `words`: how many words the message has."""
    sure = best >= SURE_FROM or (best >= ANSWER_FROM and best - second >= CLEAR_BY)
    if best >= SHORT_SURE_FROM or (sure and words > SHORT_WORDS):
        return Band.ANSWER
    return Band.ASK if best >= ASK_FROM else Band.NONE


TRAINED_ANSWER_FROM = 0.19
"""The trained judge answers from this chance of its best topic, if no topic at all is not much likelier."""
TRAINED_AGAINST = 0.9
"""So many times the chance that no topic fits the best topic must have. Of 2,246 opened questions 2,126 are
answered rightly so, and 27 of 743 out of scope are answered; from a chance of 0.15 it was 2,134 and 37.
"""
TRAINED_ASK_FROM = 0.06
"""It offers its best three topics from this chance of the best one."""
TRAINED_RELATED_FROM = 0.02
"""From this chance the best topic has to do with the message."""


SHORT_ANSWER_FROM = 0.75
"""A short message is answered from this chance. No set of questions has such messages among those that an
answer fits; the chance was chosen by reading forty invented ones.
"""


def trained_band(best: float, outside: float, words: int) -> Band:
    """How sure the judge's best chance makes us.

    `outside`: the chance that no topic fits. `words`: how many words the message has.
    """
    answer_from = SHORT_ANSWER_FROM if words <= SHORT_WORDS else TRAINED_ANSWER_FROM
    if best >= answer_from and best >= TRAINED_AGAINST * outside:
        return Band.ANSWER
    return Band.ASK if best >= TRAINED_ASK_FROM else Band.NONE
