"""Inline mode."""

from typing import Any

import pytest

from bot.simulator import taps
from bot.simulator.errors import TroubleError
from tests.simulation import Simulation
from tests.simulator.calls import BUTTON, keyboard
from tests.simulator.conftest import Api, RefusedError


async def asked(simulator: Simulation, api: Api) -> str:
    """An inline query of the child in the group, delivered to the bot."""
    taps.ask_inline(simulator.world, simulator.child.id, simulator.group.id, "lesson")
    query: dict[str, Any] = (await api("getUpdates"))[-1]["inline_query"]
    assert (query["query"], query["chat_type"]) == ("lesson", "group")
    return str(query["id"])


def article(**more: Any) -> dict[str, Any]:
    """One result."""
    content = {"message_text": "<b>Lesson</b>", "parse_mode": "HTML"}
    return {"type": "article", "id": "1", "title": "Lesson", "input_message_content": content, **more}


async def test_it_sends_the_chosen_result_in_the_persons_name(simulator: Simulation, api: Api) -> None:
    query = await asked(simulator, api)
    await api("answerInlineQuery", inline_query_id=query, results=[article()], is_personal=True)
    taps.choose_inline(simulator.world, simulator.child.id, simulator.group.id, query, "1")
    updates = await api("getUpdates")
    message = updates[-2]["message"]
    assert (message["text"], message["from"]["id"], message["via_bot"]["is_bot"]) == (
        "Lesson",
        simulator.child.id,
        True,
    )
    assert updates[-1]["chosen_inline_result"]["result_id"] == "1"


async def test_it_edits_an_inline_message_by_its_own_id(simulator: Simulation, api: Api) -> None:
    query = await asked(simulator, api)
    await api("answerInlineQuery", inline_query_id=query, results=[article(reply_markup=keyboard(BUTTON))])
    message = taps.choose_inline(simulator.world, simulator.child.id, simulator.group.id, query, "1")
    await simulator.other_child.tap("Go", on=message)
    tap = (await api("getUpdates"))[-1]["callback_query"]
    assert await api("editMessageText", inline_message_id=tap["inline_message_id"], text="done") is True
    assert ("message" in tap, message.text) == (False, "done")


async def test_it_lets_nobody_choose_from_another_persons_results(simulator: Simulation, api: Api) -> None:
    query = await asked(simulator, api)
    await api("answerInlineQuery", inline_query_id=query, results=[article()])
    with pytest.raises(TroubleError, match="no such result"):
        taps.choose_inline(simulator.world, simulator.other_child.id, simulator.group.id, query, "1")


async def test_it_forgets_a_query_after_thirty_seconds(simulator: Simulation, api: Api) -> None:
    query = await asked(simulator, api)
    simulator.advance(31)
    with pytest.raises(RefusedError, match="query is too old"):
        await api("answerInlineQuery", inline_query_id=query, results=[])


async def test_it_refuses_two_results_of_one_id(simulator: Simulation, api: Api) -> None:
    query = await asked(simulator, api)
    with pytest.raises(RefusedError, match="RESULT_ID_DUPLICATE"):
        await api("answerInlineQuery", inline_query_id=query, results=[article(), article()])
