"""Telegram, and nothing else: the only folder that imports its library; see README.md."""

import os

# The library's own switch: durations are timedelta, as in its next major version, and no warning is given.
os.environ.setdefault("PTB_TIMEDELTA", "true")
