"""Names, descriptions, commands and photos."""

import struct
from io import BytesIO

import pytest
from aiohttp import ClientSession, FormData

from bot.simulator import screen
from tests.simulation import Simulation
from tests.simulator.conftest import Api, RefusedError


def sized_png(width: int, height: int) -> bytes:
    """A PNG of that size, as far as its head tells."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"rest"


PNG = sized_png(320, 200)
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
        (sized_png(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (sized_png(210, 10), "PHOTO_INVALID_DIMENSIONS"),
        (
            PNG + bytes(10 * 1024 * 1024),
            f"file of size {len(PNG) + 10 * 1024 * 1024} bytes is too big for a photo",
        ),
    ],
)
async def test_it_refuses_what_is_no_picture(
    content: bytes, words: str, simulator: Simulation, http: ClientSession
) -> None:
    await simulator.child.start()
    form = FormData({"chat_id": str(simulator.child.id), "photo": "attach://file"})
    form.add_field("file", BytesIO(content), filename="a.png")
    async with http.post(f"/bot{simulator.token}/sendPhoto", data=form) as answer:
        assert (await answer.json())["description"] == f"Bad Request: {words}"


async def test_it_fetches_no_photo_from_the_net(simulator: Simulation, api: Api) -> None:
    await simulator.child.start()
    with pytest.raises(RefusedError, match="wrong file identifier/HTTP URL specified"):
        await api("sendPhoto", chat_id=simulator.child.id, photo="https://example.org/a.png")


async def test_it_refuses_a_photo_that_it_has_never_seen(simulator: Simulation, api: Api) -> None:
    await simulator.child.start()
    with pytest.raises(RefusedError, match="wrong file identifier/HTTP URL specified"):
        await api("sendPhoto", chat_id=simulator.child.id, photo="photo-0123456789abcdef")


async def test_it_takes_the_longest_caption(simulator: Simulation, http: ClientSession) -> None:
    await simulator.child.start()
    form = FormData({"chat_id": str(simulator.child.id), "caption": "x" * 1024})
    form.add_field("photo", PNG, filename="a.png")
    async with http.post(f"/bot{simulator.token}/sendPhoto", data=form) as answer:
        assert (await answer.json())["ok"]


async def test_it_refuses_to_make_a_text_of_a_photo(
    simulator: Simulation, http: ClientSession, api: Api
) -> None:
    await simulator.child.start()
    form = FormData({"chat_id": str(simulator.child.id), "caption": "x"})
    form.add_field("photo", PNG, filename="a.png")
    async with http.post(f"/bot{simulator.token}/sendPhoto", data=form) as answer:
        sent = (await answer.json())["result"]["message_id"]
    with pytest.raises(RefusedError, match="there is no text in the message to edit"):
        await api("editMessageText", chat_id=simulator.child.id, message_id=sent, text="y")


async def test_it_writes_down_a_photo_by_its_name_and_size(
    simulator: Simulation, http: ClientSession
) -> None:
    await simulator.child.start()
    form = FormData({"chat_id": str(simulator.child.id)})
    form.add_field("photo", PNG, filename="a.png")
    async with http.post(f"/bot{simulator.token}/sendPhoto", data=form):
        pass
    assert simulator.calls("sendPhoto")[-1].params["photo"] == {"file": "a.png", "bytes": len(PNG)}


async def test_it_refuses_a_long_caption(simulator: Simulation, http: ClientSession) -> None:
    await simulator.child.start()
    form = FormData({"chat_id": str(simulator.child.id), "caption": "x" * 1025})
    form.add_field("photo", PNG, filename="a.png")
    async with http.post(f"/bot{simulator.token}/sendPhoto", data=form) as answer:
        assert (await answer.json())["description"] == "Bad Request: message caption is too long"
