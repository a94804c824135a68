"""The Bot API is as strict as Telegram's, or stricter."""

import json

import pytest
from aiohttp import ClientSession, FormData

from tests.simulation import Simulation
from tests.simulator.calls import BAD, GOOD, keyboard
from tests.simulator.conftest import Api, RefusedError


@pytest.mark.parametrize("name", GOOD)
async def test_it_accepts(name: str, simulator: Simulation, api: Api) -> None:
    await simulator.child.start()
    method, params = GOOD[name]
    assert await api(method, **params) is not None


@pytest.mark.parametrize("name", BAD)
async def test_it_refuses(name: str, simulator: Simulation, api: Api) -> None:
    await simulator.child.start()
    (method, params), words = BAD[name]
    with pytest.raises(RefusedError) as refused:
        await api(method, **params)
    assert (refused.value.status, str(refused.value)) == (400, words)


@pytest.mark.parametrize("name", GOOD)
async def test_it_accepts_the_same_as_a_form(name: str, simulator: Simulation, http: ClientSession) -> None:
    await simulator.child.start()
    method, params = GOOD[name]
    form = {key: value if isinstance(value, str) else json.dumps(value) for key, value in params.items()}
    async with http.post(f"/bot{simulator.token}/{method}", data=form) as answer:
        assert (await answer.json())["ok"]


def test_there_are_as_many_cases_as_promised() -> None:
    assert (len(GOOD) >= 45, len(BAD) >= 25) == (True, True)


async def test_it_takes_parameters_from_the_address(simulator: Simulation, http: ClientSession) -> None:
    await simulator.child.start()
    address = f"/bot{simulator.token}/sendmessage?chat_id={simulator.child.id}&text=hello"
    async with http.get(address) as answer:
        assert (await answer.json())["result"]["text"] == "hello"


async def test_it_takes_multipart_forms(simulator: Simulation, http: ClientSession) -> None:
    await simulator.child.start()
    form = FormData({"chat_id": str(simulator.child.id), "text": "hello"}, default_to_multipart=True)
    async with http.post(f"/bot{simulator.token}/sendMessage", data=form) as answer:
        assert (await answer.json())["result"]["text"] == "hello"


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/bot123456789:WRONG/getMe", 401, "Unauthorized"),
        ("/botnothing/getMe", 404, "Not Found"),
        ("/bot{token}/sendLove", 404, "Not Found: method not found"),
    ],
)
async def test_it_knows_its_token_and_methods(
    path: str, status: int, words: str, simulator: Simulation, http: ClientSession
) -> None:
    async with http.get(path.format(token=simulator.token)) as answer:
        body = await answer.json()
    assert (answer.status, body["error_code"], body["description"]) == (status, status, words)


@pytest.mark.parametrize("body", ["[1]", "nonsense", '"text"'])
async def test_it_refuses_a_body_that_is_no_object(
    body: str, simulator: Simulation, http: ClientSession
) -> None:
    headers = {"Content-Type": "application/json"}
    async with http.post(f"/bot{simulator.token}/getMe", data=body, headers=headers) as answer:
        assert answer.status == 400


async def test_it_never_shows_the_token_in_the_journal(simulator: Simulation, api: Api) -> None:
    await api("getMe")
    assert simulator.token not in repr(simulator.calls())


async def test_it_echoes_inline_buttons_and_no_reply_keyboard(simulator: Simulation, api: Api) -> None:
    await simulator.child.start()
    chat = simulator.child.id
    buttons = keyboard({"text": "a", "callback_data": "b"})
    inline = await api("sendMessage", chat_id=chat, text="a", reply_markup=buttons)
    reply = await api("sendMessage", chat_id=chat, text="a", reply_markup={"keyboard": [["k"]]})
    assert (inline["reply_markup"], "reply_markup" in reply) == (buttons, False)
