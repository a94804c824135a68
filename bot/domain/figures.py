"""Figures in words and signs: of one language, as tables, charts and messages show them."""

from collections.abc import Callable
from datetime import date

from bot.domain.learning.cells import PERCENT, Share
from bot.domain.learning.gain import Gain
from bot.domain.learning.insights import Period
from content.texts import Texts

NOTHING = "–"
"""Where there is too little to tell anything."""

Say = Callable[..., str]
"""Says the text of a key with its values."""


def saying(texts: Texts, language: str) -> Say:
    """Speaks one language."""
    return lambda key, **values: texts.say(language, key, **values)


def percent(value: float) -> str:
    """A share or a gain in whole percent. Its minus is no hyphen, which would begin a formula in a sheet."""
    whole = round(100 * value)
    return f"{'−' if whole < 0 else ''}{abs(whole)}{PERCENT}"


def of_share(share: Share | None) -> str:
    """A share, or the sign for nothing."""
    return NOTHING if share is None else str(share)


def of_gain(gain: Gain | None) -> str:
    """A gain alone, or the sign for nothing."""
    return NOTHING if gain is None else percent(gain.value)


def of_interval(gain: Gain | None, say: Say) -> str:
    """The interval of a gain, or the sign for nothing."""
    if gain is None:
        return NOTHING
    return say("figures-interval", low=percent(gain.low), high=percent(gain.high))


def of_mean(mean: float | None) -> str:
    """A mean of right answers, with one decimal."""
    return NOTHING if mean is None else f"{mean:.1f}"


def of_day(day: date) -> str:
    """A day as the cards of cases show it."""
    return f"{day:%d.%m.%Y}"


def of_period(period: Period, say: Say) -> str:
    """The first and the last day."""
    return say("figures-period", first=of_day(period.first), last=of_day(period.last))
