"""A turn: load what the input is about, decide, and commit all that follows in one transaction."""

from bot.turns.judging import Judge, Reader
from bot.turns.turns import Turns

__all__ = ["Judge", "Reader", "Turns"]
