"""The Bot API over HTTP: requests in, answers out, with the faults that only a wire can have."""

import asyncio
import json
from typing import Any

from aiohttp import BodyPartReader, MultipartReader, web

from bot.simulator.call import Answer, call
from bot.simulator.check import Upload
from bot.simulator.world import World

WORLD = web.AppKey("world", World)
SWALLOW_SECONDS = 120.0
GIVEN_UP_SECONDS = 0.2
MAX_REQUEST = 50 * 1024 * 1024
"""Bytes; Telegram's limit for uploads."""


async def handle(request: web.Request) -> web.StreamResponse:
    """`/bot<token>/<method>`."""
    world = request.app[WORLD]
    token, name = request.match_info["token"], request.match_info["method"]
    faults = world.faults
    if faults.delay_ms:
        await asyncio.sleep(faults.delay_ms / 1000)
    if faults.drops_call(name):
        return hang_up(request)
    try:
        given, files = await read(request)
    except ValueError:
        return reply(Answer(400, {"ok": False, "error_code": 400, "description": "Bad Request"}))
    answer = await call(world, token, name, given, files)
    return await finish(request, world, name, answer)


async def finish(request: web.Request, world: World, name: str, answer: Answer) -> web.StreamResponse:
    """Answer, or fail to, as the faults in force say."""
    if answer.status == 200 and world.faults.swallows(name):
        await outlast(request)
        return hang_up(request)
    if world.faults.garbles():
        return web.Response(text="<html>502</html>", content_type="text/html")
    return reply(answer)


async def outlast(request: web.Request) -> None:
    """Say nothing until the caller gives up."""
    for _ in range(int(SWALLOW_SECONDS / GIVEN_UP_SECONDS)):
        if request.transport is None or request.transport.is_closing():
            return
        await asyncio.sleep(GIVEN_UP_SECONDS)


def reply(answer: Answer) -> web.Response:
    """JSON with the status that the body names, or the bytes that a test wants answered."""
    if answer.raw is not None:
        return web.Response(body=answer.raw, content_type="application/json")
    headers = {}
    if (wait := answer.body.get("parameters", {}).get("retry_after")) is not None:
        headers["Retry-After"] = str(wait)
    return web.json_response(answer.body, status=answer.status, headers=headers)


def hang_up(request: web.Request) -> web.Response:
    """Close the connection without a word."""
    if request.transport is not None:
        request.transport.close()
    return web.Response()


async def read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Parameters from the address, a form, or JSON, and uploaded files.

    Raises:
        ValueError: for a body that is not what it says it is.
    """
    given: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json" and request.can_read_body:
        body = json.loads(await request.text())
        if not isinstance(body, dict):
            raise ValueError("an object is expected")
        given |= {key: value for key, value in body.items() if value is not None}
    elif request.content_type == "multipart/form-data":
        await read_parts(await request.multipart(), given, files)
    elif request.can_read_body:
        given |= {key: str(value) for key, value in (await request.post()).items()}
    return given, files


async def read_parts(parts: MultipartReader, given: dict[str, Any], files: dict[str, Upload]) -> None:
    """Fields and files of a multipart form."""
    while (part := await parts.next()) is not None:
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise ValueError("a named part is expected")
        content = bytes(await part.read(decode=True))
        if part.filename is not None:
            files[part.name] = Upload(part.filename, content)
        else:
            given[part.name] = content.decode("utf-8")
