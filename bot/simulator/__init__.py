"""A local Bot API server with an invented cast, to talk to the bot without a Telegram account."""

from bot.simulator.demo import demo_world
from bot.simulator.server import create_app, running
from bot.simulator.world import World

__all__ = ["World", "create_app", "demo_world", "running"]
