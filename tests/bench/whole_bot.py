"""The whole bot as a process, with Telegram's limits lifted: they hold every bot to 30 messages a second."""

from bot.cli import app
from bot.workers import pacing

UNLIMITED = 1_000_000

pacing.OVERALL_PER_SECOND = UNLIMITED
pacing.CHAT_BURST = UNLIMITED

if __name__ == "__main__":
    app(["run"])
