"""The control API and the websocket: who may use them, and what each person sees."""

from typing import Any

import pytest
from aiohttp import ClientSession

from tests.simulation import Simulation
from tests.simulator.calls import BUTTON, keyboard
from tests.simulator.conftest import Api


async def post(http: ClientSession, path: str, /, **body: Any) -> Any:
    """A control call that must succeed."""
    async with http.post(f"/sim/{path}", json=body) as answer:
        told = await answer.json()
        assert told["ok"], told
        return told["result"]


async def state(http: ClientSession, person: int) -> Any:
    """What a person's phone shows."""
    async with http.get(f"/sim/state?person={person}") as answer:
        return (await answer.json())["result"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Host": "127.0.0.1.evil.example"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
async def test_it_refuses_other_origins_and_hosts(headers: dict[str, str], http: ClientSession) -> None:
    async with http.get("/sim/people", headers=headers) as answer:
        assert answer.status == 403


async def test_it_refuses_forms_that_any_page_could_send(http: ClientSession) -> None:
    async with http.post("/sim/reset", data={"a": "b"}) as answer:
        assert answer.status == 400


async def test_it_answers_its_own_page(simulator: Simulation, http: ClientSession) -> None:
    async with http.get("/sim/people", headers={"Origin": simulator.base_url}) as answer:
        people = (await answer.json())["result"]
    assert [one["kind"] for one in people] == ["child", "child", "peer", "staff", "staff"]


async def test_it_shows_each_person_only_their_chats(simulator: Simulation, http: ClientSession) -> None:
    child, staff = await state(http, simulator.child.id), await state(http, simulator.staff.id)
    assert [one["id"] for one in child["chats"]] == [simulator.child.id, simulator.group.id]
    assert [one["id"] for one in staff["chats"]] == [simulator.staff.id, simulator.staff_room.id]


@pytest.mark.parametrize(
    ("action", "body", "status"),
    [
        ("send", {"person": 1, "chat": 1, "text": "a"}, 404),
        ("send", {"person": 510000001, "chat": -1004200000001, "text": "a"}, 403),
        ("send", {"person": 510000001, "chat": 510000001, "text": " "}, 400),
        ("send", {"person": 510000001, "chat": 510000001}, 400),
        ("send", {"person": 510000001, "chat": 510000001, "text": "x" * 4097}, 400),
        ("tap", {"person": 510000001, "chat": 510000001, "message": 99, "data": "a"}, 404),
        ("edit", {"person": 510000001, "chat": 510000001, "message": 99, "text": "a"}, 404),
        ("topic_delete", {"person": 510000001, "chat": -4100000001, "topic": 2}, 403),
        ("media", {"person": 510000001, "chat": 510000001, "kind": "love"}, 400),
        ("dance", {}, 404),
        ("clock", {"advance": -1}, 400),
    ],
)
async def test_it_refuses_wrong_actions(
    action: str, body: dict[str, Any], status: int, http: ClientSession
) -> None:
    async with http.post(f"/sim/{action}", json=body) as answer:
        told = await answer.json()
    assert (answer.status, told["ok"], bool(told["error"])) == (status, False, True)


async def test_it_plays_a_whole_turn(simulator: Simulation, api: Api, http: ClientSession) -> None:
    child = simulator.child.id
    await post(http, "start", person=child, payload="abc")
    sent = await api("sendMessage", chat_id=child, text="hello", reply_markup=keyboard(BUTTON))
    place = {"person": child, "chat": child, "message": sent["message_id"]}
    tap = await post(http, "tap", **place, row=0, column=0)
    assert await api("answerCallbackQuery", callback_query_id=tap["query"])
    shown = (await state(http, child))["chats"][0]
    assert ([one["text"] for one in shown["messages"]], shown["started"]) == (["/start abc", "hello"], True)
    assert shown["messages"][1]["buttons"][0][0]["data"] == "go"


async def test_it_pushes_to_those_who_see_it_and_nobody_else(
    simulator: Simulation, api: Api, http: ClientSession
) -> None:
    await simulator.child.start()
    await simulator.other_child.start()
    async with http.ws_connect(f"/sim/ws?person={simulator.other_child.id}") as socket:
        await simulator.until(lambda: len(simulator.world.listeners) == 7)
        await api("sendMessage", chat_id=simulator.child.id, text="secret")
        await api("sendMessage", chat_id=simulator.other_child.id, text="for you")
        event = await socket.receive_json(timeout=5)
    assert (event["event"], event["message"]["text"]) == ("message", "for you")


async def test_it_pushes_every_kind_of_change(simulator: Simulation, api: Api, http: ClientSession) -> None:
    staff, room = simulator.staff, simulator.staff_room.id
    async with http.ws_connect(f"/sim/ws?person={staff.id}") as socket:
        await simulator.until(lambda: len(simulator.world.listeners) == 7)
        topic = (await api("createForumTopic", chat_id=room, name="case"))["message_thread_id"]
        sent = await api("sendMessage", chat_id=room, text="card", message_thread_id=topic)
        await api("editMessageText", chat_id=room, message_id=sent["message_id"], text="card 2")
        await api("deleteMessage", chat_id=room, message_id=sent["message_id"])
        await api("sendChatAction", chat_id=room, action="typing")
        await api("setMyCommands", commands=[{"command": "a", "description": "b"}])
        await api("setMyName", name="Other")
        await post(http, "topic_delete", person=staff.id, chat=room, topic=topic)
        await post(http, "clock", advance=60)
        await post(http, "member", chat=room, member=staff.id, action="remove")
        seen = [(await socket.receive_json(timeout=5))["event"] for _ in range(12)]
    order = [
        "topic",
        "message",
        "message",
        "edited",
        "deleted",
        "typing",
        "chat",
        "chat",
        "bot",
        "topic_deleted",
    ]
    assert seen == [*order, "clock", "chat_gone"]


async def test_it_refuses_a_websocket_from_another_page(simulator: Simulation, http: ClientSession) -> None:
    headers = {"Origin": "https://evil.example"}
    async with http.get(f"/sim/ws?person={simulator.child.id}", headers=headers) as answer:
        assert answer.status == 403


async def test_it_moves_the_clock_and_tells_where_it_stands(http: ClientSession) -> None:
    await post(http, "clock", advance=90)
    async with http.get("/sim/clock") as answer:
        assert (await answer.json())["result"]["offset"] == 90


async def test_it_switches_faults_on_and_off(http: ClientSession) -> None:
    on = await post(http, "faults", rate_limits=True, delay_ms=1, fail_next={"method": "getMe", "code": 500})
    off = await post(http, "faults", clear=True)
    assert (on["rate_limits"], on["delay_ms"], on["planned"]) == (True, 1, 1)
    assert (off["delay_ms"], off["planned"]) == (0, 0)


async def test_it_shows_calls_in_the_journal(api: Api, http: ClientSession) -> None:
    await api("getMe")
    async with http.get("/sim/journal?since=0") as answer:
        calls = (await answer.json())["result"]
    assert [(one["n"], one["method"], one["ok"]) for one in calls] == [(0, "getMe", True)]


async def test_it_starts_again_after_a_reset(simulator: Simulation, http: ClientSession) -> None:
    await simulator.child.start()
    await post(http, "reset")
    shown = await state(http, simulator.child.id)
    assert (shown["chats"][0]["messages"], shown["chats"][0]["started"]) == ([], False)


async def test_it_makes_people_and_groups(simulator: Simulation, http: ClientSession) -> None:
    person = await post(http, "person", name="New", kind="child", language="en")
    group = await post(http, "group", title="Team", members=[simulator.staff.id], forum=True, bot_admin=True)
    await post(http, "member", chat=group["chat"], member=person["id"], action="add")
    await post(
        http, "rights", chat=group["chat"], member=person["id"], status="administrator", anonymous=True
    )
    topic = await post(http, "topic_create", person=person["id"], chat=group["chat"], name="one")
    await post(http, "topic_edit", person=person["id"], chat=group["chat"], topic=topic["id"], closed=True)
    shown = next(one for one in (await state(http, person["id"]))["chats"] if one["id"] == group["chat"])
    assert [(one["name"], one["closed"]) for one in shown["topics"]] == [("General", False), ("one", True)]
    assert {one["kind"]: one["anonymous"] for one in shown["members"]}["child"] is True


async def test_it_hides_a_cleared_chat_on_the_phone_only(simulator: Simulation, http: ClientSession) -> None:
    await simulator.child.start()
    await post(http, "clear", person=simulator.child.id)
    shown = await state(http, simulator.child.id)
    assert (shown["chats"][0]["messages"], len(simulator.world.chats[simulator.child.id].messages)) == ([], 1)
