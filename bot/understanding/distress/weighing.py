"""Patterns and the trained judge together: how grave a message is when both have spoken.

The judge may raise a severity and weigh weak evidence. What a `strong` pattern found stands, whatever
it says.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.judgement import JUDGE
from bot.understanding.distress.finding import Finding
from bot.understanding.trained.reading import Reading
from content.schema import Category, Severity

CATEGORIES = tuple(Category)
EMERGENCY_SHARE = 0.22
"""Of what is grave, so much must speak for an emergency; below a half: in doubt the higher one counts."""
CONCERN_SHARE = 0.68
"""The judge offers help when less than so much speaks for "nothing"."""
LIKELY_CATEGORY = 0.35
OVERRULING = -1.7
"""A weak sign is taken back to a concern only where the whole score, its own weight in it, is as low."""
ALONE = 0.0
"""The score above which the judge raises an alarm by itself."""
FRAGMENT, OF_A_FRAGMENT = 30, 0.9
LONG, OF_A_LONG_ONE = 150, 0.6
"""Instead of it for a message of at most and of more than so many characters: a fragment tells too little,
and in a long one something sounds grave sooner or later. With a bias raised by 0.1 as many of 3,948 grave
messages are found as without these two, and of 8,000 public posts 14 alarm, not 24, of 17,900 others 32, not
37."""
LAUGHED = 0.3
"""So much less is needed where a message laughs: children laugh about what hurts. Of 228 grave messages that
laugh 207 are found, not 201; of 407 harmless ones 30 alarm, not 23, and 16 of those posts, not 14."""
EXAGGERATED = 1.6
"""Instead of it, where a short message laughs about a trifle and what is grave about it would be self-harm.
Of 74 such messages that talk of dying, taught and opened, three are grave: at 1.7, 2.7 and 4.0."""
EXPLAINED = 4.0
"""What stood before explains a message away unless it is graver by this much than is grave alone, so that
small talk hides no cry. Of 1,428 talks by six voices that were not learned 656 of 704 harmful ones were found
at 2 and 655 at 4; of 516 harmless ones 144 and 108 alarmed, and 101 if no message ever spoke for itself."""
QUIET = 0.9
"""A message of which the judge says so surely that it tells nothing does not tell again what was told before
("thank you"). Of 83 such talks 8 alarm again, not 36; of 60 that got worse 59 are found, not 60."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How many words and characters a message has; whether it laughs.

    `exaggerated`: it is short and laughs about a trifle.
    """

    words: int
    chars: int
    laughs: bool
    exaggerated: bool


@dataclass(frozen=True, slots=True)
class Weights:
    """What each piece of evidence adds to the score from which a message is grave (score above 0).

    `judge` multiplies the log odds of the judge that a message is grave, `category` those of its likeliest
    category: whoever tells of harm tells of some kind, what only sounds grave often fits none. The others
    are added where patterns found something: `strong` and `found` an urgent sign or more, `hint` a concern.
    Fitted on voices that were held out of training.
    """

    judge: float
    category: float
    strong: float
    found: float
    hint: float
    bias: float

    def score(self, reading: Reading, findings: Sequence[Finding]) -> float:
        """Above what is `needed` a person must read the message."""
        return sum(self.parts(reading, findings).values())

    def parts(self, reading: Reading, findings: Sequence[Finding]) -> dict[str, float]:
        """What each piece of evidence adds to the score."""
        strong, found, hint = evidence(findings)
        return {
            "bias": self.bias,
            "judge": self.judge * log_odds(reading.grave),
            "category": self.category * log_odds(reading.likeliest),
            "strong": self.strong * strong,
            "found": self.found * found,
            "hint": self.hint * hint,
        }


def evidence(findings: Sequence[Finding]) -> tuple[bool, bool, bool]:
    """What patterns say: something urgent and strong, something urgent, no more than a concern."""
    gravest = max((f.severity.rank for f in findings), default=0)
    strong = max((f.severity.rank for f in findings if f.strong), default=0)
    urgent = Severity.URGENT.rank
    return strong >= urgent, gravest >= urgent, gravest == Severity.CONCERN.rank


def log_odds(chance: float) -> float:
    """The logarithm of the odds, within what a float can hold."""
    held = min(1 - 1e-6, max(1e-6, chance))
    return math.log(held / (1 - held))


def weigh(
    findings: Sequence[Finding],
    reading: Reading,
    weights: Weights,
    words: str,
    *,
    other: bool,
    needed: float = ALONE,
) -> list[Finding]:
    """The findings after the judge has spoken.

    `words`: the piece of the message that it would point at. `needed`: the score above which
    the judge raises an alarm, as the function of that name tells it.
    """
    score = weights.score(reading, findings)
    kept = [_lowered(f, score) for f in findings]
    severity = judged(reading, findings, weights, needed)
    known = max((f.severity.rank for f in kept), default=0)
    if severity.rank <= known:
        return kept
    return [
        *kept,
        *(Finding(JUDGE, c, severity, words, other=other, strong=False) for c in _categories(reading)),
    ]


def needed(reading: Reading, findings: Sequence[Finding], shape: Shape) -> float:
    """The score above which the judge raises an alarm from a message of that shape, or a graver one.

    From a single word ("picture", "father") it raises none; one-word cries are patterns and phrases.
    `findings`: by patterns. Where they alarm it is not alone.
    """
    if shape.words <= 1:
        return math.inf
    if any(is_grave(one.severity) for one in findings):
        return ALONE
    if _trifling(reading, shape):
        return EXAGGERATED
    laughed = LAUGHED if shape.laughs and not shape.exaggerated else 0.0
    return _of_length(shape.chars) - laughed


def stands_alone(reading: Reading, weights: Weights, shape: Shape) -> bool:
    """Whether a message only laughs about a trifle, so that small talk before it makes it no graver."""
    return _trifling(reading, shape) and weights.score(reading, ()) <= EXAGGERATED


def _trifling(reading: Reading, shape: Shape) -> bool:
    return shape.exaggerated and _likeliest(reading) is Category.SELF_HARM


def _of_length(chars: int) -> float:
    if chars <= FRAGMENT:
        return OF_A_FRAGMENT
    return OF_A_LONG_ONE if chars > LONG else ALONE


def deciding(
    message: Reading,
    whole: Reading | None,
    earlier: Reading | None,
    findings: Sequence[Finding],
    weights: Weights,
) -> Reading:
    """By which reading a message is judged: by that of the talk that ends with it, or by its own.

    `message`: this one alone; `whole`: the recent messages and this one, None where there are none. The whole
    decides, for more and for less; only a message that is grave by far speaks for itself. `earlier`: the
    recent messages alone, where a quiet one ends a grave talk: what they told already is not told again.
    """
    if whole is None or (earlier is not None and is_grave(judged(earlier, (), weights))):
        return message
    if weights.score(message, findings) <= EXPLAINED:
        return whole
    return max(whole, message, key=lambda one: judged(one, findings, weights).rank)


def repeats(message: Reading, whole: Reading, weights: Weights) -> bool:
    """Whether a message that tells nothing by itself ends a grave talk: it may have been told before."""
    return bool(message.severities[0] > QUIET) and is_grave(judged(whole, (), weights))


def is_grave(severity: Severity) -> bool:
    """Whether a person must read what is as grave."""
    return severity.rank >= Severity.URGENT.rank


def judged(
    reading: Reading, findings: Sequence[Finding], weights: Weights, needed: float = ALONE
) -> Severity:
    """How grave a reading is, with the findings as evidence. `needed`: the score above which it is grave."""
    score = weights.score(reading, findings)
    none, _, urgent, emergency = reading.severities
    if score > needed:
        share = emergency / max(1e-9, urgent + emergency)
        return Severity.EMERGENCY if share >= EMERGENCY_SHARE else Severity.URGENT
    return Severity.CONCERN if none < CONCERN_SHARE or score > ALONE else Severity.NONE


def _lowered(finding: Finding, score: float) -> Finding:
    """A weak sign in a message that is far from grave as a whole is a reason to offer help, not to alarm."""
    if finding.strong or score > OVERRULING:
        return finding
    if finding.severity.rank < Severity.URGENT.rank:
        return finding
    return replace(finding, severity=Severity.CONCERN)


def _likeliest(reading: Reading) -> Category:
    return CATEGORIES[int(reading.categories.argmax())]


def _categories(reading: Reading) -> list[Category]:
    """The likely ones, the likeliest first; never none at all."""
    order = sorted(range(len(CATEGORIES)), key=lambda place: -reading.categories[place])
    likely = [place for place in order if reading.categories[place] >= LIKELY_CATEGORY]
    return [CATEGORIES[place] for place in likely[:2] or order[:1]]
