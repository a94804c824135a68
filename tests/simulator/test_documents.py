"""Documents that the bot sends."""

import pytest
from aiohttp import ClientSession, FormData

from tests.simulation import STAFF_ROOM, Simulation


async def sent(
    http: ClientSession, sim: Simulation, content: bytes = b"a,b", **more: str
) -> dict[str, object]:
    form = FormData({"chat_id": str(STAFF_ROOM), **more}, default_to_multipart=True)
    form.add_field("document", content, filename="a.csv", content_type="text/csv")
    async with http.post(f"/bot{sim.token}/sendDocument", data=form) as answer:
        body: dict[str, object] = await answer.json()
        return body


async def test_it_takes_a_document_with_a_caption(simulator: Simulation, http: ClientSession) -> None:
    result = (await sent(http, simulator, caption="words"))["result"]
    assert isinstance(result, dict)
    assert result["document"]["file_name"] == "a.csv"
    assert (result["document"]["file_size"], result["caption"]) == (3, "words")


@pytest.mark.parametrize(
    ("content", "caption", "reason"),
    [(b"", "", "file must be non-empty"), (b"x", "w" * 1025, "message caption is too long")],
)
async def test_it_refuses_what_telegram_refuses(
    content: bytes, caption: str, reason: str, simulator: Simulation, http: ClientSession
) -> None:
    answer = await sent(http, simulator, content, caption=caption)
    assert (answer["ok"], answer["description"]) == (False, f"Bad Request: {reason}")


async def test_only_who_sees_the_chat_can_open_it(simulator: Simulation, http: ClientSession) -> None:
    result = (await sent(http, simulator))["result"]
    assert isinstance(result, dict)
    path = f"/sim/file/{result['document']['file_id']}"
    async with http.get(path, params={"person": simulator.staff.id}) as answer:
        assert (answer.status, await answer.read()) == (200, b"a,b")
        assert answer.headers["Content-Disposition"] == "attachment"
    async with http.get(path, params={"person": simulator.child.id}) as answer:
        assert answer.status == 404
