"""The HTTP client under python-telegram-bot, on aiohttp.

Errors become the library's own:

NeverSentError   no connection was made, so nothing can have arrived
TimedOut         the answer did not come in time: it may have arrived
NetworkError     the connection broke: it may have arrived

No message of these holds a URL, since the URL holds the token.
"""

from typing import Any

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
MEDIA_SECONDS = 60.0
CONNECTIONS = 256


class NeverSentError(NetworkError):
    """The request never left: no connection could be made."""


class AiohttpRequest(BaseRequest):
    """Requests over one pool of kept connections. All timeouts are seconds; None waits for ever."""

    def __init__(
        self,
        *,
        connections: int = CONNECTIONS,
        read_timeout: float | None = READ_SECONDS,
        connect_timeout: float | None = CONNECT_SECONDS,
        media_timeout: float | None = MEDIA_SECONDS,
    ) -> None:
        self._connections = connections
        self._read = read_timeout
        self._connect = connect_timeout
        self._media = media_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """The read timeout used when a call gives none."""
        return self._read

    async def initialize(self) -> None:
        """Open the pool, unless it is open."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, limit_per_host=0),
                headers={"User-Agent": self.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=True,
            )

    async def shutdown(self) -> None:
        """Close the pool. Safe to call twice."""
        if self._session is not None and not self._session.closed:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request; the status and the body of the answer.

        Raises:
            NeverSentError: no connection.
            TimedOut: no answer in time.
            NetworkError: the connection broke.
        """
        limits = self._limits(request_data, read_timeout, write_timeout, connect_timeout, pool_timeout)
        return await self._exchange(method, url, _body(request_data), limits)

    async def _exchange(
        self, method: str, url: str, body: aiohttp.FormData | None, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None or self._session.closed:
            raise RuntimeError("the request is not initialized")
        try:
            async with self._session.request(
                method, url, data=body, timeout=limits, allow_redirects=False
            ) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NeverSentError(type(error).__name__) from None
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None

    def _limits(
        self,
        request_data: RequestData | None,
        read: ODVInput[float],
        write: ODVInput[float],
        connect: ODVInput[float],
        pool: ODVInput[float],
    ) -> aiohttp.ClientTimeout:
        """Aiohttp has one timeout for a connection from the pool and one for each read.

        Writing has none of its own there, so an upload is bounded by the sum of all three.
        """
        files = request_data is not None and request_data.contains_files
        reading = _chosen(read, self._read)
        connecting = _longest(_chosen(connect, self._connect), _chosen(pool, self._connect))
        writing = _chosen(write, self._media if files else self._connect)
        parts = (reading, connecting, writing)
        total = None if None in parts else sum(part for part in parts if part is not None)
        return aiohttp.ClientTimeout(
            total=total, connect=connecting, sock_connect=connecting, sock_read=reading
        )


def _chosen(given: ODVInput[float], default: float | None) -> float | None:
    return default if isinstance(given, DefaultValue) else given


def _longest(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else max(one, other)


def _body(request_data: RequestData | None) -> aiohttp.FormData | None:
    if request_data is None:
        return None
    # File names in other scripts must not be percent-encoded: Telegram would show the codes.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, part in (request_data.multipart_data or {}).items():
        _add_file(form, name, part)
    return form


def _add_file(form: aiohttp.FormData, name: str, part: tuple[str, Any, str]) -> None:
    filename, content, mime_type = part
    form.add_field(name, content, filename=filename, content_type=mime_type)
