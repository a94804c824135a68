"""Polls and quizzes."""

import pytest

from bot.simulator import widgets
from bot.simulator.errors import TroubleError
from bot.simulator.model import Message
from tests.simulation import Simulation
from tests.simulator.calls import quiz
from tests.simulator.conftest import Api, RefusedError


async def sent(simulator: Simulation, api: Api, **more: object) -> Message:
    """A quiz to the child."""
    await simulator.child.start()
    method, params = quiz(**more)
    answer = await api(method, **params)
    return simulator.world.chats[simulator.child.id].messages[answer["message_id"]]


async def kinds(api: Api) -> list[str]:
    """Kinds of the updates that wait."""
    return [next(iter(set(update) - {"update_id"})) for update in await api("getUpdates")]


async def test_it_tells_the_bot_who_answered_an_open_quiz(simulator: Simulation, api: Api) -> None:
    await simulator.child.vote(await sent(simulator, api, is_anonymous=False), 1)
    updates = await api("getUpdates")
    answer = updates[-1]["poll_answer"]
    assert (answer["user"]["id"], answer["option_ids"]) == (simulator.child.id, [1])
    assert answer["option_persistent_ids"] == [updates[-2]["poll"]["options"][1]["persistent_id"]]


async def test_it_never_tells_who_answered_an_anonymous_quiz(simulator: Simulation, api: Api) -> None:
    await simulator.child.vote(await sent(simulator, api), 1)
    assert await kinds(api) == ["message", "poll"]


async def test_it_takes_the_first_answer_of_a_quiz_as_final(simulator: Simulation, api: Api) -> None:
    message = await sent(simulator, api)
    await simulator.child.vote(message, 0)
    with pytest.raises(TroubleError, match="final"):
        await simulator.child.vote(message, 1)


async def test_it_lets_a_regular_poll_be_taken_back(simulator: Simulation, api: Api) -> None:
    await simulator.child.start()
    params = {"question": "q", "options": ["a", "b"], "is_anonymous": False}
    answer = await api("sendPoll", chat_id=simulator.child.id, **params)
    message = simulator.world.chats[simulator.child.id].messages[answer["message_id"]]
    await simulator.child.vote(message, 0)
    await simulator.child.vote(message)
    assert (await api("getUpdates"))[-1]["poll_answer"]["option_ids"] == []


async def test_it_shows_right_answers_only_after_answering(simulator: Simulation, api: Api) -> None:
    message = await sent(simulator, api, explanation="because")
    assert message.poll is not None
    before = widgets.poll(message.poll, simulator.child.id)
    await simulator.child.vote(message, 0)
    after = widgets.poll(message.poll, simulator.child.id)
    assert (before["explanation"], [one["correct"] for one in before["options"]]) == (None, [None, None])
    assert (after["explanation"], [one["correct"] for one in after["options"]]) == ("because", [False, True])


async def test_it_closes_a_timed_quiz_by_itself(simulator: Simulation, api: Api) -> None:
    message = await sent(simulator, api, open_period=60)
    simulator.advance(61)
    with pytest.raises(TroubleError, match="closed"):
        await simulator.child.vote(message, 1)
    assert (await api("getUpdates"))[-1]["poll"]["is_closed"]


async def test_it_stops_a_poll_once(simulator: Simulation, api: Api) -> None:
    message = await sent(simulator, api)
    place = {"chat_id": message.chat, "message_id": message.id}
    assert (await api("stopPoll", **place))["is_closed"]
    with pytest.raises(RefusedError, match="Bad Request: poll has already been closed"):
        await api("stopPoll", **place)


async def test_it_refuses_to_stop_what_is_no_poll(simulator: Simulation, api: Api) -> None:
    message = await simulator.child.say("hello")
    with pytest.raises(RefusedError, match="Bad Request: message is not a poll"):
        await api("stopPoll", chat_id=message.chat, message_id=message.id)
