"""An opinion from outside: aiogram's models read what our bot asks and what the simulator says.

assert faults(sim.calls()) == []
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from aiogram import methods
from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.simulator.journal import Call


def strangers(value: Any, path: str = "") -> Iterator[str]:
    """Fields that the library's models do not know, by their path."""
    if isinstance(value, BaseModel):
        for name in value.model_extra or {}:
            yield f"{path}.{name}"
        for name in value.model_fields_set:
            yield from strangers(getattr(value, name, None), f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strangers(one, path)


@cache
def method_model(name: str) -> type[methods.TelegramMethod[Any]]:
    """The library's model of a method. Raises AttributeError for one it does not know."""
    model: type[methods.TelegramMethod[Any]] = getattr(methods, name[0].upper() + name[1:])
    return model


@cache
def answer_reader(name: str) -> TypeAdapter[Any]:
    """Reads the answers of a method."""
    return TypeAdapter(method_model(name).__returning__)


def faults(calls: Iterable[Call]) -> list[str]:
    """What the library objects to in calls that were accepted, one line each; uploads are not looked into."""
    return [fault for call in calls if call.ok for fault in faults_of(call)]


def faults_of(call: Call) -> list[str]:
    """What the library objects to in one call and its answer."""
    try:
        asked = method_model(call.method).model_validate(without_uploads(call.params))
        told = answer_reader(call.method).validate_python(call.answer)
    except ValidationError as error:
        return [f"{call.method}: {error}"]
    return [f"{call.method}{name}" for side in (asked, told) for name in strangers(side)]


def without_uploads(params: dict[str, Any]) -> dict[str, Any]:
    """The parameters with a file id in place of an uploaded file."""
    uploaded = {
        name for name, value in params.items() if isinstance(value, dict) and set(value) == {"file", "bytes"}
    }
    return params | dict.fromkeys(uploaded, "file")
