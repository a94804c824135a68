"""One Bot API call from name and raw parameters to the answer, with faults, limits and the journal."""

import inspect
from dataclasses import dataclass
from typing import Any

from bot.simulator.api import METHODS
from bot.simulator.check import Upload, parameters
from bot.simulator.errors import ApiError
from bot.simulator.model import Json
from bot.simulator.spec import Shape, methods
from bot.simulator.taps import close_due
from bot.simulator.world import World


@dataclass(frozen=True, slots=True)
class Answer:
    """HTTP status and body; `raw` bytes stand in for the body."""

    status: int
    body: Json
    raw: bytes | None = None


def known(world: World, token: str, name: str) -> Shape:
    """The method that is called.

    Raises:
        ApiError: 401 for a wrong token, 404 for what is no token or no method.
    """
    if ":" not in token:
        raise ApiError(404, "Not Found")
    if token != world.bot.token:
        raise ApiError(401, "Unauthorized")
    method = methods().get(name.lower())
    if method is None:
        raise ApiError(404, "Not Found: method not found")
    return method


async def call(
    world: World, token: str, name: str, given: dict[str, Any], files: dict[str, Upload]
) -> Answer:
    """Carry out one call; refusals are answers too, and all of it is in the journal."""
    params: Json = given
    try:
        method = known(world, token, name)
        name = method.name
        if refusal := world.faults.refusal(name):
            raise refusal
        params = parameters(method, given, files)
        world.limits.check(name, params.get("chat_id"))
        result = await carry_out(world, name, params)
        raw = result if isinstance(result, bytes) else None
        answer = Answer(200, {"ok": True, "result": repr(raw) if raw else result}, raw)
    except ApiError as error:
        answer = Answer(error.code, error.body())
    record(world, name, params, answer)
    return answer


async def carry_out(world: World, name: str, params: Json) -> Any:
    """Run the method; polls whose time is over close first."""
    close_due(world)
    result = METHODS[name](world, params)
    return await result if inspect.isawaitable(result) else result


def record(world: World, name: str, params: Json, answer: Answer) -> None:
    """Write the call down; uploads as their size."""
    shown = {key: _shown(value) for key, value in params.items()}
    told = answer.body.get("result", answer.body.get("description"))
    world.journal.write(world.now(), name, shown, answer.status, told)


def _shown(value: Any) -> Any:
    return {"file": value.name, "bytes": len(value.content)} if isinstance(value, Upload) else value
