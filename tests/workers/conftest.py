from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from db.store import Store
from tests.storage import open_store
from tests.workers.outbox import Desk


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await open_store(tmp_path)
    yield opened
    await opened.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)
