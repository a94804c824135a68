"""`python -m bot.simulator`: serve the demo cast until interrupted."""

import argparse
import asyncio

from rich.console import Console

from bot.simulator.demo import DEMO_TOKEN, demo_world
from bot.simulator.server import running


def arguments() -> argparse.Namespace:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m bot.simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--language", choices=("th", "en"), default="th", help="names of the cast")
    parser.add_argument("--token", default=DEMO_TOKEN)
    parser.add_argument("--no-rate-limits", action="store_true")
    return parser.parse_args()


async def serve(options: argparse.Namespace) -> None:
    """Serve until cancelled."""
    world = demo_world(options.token, language=options.language)
    world.limits.on = not options.no_rate_limits
    async with running(world, options.port) as address:
        Console().print(
            f"page     {address}/\nBot API  {address}/bot\ntoken    {options.token}", markup=False
        )
        await asyncio.Event().wait()


def main() -> None:
    """Run until Ctrl-C."""
    try:
        asyncio.run(serve(arguments()))
    except KeyboardInterrupt:
        Console().print("bye")


if __name__ == "__main__":
    main()
