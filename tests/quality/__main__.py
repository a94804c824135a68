"""`python -m tests.quality`: how well distress is found and questions are answered."""

import argparse
import json
from collections.abc import Sequence

import yaml
from rich.console import Console

from tests import shared
from tests.quality import measuring
from tests.quality.floors import figures, floors, renewed
from tests.quality.parts import as_plain, whole
from tests.quality.printing import show
from tests.quality.sets import HELDOUT, NAMES

WIDTH = 140
ALL = "all"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    chosen = _parser().parse_args(arguments)
    # Messages may hold brackets and colons that rich would take for its own marks.
    console = Console(width=WIDTH, markup=False, emoji=False, highlight=False)
    if chosen.floors:
        console.out(yaml.safe_dump(measured_floors(), sort_keys=False), end="")
        return
    report = whole(NAMES if chosen.sets == ALL else (chosen.sets,))
    if chosen.json:
        console.out(json.dumps(as_plain(report, texts=chosen.show), ensure_ascii=False))
    else:
        show(report, console, texts=chosen.show)


def measured_floors() -> dict[str, object]:
    """`floors.yaml` as it would be set today."""
    content = shared.content()
    rows = measuring.sets(HELDOUT, content)
    readers, _ = measuring.readers()
    return renewed(floors(), {mode: figures(measuring.own(r, rows)) for mode, r in readers.items()})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.quality")
    parser.add_argument("--sets", choices=(*NAMES, ALL), default=HELDOUT, help="which sets are read")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    parser.add_argument("--floors", action="store_true", help="floors.yaml as the held-out sets set it today")
    parser.add_argument(
        "--show",
        action="store_true",
        help="with the invented messages that were read wrongly; never those of the closed sets",
    )
    return parser


if __name__ == "__main__":
    main()
