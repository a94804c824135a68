"""Store first, then confirm: raw updates are committed to the inbox before the library sees them.

The library confirms whatever `getUpdates` returned with its next call, before any handler has run. So an
answer passes here first. What comes back to the library is always something that it can parse and confirm:

new and readable      as it came
known already         `{"update_id": n}`, which handlers skip
new, not readable     `{"update_id": n}`; the update is kept as a dead letter
without a usable id   left out; kept as a dead letter

Only `NetworkError` is raised: every other error would end polling for ever while the library says it runs.
"""

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Protocol

from telegram import Update
from telegram._utils.types import ODVInput
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from bot.telegram.in_flight import InFlight

Json = dict[str, Any]
LARGEST_ID = 2**52
"""Telegram promises ids of at most 52 significant bits."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What one answer of `getUpdates` held. `dead`: (id or None, raw update, reason)."""

    updates: tuple[tuple[int, bytes], ...]
    dead: tuple[tuple[int | None, bytes, str], ...]


class PollingObserver(Protocol):
    """Who watches over polling."""

    def succeeded(self) -> None:
        """An answer was stored."""

    def refused(self, status: int) -> None:
        """Telegram answered with another status than 200."""

    def broken(self, reason: str) -> None:
        """An answer could not be read or stored."""


Commit = Callable[[Batch], Awaitable[frozenset[int]]]
"""Stores a batch in one transaction and returns the ids that were new."""


class InboxRequest(BaseRequest):
    """Wraps the request object that the library uses for `getUpdates`."""

    def __init__(
        self, inner: BaseRequest, *, commit: Commit, observer: PollingObserver, in_flight: InFlight
    ) -> None:
        self._inner = inner
        self._commit = commit
        self._observer = observer
        self._in_flight = in_flight
        self._complained: frozenset[bytes] = frozenset()

    @property
    def read_timeout(self) -> float | None:
        """The inner request's."""
        return self._inner.read_timeout

    async def initialize(self) -> None:
        """Open the inner request."""
        await self._inner.initialize()

    async def shutdown(self) -> None:
        """Close the inner request."""
        await self._inner.shutdown()

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
        """Ask, store, answer.

        Raises:
            NetworkError: the answer could not be read or stored, or the token was refused; the offset stays.
        """
        status, payload = await self._inner.do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        if status != HTTPStatus.OK:
            return self._refused(status, payload)
        return status, await self._stored(payload)

    def _refused(self, status: int, payload: bytes) -> tuple[int, bytes]:
        self._observer.refused(status)
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
            raise NetworkError(f"polling refused ({status})")
        if _object(payload) is None:
            # The library would print the body of an error answer that is not JSON.
            raise NetworkError(f"polling failed ({status})")
        return status, payload

    async def _stored(self, payload: bytes) -> bytes:
        entries = self._entries(payload)
        batch = sort(entries)
        new = await self._guarded(batch)
        self._observer.succeeded()
        answer = confirmable(entries, new)
        if entries and not answer:
            # Nothing here has an id, so nothing can be confirmed; without a pause this would be a hot loop.
            raise NetworkError("updates without ids")
        return json.dumps({"ok": True, "result": answer}).encode()

    def _entries(self, payload: bytes) -> list[object]:
        answer = _object(payload)
        result = answer.get("result") if answer and answer.get("ok") is True else None
        if not isinstance(result, list):
            self._observer.broken("not_json")
            raise NetworkError("the answer is not a list of updates")
        return result

    async def _guarded(self, batch: Batch) -> frozenset[int]:
        """The ids that are new, marked as on their way from before they are stored."""
        began = {update_id for update_id, _ in batch.updates if update_id not in self._in_flight}
        self._in_flight.begin(began)
        try:
            new = await self._committed(batch)
        except BaseException:
            self._in_flight.end(began)
            raise
        self._in_flight.end(began - new)
        return new

    async def _committed(self, batch: Batch) -> frozenset[int]:
        fresh = Batch(batch.updates, tuple(one for one in batch.dead if self._worth_keeping(one)))
        try:
            new = await self._commit(fresh) if fresh.updates or fresh.dead else frozenset[int]()
        except Exception as error:
            self._observer.broken("not_stored")
            raise NetworkError(f"inbox: {type(error).__name__}") from None
        self._complained = frozenset(raw for update_id, raw, _ in batch.dead if update_id is None)
        return new

    def _worth_keeping(self, dead: tuple[int | None, bytes, str]) -> bool:
        """An update without an id comes again with every answer; once is enough."""
        return dead[0] is not None or dead[1] not in self._complained


def sort(entries: Sequence[object]) -> Batch:
    """Readable updates and dead letters."""
    updates: list[tuple[int, bytes]] = []
    dead: list[tuple[int | None, bytes, str]] = []
    for entry in entries:
        raw, update_id = json.dumps(entry).encode(), _id_of(entry)
        reason = "no_id" if update_id is None else unreadable(entry)
        if update_id is None or reason:
            dead.append((update_id, raw, reason))
        else:
            updates.append((update_id, raw))
    return Batch(tuple(updates), tuple(dead))


def unreadable(entry: object) -> str:
    """Why the library cannot make an update of this; empty if it can."""
    try:
        update = Update.de_json(dict(entry), None) if isinstance(entry, dict) else None
        if update is None or not isinstance(update, Update):
            return "not_an_update"
        if not _has_plain_ids(update):
            return "wrong_id"
    except Exception:  # whatever a hostile value makes the library raise
        return "not_parsable"
    return "unknown_kind" if is_empty(update) else ""


def _has_plain_ids(update: Update) -> bool:
    """Whether the ids of person and chat are numbers: the library keeps them in sets and fails on others."""
    return all(
        one is None or isinstance(one.id, int) for one in (update.effective_user, update.effective_chat)
    )


def is_empty(update: Update) -> bool:
    """Whether it holds nothing but its id: a stub of ours, or a kind that the library does not know."""
    return all(getattr(update, name, None) is None for name in Update.ALL_TYPES)


def confirmable(entries: Sequence[object], new: frozenset[int]) -> list[Json]:
    """What the library gets: new updates once, stubs for all others that have an id."""
    answer: list[Json] = []
    handed: set[int] = set()
    for entry in entries:
        update_id = _id_of(entry)
        if update_id is None or not isinstance(entry, dict):
            continue
        answer.append(entry if update_id in new - handed else {"update_id": update_id})
        handed.add(update_id)
    return answer


def _id_of(entry: object) -> int | None:
    update_id = entry.get("update_id") if isinstance(entry, dict) else None
    usable = isinstance(update_id, int) and not isinstance(update_id, bool) and 0 <= update_id < LARGEST_ID
    return update_id if usable else None


def _object(payload: bytes) -> Json | None:
    try:
        answer = json.loads(payload.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict) else None
