"""A judgement with every part that it was made of, for those who write data and want to see why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.judgement import Judgement
from bot.understanding.distress.finding import Finding
from bot.understanding.distress.weighing import ALONE, Shape, Weights, deciding, needed
from bot.understanding.trained.reading import Reading
from bot.understanding.views import View


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the trained judge said of a message, and how much its word weighs.

    `whole`: of the recent messages and this one, None where there are none or they change nothing.
    `earlier`: of them alone, None unless a quiet message ends a grave talk.
    `words`: what in this message speaks most for its being grave; `other`: it seems to be about another.
    `topics`: names in the order of the chances, "no topic" last.
    """

    message: Reading
    whole: Reading | None
    earlier: Reading | None
    words: str
    other: bool
    shape: Shape
    weights: Weights
    topics: tuple[str, ...]

    def deciding(self, found: Sequence[Finding]) -> Reading:
        """The reading that counts. `found`: by patterns."""
        return deciding(self.message, self.whole, self.earlier, found, self.weights)

    def needed(self, found: Sequence[Finding]) -> float:
        """The score above which the judge raises an alarm; a talk has no shape. `found`: by patterns."""
        if self.deciding(found) is not self.message:
            return ALONE
        return needed(self.message, found, self.shape)

    def parts(self, found: Sequence[Finding]) -> Mapping[str, float]:
        """What each piece adds to the score; above `needed` in sum it is grave. `found`: by patterns."""
        return self.weights.parts(self.deciding(found), found)


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a judgement came about.

    `before`: the reading of each recent message that counted. `found`: by patterns and phrases alone.
    `findings`: what counts in the end. `opinion` is None where no trained judge reads.
    """

    views: tuple[View, ...]
    before: tuple[View, ...]
    found: tuple[Finding, ...]
    opinion: Opinion | None
    findings: tuple[Finding, ...]
    judgement: Judgement
