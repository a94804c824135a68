"""One way of reading as a process: `python -m tests.bench.one_way NAME FOLDER`; see `readers.py`.

Its first line is JSON that says why this way cannot be had here, "" if it can. Then each line of messages
is answered with a line of the milliseconds that each took, null where reading it raised an error.
"""

import json
import sys
import time
from pathlib import Path

from bot.understanding.trained.artefact import UnusableError
from tests import shared
from tests.bench.ways import WAYS, Read


def main() -> None:
    """Read until there is nothing more to read."""
    name, folder = sys.argv[1:]
    try:
        read = WAYS[name].ready(shared.content(), Path(folder))
    except (UnusableError, ImportError) as error:
        _say(str(error))
        return
    _say("")
    for line in sys.stdin:
        _say([milliseconds(read, text) for text in json.loads(line)])


def milliseconds(read: Read, text: str) -> float | None:
    """Of the processor, for one message: what else runs on the machine counts little. None: it raised."""
    start = time.process_time()
    try:
        read(text)
    except Exception:
        # Whatever a way raises at a message that it cannot bear is a result, not the end of the measurement.
        return None
    return 1000 * (time.process_time() - start)


def _say(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
