"""The short form of every proof. `make promises` runs the long forms."""

import pytest

from tests.promises.figure import names, number_of, proof


@pytest.mark.timeout(600)  # only for what hangs: a slow machine takes minutes for the state machine
@pytest.mark.parametrize("name", names())
def test_it_keeps_the_promise(name: str) -> None:
    figure = proof(name).prove(False)  # noqa: FBT003
    print(figure)  # noqa: T201 - shown when it fails, or with -s
    assert figure.number == number_of(name)
    assert figure.ok, str(figure)
