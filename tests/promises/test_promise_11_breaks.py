"""Promise 11 must notice a bot that stores what it hears as it is."""

import asyncio
from pathlib import Path

from tests.promises import promise_11_stolen_disk as proof
from tests.promises.household import Home
from tests.promises.planting import Planter


def test_it_notices_a_bot_that_seals_nothing(tmp_path: Path) -> None:
    home, planter = Home(tmp_path), Planter(proof.SEED)
    home.make()
    loaded = asyncio.run(proof._use(home, planter, 1, "tests.promises.odd_bot", "unsealed"))
    figure = proof._searched(home, planter, loaded)
    assert not figure.ok
    assert "; in data/phuean.db" in figure.text, figure.text
