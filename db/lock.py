"""One process for one database: two would send everything twice."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.errors import AlreadyRunningError


@contextmanager
def single_instance(database: Path) -> Iterator[None]:
    """Hold the lock file `<database>.lock`. Raises AlreadyRunningError while another process holds it.

    The kernel lets go of it when the process ends in whatever way; the file itself stays and means nothing.
    """
    path = database.with_name(database.name + ".lock")
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(descriptor)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise AlreadyRunningError("another process uses this database") from None
