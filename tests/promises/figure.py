"""What a proof hands back, and how proofs are found."""

import importlib
import pkgutil
import re
from dataclasses import dataclass
from typing import Protocol

import tests.promises

NAME = re.compile(r"promise_(\d\d)_\w+")


@dataclass(frozen=True, slots=True)
class Figure:
    """The outcome of a proof: one line with what was measured, and whether that reaches the promise."""

    number: int
    text: str
    ok: bool

    def __str__(self) -> str:
        return f"promise {self.number}: {self.text}" + ("" if self.ok else " - BELOW ITS FIGURE")


class Proof(Protocol):
    """A module `tests/promises/promise_NN_name.py`."""

    __name__: str

    def prove(self, long: bool) -> Figure:  # noqa: FBT001 - the size is the one thing to choose
        """Measure; `long` takes minutes, else seconds. Below the figure is a value, not an error."""


def names() -> list[str]:
    """Module names of all proofs, in the order of their numbers."""
    modules = pkgutil.iter_modules(tests.promises.__path__)
    return sorted(one.name for one in modules if NAME.fullmatch(one.name))


def proof(name: str) -> Proof:
    """The proof of that module name."""
    module: Proof = importlib.import_module(f"tests.promises.{name}")
    return module


def number_of(name: str) -> int:
    """The row of `promises.md` that a module name stands for."""
    found = NAME.fullmatch(name)
    assert found is not None, name
    return int(found.group(1))
