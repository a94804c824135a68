"""Names, descriptions, commands and photos."""

import struct

import pytest
from aiohttp import ClientSession, FormData

from bot.simulator import screen
from tests.simulation import Simulation
from tests.simulator.conftest import Api, RefusedError

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 320, 200) + b"rest"
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 200, 320) + b"rest"


@pytest.mark.parametrize(
    ("setting", "getting", "field"),
    [
        ("setMyName", "getMyName", "name"),
        ("setMyDescription", "getMyDescription", "description"),
        ("setMyShortDescription", "getMyShortDescription", "short_description"),
    ],
)
async def test_it_keeps_texts_a_language(setting: str, getting: str, field: str, api: Api) -> None:
    await api(setting, **{field: "for all"})
    await api(setting, **{field: "for some", "language_code": "th"})
    found = [(await api(getting, language_code=code))[field] for code in ("", "th", "en")]
    await api(setting, **{field: "", "language_code": "th"})
    assert found == ["for all", "for some", "for all"]
    assert (await api(getting, language_code="th"))[field] == "for all"


async def test_it_shows_the_narrowest_commands_in_the_persons_language(
    simulator: Simulation, api: Api
) -> None:
    def shown() -> list[str]:
        who = simulator.world.people[simulator.child.id]
        chat = simulator.world.chats[simulator.child.id]
        return [one["command"] for one in screen.commands(simulator.world, chat, who)]

    await api("setMyCommands", commands=[{"command": "wide", "description": "x"}])
    wide = shown()
    scope = {"type": "all_private_chats"}
    await api(
        "setMyCommands", commands=[{"command": "near", "description": "x"}], scope=scope, language_code="th"
    )
    near = shown()
    await api("deleteMyCommands", scope=scope, language_code="th")
    assert (wide, near, shown()) == (["wide"], ["near"], ["wide"])


@pytest.mark.parametrize("content", [PNG, JPEG])
async def test_it_keeps_the_bytes_of_a_photo(
    content: bytes, simulator: Simulation, http: ClientSession
) -> None:
    await simulator.child.start()
    form = FormData({"chat_id": str(simulator.child.id), "caption": "certificate"})
    form.add_field("photo", content, filename="a.png")
    async with http.post(f"/bot{simulator.token}/sendPhoto", data=form) as answer:
        photo = (await answer.json())["result"]["photo"][-1]
    async with http.get(f"/sim/file/{photo['file_id']}?person={simulator.child.id}") as answer:
        assert (photo["width"], photo["height"], await answer.read()) == (320, 200, content)
    async with http.get(f"/sim/file/{photo['file_id']}?person={simulator.other_child.id}") as answer:
        assert answer.status == 404


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "file must be non-empty"),
        (b"GIF89a", "IMAGE_PROCESS_FAILED"),
        (b"\xff\xd8", "IMAGE_PROCESS_FAILED"),
    ],
)
async def test_it_refuses_what_is_no_picture(
    content: bytes, words: str, simulator: Simulation, http: ClientSession
) -> None:
    await simulator.child.start()
    form = FormData({"chat_id": str(simulator.child.id), "photo": "attach://file"})
    form.add_field("file", content, filename="a.png")
    async with http.post(f"/bot{simulator.token}/sendPhoto", data=form) as answer:
        assert (await answer.json())["description"] == f"Bad Request: {words}"


async def test_it_fetches_no_photo_from_the_net(simulator: Simulation, api: Api) -> None:
    await simulator.child.start()
    with pytest.raises(RefusedError, match="wrong file identifier/HTTP URL specified"):
        await api("sendPhoto", chat_id=simulator.child.id, photo="https://example.org/a.png")


async def test_it_refuses_a_long_caption(simulator: Simulation, http: ClientSession) -> None:
    await simulator.child.start()
    form = FormData({"chat_id": str(simulator.child.id), "caption": "x" * 1025})
    form.add_field("photo", PNG, filename="a.png")
    async with http.post(f"/bot{simulator.token}/sendPhoto", data=form) as answer:
        assert (await answer.json())["description"] == "Bad Request: message caption is too long"
