"""Store first, then confirm."""

import json
from typing import Any

import pytest
from telegram.error import NetworkError
from telegram.request import RequestData

from bot.telegram.in_flight import InFlight
from bot.telegram.inbox_store import committing
from bot.telegram.intake import Batch, InboxRequest, sort
from db.store import Store
from tests.clock import START
from tests.telegram.fakes import Answer, Observer, ScriptedRequest, ok, refusal
from tests.telegram.updates import message, update

POISON = {"update_id": 2, "message": {"message_id": 1, "date": "not a date", "chat": {"id": 1}}}


class Intake:
    """An inbox request over scripted answers and a real store."""

    def __init__(self, store: Store, *answers: Answer) -> None:
        self.store = store
        self.inner = ScriptedRequest(*answers)
        self.observer = Observer()
        self.in_flight = InFlight()
        self.commit = committing(store, lambda: START)
        self.failures: list[Exception] = []
        self.request = InboxRequest(
            self.inner, commit=self._commit, observer=self.observer, in_flight=self.in_flight
        )

    async def _commit(self, batch: Batch) -> frozenset[int]:
        if self.failures:
            raise self.failures.pop(0)
        return await self.commit(batch)

    async def ask(self) -> list[dict[str, Any]]:
        answer = await self.request.post("http://127.0.0.1/bot1:a/getUpdates", RequestData())
        assert isinstance(answer, list)
        return answer

    async def waiting(self) -> dict[int, Any]:
        async with self.store.begin() as work:
            return {number: json.loads(raw) for number, raw in await work.inbox.waiting(100)}

    async def dead(self) -> list[tuple[int | None, str]]:
        async with self.store.begin() as work:
            return [(one.update_id, one.reason) for one in await work.inbox.dead_letters(100)]


def text(number: int, words: str = "hello") -> dict[str, Any]:
    return update(number, message=message(text=words))


async def test_it_stores_an_update_before_it_returns_it(store: Store) -> None:
    intake = Intake(store, ok(text(1)))
    assert await intake.ask() == [text(1)]
    assert await intake.waiting() == {1: text(1)}


async def test_it_stores_what_it_returns_even_with_half_characters(store: Store) -> None:
    intake = Intake(
        store, (200, b'{"ok":true,"result":[{"update_id":1,"message":' + half_character() + b"}]}")
    )
    returned = await intake.ask()
    assert returned[0]["message"]["text"] == "a\ud83db"
    assert await intake.waiting() == {1: returned[0]}


def half_character() -> bytes:
    return json.dumps(message(text="X")).replace('"X"', '"a\\ud83db"').encode()


async def test_it_raises_a_network_error_when_it_cannot_store(store: Store) -> None:
    intake = Intake(store, ok(text(1)))
    intake.failures = [OSError("disk full")]
    with pytest.raises(NetworkError):
        await intake.ask()
    assert intake.observer.notes == ["not_stored"]
    assert len(intake.in_flight) == 0


async def test_it_stores_at_the_next_try_what_it_could_not_store(store: Store) -> None:
    intake = Intake(store, ok(text(1)), ok(text(1)))
    intake.failures = [OSError("disk full")]
    with pytest.raises(NetworkError):
        await intake.ask()
    assert await intake.ask() == [text(1)]


async def test_it_replaces_a_known_update_by_a_stub(store: Store) -> None:
    intake = Intake(store, ok(text(1)), ok(text(1), text(2)))
    await intake.ask()
    assert await intake.ask() == [{"update_id": 1}, text(2)]


async def test_it_hands_out_an_update_once_that_comes_twice_in_one_answer(store: Store) -> None:
    intake = Intake(store, ok(text(1), text(1)))
    assert await intake.ask() == [text(1), {"update_id": 1}]


async def test_it_takes_ids_that_jump_back_as_new(store: Store) -> None:
    intake = Intake(store, ok(text(900_000)), ok(text(5)))
    await intake.ask()
    assert await intake.ask() == [text(5)]


async def test_it_replaces_an_unreadable_update_by_a_stub_and_keeps_it(store: Store) -> None:
    intake = Intake(store, ok(text(1), POISON, text(3)))
    assert await intake.ask() == [text(1), {"update_id": 2}, text(3)]
    assert await intake.dead() == [(2, "not_parsable")]


async def test_it_keeps_an_update_whose_person_has_no_plain_id(store: Store) -> None:
    strange = text(7)
    strange["message"] = strange["message"] | {"from": {"id": {}, "is_bot": False, "first_name": "Nok"}}
    intake = Intake(store, ok(strange))
    assert await intake.ask() == [{"update_id": 7}]
    assert await intake.dead() == [(7, "wrong_id")]


async def test_it_keeps_an_unreadable_update_once(store: Store) -> None:
    intake = Intake(store, ok(POISON), ok(POISON))
    await intake.ask()
    await intake.ask()
    assert await intake.dead() == [(2, "not_parsable")]


async def test_it_keeps_an_update_of_a_kind_that_nobody_knows(store: Store) -> None:
    intake = Intake(store, ok({"update_id": 4, "something_new": {"x": 1}}))
    assert await intake.ask() == [{"update_id": 4}]
    assert await intake.dead() == [(4, "unknown_kind")]


@pytest.mark.parametrize(
    "entry", ["text", 5, None, [], {"message": {}}, {"update_id": "5"}, {"update_id": True}]
)
async def test_it_pauses_when_nothing_has_an_id(store: Store, entry: object) -> None:
    intake = Intake(store, ok(entry), ok(entry))
    for _ in range(2):
        with pytest.raises(NetworkError):
            await intake.ask()
    assert await intake.dead() == [(None, "no_id")]


async def test_it_goes_on_with_the_others_when_one_has_no_id(store: Store) -> None:
    intake = Intake(store, ok("rubbish", text(1)))
    assert await intake.ask() == [text(1)]


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b"null", b'{"ok":true}', b'{"ok":true,"result":5}', b"["]
)
async def test_it_raises_a_network_error_for_what_is_no_answer(store: Store, body: bytes) -> None:
    intake = Intake(store, (200, body))
    with pytest.raises(NetworkError):
        await intake.ask()
    assert intake.observer.notes == ["not_json"]


@pytest.mark.parametrize("status", [401, 404])
async def test_it_keeps_polling_alive_when_the_token_is_refused(store: Store, status: int) -> None:
    intake = Intake(store, refusal(status))
    with pytest.raises(NetworkError):
        await intake.ask()
    assert intake.observer.notes == [status]


@pytest.mark.parametrize("status", [409, 500, 502])
async def test_it_tells_the_watch_of_other_refusals(store: Store, status: int) -> None:
    intake = Intake(store, refusal(status))
    with pytest.raises(Exception, match="x"):
        await intake.ask()
    assert intake.observer.notes == [status]


async def test_it_never_lets_the_library_print_a_refusal_that_is_no_json(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    intake = Intake(store, (502, b"<html>words of a proxy</html>"))
    with pytest.raises(NetworkError):
        await intake.ask()
    assert "words of a proxy" not in caplog.text


async def test_it_tells_the_watch_of_success_also_without_updates(store: Store) -> None:
    intake = Intake(store, ok())
    assert await intake.ask() == []
    assert intake.observer.notes == ["succeeded"]


async def test_what_it_hands_out_is_in_flight_and_a_known_one_stays_so(store: Store) -> None:
    intake = Intake(store, ok(text(1)), ok(text(1)))
    await intake.ask()
    await intake.ask()
    assert 1 in intake.in_flight


async def test_a_known_update_that_is_done_is_not_in_flight(store: Store) -> None:
    intake = Intake(store, ok(text(1)), ok(text(1)))
    await intake.ask()
    intake.in_flight.end([1])
    await intake.ask()
    assert 1 not in intake.in_flight


async def test_it_opens_and_closes_what_it_wraps(store: Store) -> None:
    intake = Intake(store)
    async with intake.request:
        assert intake.inner.open
    assert not intake.inner.open


def test_it_takes_an_id_beyond_52_bits_for_none() -> None:
    batch = sort([update(2**52, message=message(text="x"))])
    assert batch.dead[0][0] is None
