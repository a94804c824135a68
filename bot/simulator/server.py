"""The aiohttp application: Bot API, control API, websocket and page in one, on 127.0.0.1 only."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from aiohttp import web

from bot.simulator import botapi, control, socket, webhook
from bot.simulator.clock import Clock
from bot.simulator.taps import close_due
from bot.simulator.world import World

HOST = "127.0.0.1"
PAGE = Path(__file__).parent / "page"
TICK_SECONDS = 1.0


def create_app(world: World, clock: Clock | None = None) -> web.Application:
    """The application for one world; `clock`, if given, becomes the world's."""
    if clock is not None:
        world.clock = clock
    app = web.Application(client_max_size=botapi.MAX_REQUEST, middlewares=[control.guard])
    app[botapi.WORLD] = world
    app.router.add_route("*", "/bot{token}/{method}", botapi.handle)
    control.add_routes(app)
    app.router.add_get("/sim/ws", socket.handle)
    if PAGE.is_dir():
        app.router.add_get("/", index)
        app.router.add_static("/", PAGE)
    app.on_response_prepare.append(ask_again)
    app.cleanup_ctx.append(background)
    return app


async def index(_: web.Request) -> web.FileResponse:
    """The page."""
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-store"})


async def ask_again(_: web.Request, response: web.StreamResponse) -> None:
    """Browsers keep the page's files, but ask each time whether they have changed."""
    if isinstance(response, web.FileResponse):
        response.headers.setdefault("Cache-Control", "no-cache")


async def background(app: web.Application) -> AsyncIterator[None]:
    """Polls close on time, and a webhook is called, for as long as the server runs."""
    world = app[botapi.WORLD]
    tasks = [asyncio.create_task(tick(world)), asyncio.create_task(webhook.deliver(world))]
    yield
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def tick(world: World) -> None:
    """Close polls whose time is over."""
    while True:
        close_due(world)
        await asyncio.sleep(TICK_SECONDS)


@asynccontextmanager
async def running(world: World, port: int = 0) -> AsyncIterator[str]:
    """Serve a world on 127.0.0.1 and yield the base address; port 0 takes any free one."""
    runner = web.AppRunner(create_app(world), access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    try:
        site = web.TCPSite(runner, HOST, port, reuse_address=True)
        await site.start()
        yield f"http://{HOST}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
