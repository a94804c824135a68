"""The control API: the page and tests play people and move the world. README.md describes it."""

import ipaddress
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web

from bot.simulator import actions, screen
from bot.simulator.botapi import WORLD
from bot.simulator.errors import TroubleError
from content.yaml_lines import read_values

PAGE_WORDS = Path(__file__).parents[2] / "content" / "simulator_page.yaml"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def loopback(host: str | None) -> bool:
    """Whether a host name means this machine."""
    if host in (None, "localhost"):
        return host is not None
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Control paths answer only this machine's own pages and programs; troubles become JSON."""
    if not request.path.startswith("/sim/"):
        return await handler(request)
    origin = request.headers.get("Origin")
    if not loopback(urlsplit(f"//{request.host}").hostname):
        return fail(403, "only for this machine")
    if origin is not None and urlsplit(origin).netloc != request.host:
        return fail(403, "only for the simulator's own page")
    if request.method == "POST" and request.content_type != "application/json":
        return fail(400, "Content-Type must be application/json")
    try:
        return await handler(request)
    except TroubleError as trouble:
        return fail(trouble.status, str(trouble))
    except (KeyError, ValueError) as error:
        return fail(400, f"wrong or missing value: {error}")


def fail(status: int, reason: str) -> web.Response:
    """A refusal."""
    return web.json_response({"ok": False, "error": reason}, status=status)


def done(result: object) -> web.Response:
    """A result."""
    return web.json_response({"ok": True, "result": result})


def viewer(request: web.Request) -> int:
    """The person in the query string."""
    return int(request.query["person"])


async def get_people(request: web.Request) -> web.Response:
    """GET /sim/people."""
    return done([screen.person(one) for one in request.app[WORLD].people.values()])


async def get_state(request: web.Request) -> web.Response:
    """GET /sim/state."""
    return done(screen.state(request.app[WORLD], viewer(request)))


async def get_file(request: web.Request) -> web.Response:
    """GET /sim/file/ID."""
    world, file_id = request.app[WORLD], request.match_info["file_id"]
    content = world.files.get(file_id)
    if content is None or not actions.sees_file(world, viewer(request), file_id):
        raise TroubleError(404, "no such file")
    if file_id.startswith("document-"):
        headers = {"Content-Disposition": "attachment"}
        return web.Response(body=content, content_type="application/octet-stream", headers=headers)
    kind = "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
    return web.Response(body=content, content_type=kind)


async def get_clock(request: web.Request) -> web.Response:
    """GET /sim/clock."""
    return done(actions.clock(request.app[WORLD]))


async def get_words(_request: web.Request) -> web.Response:
    """The words of the page, in every language."""
    return done(read_values(PAGE_WORDS.read_text(encoding="utf-8")))


async def get_faults(request: web.Request) -> web.Response:
    """GET /sim/faults."""
    return done(actions.faults(request.app[WORLD], {}))


async def get_journal(request: web.Request) -> web.Response:
    """GET /sim/journal."""
    calls = request.app[WORLD].journal.since(int(request.query.get("since", "0")))
    return done([call.body() for call in calls])


async def post_action(request: web.Request) -> web.Response:
    """POST /sim/<action>."""
    name = request.match_info["action"]
    if name not in actions.ACTIONS:
        raise TroubleError(404, "no such action")
    given = await request.json() if request.can_read_body else {}
    if not isinstance(given, dict):
        raise TroubleError(400, "an object is expected")
    return done(actions.act(request.app[WORLD], name, given))


def add_routes(app: web.Application) -> None:
    """All control paths but the websocket."""
    app.router.add_get("/sim/people", get_people)
    app.router.add_get("/sim/state", get_state)
    app.router.add_get("/sim/file/{file_id}", get_file)
    app.router.add_get("/sim/words", get_words)
    app.router.add_get("/sim/clock", get_clock)
    app.router.add_get("/sim/faults", get_faults)
    app.router.add_get("/sim/journal", get_journal)
    app.router.add_post("/sim/{action}", post_action)
