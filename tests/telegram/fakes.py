"""A request object that answers from a list, and a tiny HTTP server that misbehaves as told."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from telegram.request import BaseRequest

Answer = tuple[int, bytes] | Exception


def ok(*updates: Any) -> Answer:
    """What `getUpdates` answers."""
    return 200, json.dumps({"ok": True, "result": list(updates)}).encode()


def refusal(status: int, description: str = "x") -> Answer:
    body = {"ok": False, "error_code": status, "description": description}
    return status, json.dumps(body).encode()


class ScriptedRequest(BaseRequest):
    """Answers from a list, then with no updates."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.open = False

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        self.open = True

    async def shutdown(self) -> None:
        self.open = False

    async def do_request(self, url: str, _method: str, request_data: Any = None, *_: Any) -> Any:
        self.calls.append((url, request_data.parameters if request_data else {}))
        answer = self.answers.pop(0) if self.answers else ok()
        if isinstance(answer, Exception):
            raise answer
        return answer


class Observer:
    """Notes what polling and the staff group report."""

    def __init__(self) -> None:
        self.notes: list[object] = []

    def succeeded(self) -> None:
        self.notes.append("succeeded")

    def refused(self, status: int) -> None:
        self.notes.append(status)

    def broken(self, reason: str) -> None:
        self.notes.append(reason)

    def staff_group(self, *, present: bool) -> None:
        self.notes.append(("staff", present))


@asynccontextmanager
async def serving(handler: Callable[[web.Request], Any]) -> AsyncIterator[str]:
    """A server on loopback; its address."""

    async def handle(request: web.Request) -> web.StreamResponse:
        answer: web.StreamResponse = await handler(request)
        return answer

    server = web.Application(client_max_size=2**24)
    server.router.add_route("*", "/{path:.*}", handle)
    runner = web.AppRunner(server, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


async def closed_port() -> str:
    """An address where nobody listens."""
    server = await asyncio.start_server(lambda _r, _w: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    return f"http://127.0.0.1:{port}"
