"""Text to judgement: how urgent a child's message is, why, and which question it asks.

Pure reading: no Telegram, no database, no network. Start at `Understanding`; see README.md.
"""

import os

# pythainlp would otherwise create a data folder in the home directory and may look for downloads.
os.environ.setdefault("PYTHAINLP_OFFLINE", "1")
os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")

from bot.understanding.reader import MODES, best_reader, reader_of
from bot.understanding.understanding import Understanding

__all__ = ["MODES", "Understanding", "best_reader", "reader_of"]
