"""The validator: a call's parameters against the table. What Telegram would ignore or clamp is refused."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.simulator.errors import ApiError, bad
from bot.simulator.model import Json
from bot.simulator.spec import Rule, Shape, shapes

INTEGER = re.compile(r"-?\d{1,18}")
USERNAME = re.compile(r"@[A-Za-z]\w{3,31}")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file sent with the request."""

    name: str
    content: bytes


def parameters(method: Shape, given: dict[str, Any], files: dict[str, Upload]) -> Json:
    """The call's parameters, typed.

    Raises:
        ApiError: 400 in Telegram's words where it has any.
    """
    used: set[str] = set()
    for name in given:
        if name not in method.fields and f"attach://{name}" not in given.values():
            raise bad(f'unknown parameter "{name}" of {method.name}')
    checked = {}
    for name, rule in method.fields.items():
        value = _wire(name, rule, given, files, used)
        if value is not None:
            checked[name] = value
    if unused := set(files) - used:
        raise bad(f"unknown file {sorted(unused)[0]!r} in {method.name}")
    return checked


def _wire(name: str, rule: Rule, given: dict[str, Any], files: dict[str, Upload], used: set[str]) -> Any:
    value: Any = given.get(name)
    if rule.type == "file":
        value = _file(name, value, files, used)
    if value is None:
        if rule.required:
            raise bad(rule.words.get("missing", f'parameter "{name}" is required'))
        return None
    return check(name, rule, from_text(name, rule, value) if isinstance(value, str) else value, "")


def body(action: Shape, given: Json) -> Json:
    """The body of a control request, typed; what the table does not list is left out."""
    known = {name: value for name, value in given.items() if name in action.fields}
    return _object(action, known, "")


def _file(name: str, value: Any, files: dict[str, Upload], used: set[str]) -> Any:
    key = (
        value.removeprefix("attach://") if isinstance(value, str) and value.startswith("attach://") else name
    )
    if key in files:
        used.add(key)
        return files[key]
    return value


def from_text(name: str, rule: Rule, value: str) -> Any:
    """A value as forms carry it: numbers and booleans as text, objects and lists as JSON."""
    if rule.type in ("str", "file"):
        return value
    if rule.type in ("int", "chat"):
        return int(value) if INTEGER.fullmatch(value) else value
    if rule.type == "bool":
        return {"true": True, "false": False, "1": True, "0": False}.get(value.lower(), value)
    try:
        return json.loads(value)
    except ValueError:
        raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None


def check(name: str, rule: Rule, value: Any, prefix: str) -> Any:
    """One value against its rule; `prefix` are the words that faults inside an object begin with."""
    if rule.type.startswith("list "):
        return _list(name, rule, value, prefix)
    if rule.type in TYPES:
        if not TYPES[rule.type](value):
            raise _fault(rule, prefix, "wrong", f'field "{name}" must be of type {NAMES[rule.type]}')
        return _limits(name, rule, _encodable(value), prefix)
    return shape(shapes()[rule.type], value, prefix)


def _encodable(value: Any) -> Any:
    if isinstance(value, str) and any("\ud800" <= char <= "\udfff" for char in value):
        raise bad("strings must be encoded in UTF-8")
    return value


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _chat(value: Any) -> bool:
    return _whole(value) or (isinstance(value, str) and USERNAME.fullmatch(value) is not None)


TYPES: dict[str, Callable[[Any], bool]] = {
    "int": _whole,
    "bool": lambda value: isinstance(value, bool),
    "str": lambda value: isinstance(value, str),
    "chat": _chat,
    "file": lambda value: isinstance(value, str | Upload),
    "number": lambda value: isinstance(value, float) or _whole(value),
    "object": lambda value: isinstance(value, dict),
    "someone": lambda value: _whole(value) or value == "bot",
}
NAMES = {
    "int": "Number",
    "bool": "Boolean",
    "str": "String",
    "chat": "Number or @username",
    "file": "InputFile",
    "number": "Number",
    "object": "Object",
    "someone": 'Number or "bot"',
}


def _list(name: str, rule: Rule, value: Any, prefix: str) -> list[Any]:
    if not isinstance(value, list):
        raise _fault(rule, prefix, "wrong", f'field "{name}" must be of type Array')
    _limits(name, rule, value, prefix)
    return [check(name, rule.item, one, prefix) for one in value]


def _limits(name: str, rule: Rule, value: Any, prefix: str) -> Any:
    size = _size(rule, value)
    if size is not None and rule.min is not None and size < rule.min:
        raise _fault(rule, prefix, "empty", f"{name} must be at least {rule.min}")
    if size is not None and rule.max is not None and size > rule.max:
        raise _fault(rule, prefix, "long", f"{name} must be at most {rule.max}")
    if rule.one_of and value not in rule.one_of:
        raise _fault(rule, prefix, "wrong", f"{name} has a value that is not allowed")
    if rule.pattern and not re.fullmatch(rule.pattern, value, re.DOTALL):
        raise _fault(rule, prefix, "wrong", f"{name} has a shape that is not allowed")
    return value


def _size(rule: Rule, value: Any) -> int | None:
    if isinstance(value, str):
        return len(value.encode("utf-8", "surrogatepass")) if rule.bytes else len(value)
    if isinstance(value, list):
        return len(value)
    return value if rule.type == "int" else None


def _fault(rule: Rule, prefix: str, kind: str, default: str) -> ApiError:
    """Telegram's words for this fault; those called `bare` come from its core and stand without a prefix."""
    words = rule.words
    bare = words.get(f"bare_{kind}") or words.get("bare")
    return bad(bare) if bare else bad(prefix + words.get(kind, default))


def shape(expected: Shape, value: Any, prefix: str) -> Any:
    """A named type: a plain value, one of several objects, or an object."""
    if expected.value is not None:
        return check(expected.name, expected.value, value, prefix)
    if expected.from_text and isinstance(value, str):
        value = {expected.from_text: value}
    prefix = expected.prefix or prefix
    if not isinstance(value, dict):
        raise bad(prefix + (expected.not_object or f"{expected.name} must be an Object"))
    if expected.by_key or expected.by_field:
        return shape(_case(expected, value, prefix), value, prefix)
    return _object(expected, value, prefix)


def _case(expected: Shape, value: Json, prefix: str) -> Shape:
    chosen = next((name for key, name in expected.by_key.items() if key in value), None)
    for key, cases in expected.by_field.items():
        chosen = cases.get(str(value.get(key)))
    if chosen is None:
        raise bad(prefix + expected.wrong)
    return shapes()[chosen]


def _object(expected: Shape, value: Json, prefix: str) -> Json:
    if unknown := [name for name in value if name not in expected.fields]:
        raise bad(f'{prefix}unknown field "{unknown[0]}" in {expected.name}')
    checked = {}
    for name, rule in expected.fields.items():
        if value.get(name) is None:
            if rule.required:
                raise bad(prefix + rule.words.get("missing", f'Can\'t find field "{name}"'))
            continue
        checked[name] = check(name, rule, value[name], prefix)
    _one_of_fields(expected, checked, prefix)
    return checked


def _one_of_fields(expected: Shape, value: Json, prefix: str) -> None:
    if not expected.exactly_one:
        return
    used = sum(name in value for name in expected.exactly_one)
    if used != 1:
        raise bad(prefix + (expected.many if used else expected.none))
