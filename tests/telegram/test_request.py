"""The HTTP client under the library, against a server on loopback."""

import asyncio
import io
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot, InputFile
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.request import AiohttpRequest, NeverSentError
from tests.telegram.fakes import closed_port, serving

TOKEN = "123456789:SECRET-TOKEN-OF-A-TEST"
SENT = {"message_id": 7, "date": 1, "chat": {"id": 5, "type": "private"}}


class Api:
    """A Bot API that keeps what it was sent."""

    def __init__(self, body: Any = None, status: int = 200) -> None:
        self.body = {"ok": True, "result": SENT} if body is None else body
        self.status = status
        self.fields: dict[str, Any] = {}
        self.ports: set[Any] = set()

    async def __call__(self, request: web.Request) -> web.Response:
        self.ports.add(request.transport.get_extra_info("peername") if request.transport else None)
        data = await request.post()
        self.fields = {
            name: (part.filename, part.file.read()) if isinstance(part, web.FileField) else part
            for name, part in data.items()
        }
        return web.json_response(self.body, status=self.status)


async def call(address: str, request: BaseRequest | None = None, text: str = "hello") -> Any:
    async with Bot(TOKEN, base_url=f"{address}/bot", request=request or AiohttpRequest()) as bot:
        return await bot.send_message(5, text)


@pytest.fixture(autouse=True)
def _no_get_me(monkeypatch: pytest.MonkeyPatch) -> None:
    async def nobody(_bot: Bot) -> None:
        return None

    monkeypatch.setattr(Bot, "get_me", nobody)


async def test_it_sends_parameters() -> None:
    api = Api()
    async with serving(api) as address:
        sent = await call(address, text="สวัสดี")
    assert api.fields == {"chat_id": "5", "text": "สวัสดี"}
    assert sent.message_id == 7


async def test_it_uploads_a_file_with_a_thai_name() -> None:
    api = Api()
    async with (
        serving(api) as address,
        Bot(TOKEN, base_url=f"{address}/bot", request=AiohttpRequest()) as bot,
    ):
        await bot.send_document(5, InputFile(io.BytesIO(b"words"), filename="คำ.txt"))
    assert ("คำ.txt", b"words") in api.fields.values()


async def test_it_reuses_connections() -> None:
    api = Api()
    async with (
        serving(api) as address,
        Bot(TOKEN, base_url=f"{address}/bot", request=AiohttpRequest()) as bot,
    ):
        for _ in range(5):
            await bot.send_message(5, "hello")
    assert len(api.ports) == 1


async def test_it_retrieves_bytes() -> None:
    async with serving(Api()) as address, AiohttpRequest() as request:
        assert b"message_id" in await request.retrieve(address)


@pytest.mark.parametrize(
    ("status", "extra", "error"),
    [
        (400, {}, BadRequest),
        (429, {"parameters": {"retry_after": 3}}, RetryAfter),
        (400, {"parameters": {"migrate_to_chat_id": -100}}, ChatMigrated),
        (502, {}, NetworkError),
    ],
)
async def test_it_leaves_refusals_to_the_library(status: int, extra: Any, error: type[Exception]) -> None:
    api = Api({"ok": False, "description": "x", **extra}, status)
    async with serving(api) as address:
        with pytest.raises(error):
            await call(address)


async def test_it_says_when_nothing_was_sent() -> None:
    with pytest.raises(NeverSentError):
        await call(await closed_port())


async def test_it_says_when_the_answer_did_not_come_in_time() -> None:
    gate = asyncio.Event()

    async def silent(_: web.Request) -> web.Response:
        await gate.wait()
        return web.Response()

    async with serving(silent) as address:
        with pytest.raises(TimedOut):
            await call(address, AiohttpRequest(read_timeout=0.05))
        gate.set()


async def test_it_says_when_the_connection_broke() -> None:
    async def rude(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    async with serving(rude) as address:
        with pytest.raises(NetworkError) as caught:
            await call(address)
    assert not isinstance(caught.value, TimedOut | NeverSentError)


async def test_it_follows_no_redirect() -> None:
    async def elsewhere(_: web.Request) -> web.Response:
        raise web.HTTPFound("http://127.0.0.1:1/")

    async with serving(elsewhere) as address:
        with pytest.raises(NetworkError):
            await call(address)


async def test_its_errors_never_hold_the_token() -> None:
    with pytest.raises(NetworkError) as caught:
        await call(await closed_port())
    error: BaseException | None = caught.value
    while error is not None:
        assert "SECRET" not in f"{error!r} {error}"
        error = error.__cause__


async def test_it_refuses_to_work_before_it_is_opened() -> None:
    with pytest.raises(NetworkError):
        await AiohttpRequest().post("http://127.0.0.1:1/", RequestData())


async def test_it_can_be_closed_twice_and_opened_again() -> None:
    request = AiohttpRequest()
    await request.shutdown()
    await request.initialize()
    await request.shutdown()
    await request.shutdown()
    async with serving(Api()) as address:
        assert (await call(address, request)).message_id == 7


def test_it_bounds_an_upload_by_all_three_timeouts() -> None:
    default = BaseRequest.DEFAULT_NONE
    limits = AiohttpRequest(read_timeout=20, connect_timeout=10)._limits(None, default, 5, 3, 4)
    assert (limits.total, limits.connect, limits.sock_read) == (29, 4, 20)


def test_it_waits_for_ever_where_told_so() -> None:
    limits = AiohttpRequest()._limits(None, None, BaseRequest.DEFAULT_NONE, 3, 4)
    assert (limits.total, limits.sock_read) == (None, None)
