"""`make bench`: what an update costs beside a bare echo bot, and what reading a message costs, as ratios."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from bot.understanding.trained import artefact
from tests.bench.reading import reading
from tests.bench.updates import updates

UPDATES, READING = "updates", "reading"
ROUNDS = {UPDATES: 5, READING: 3}
WIDTH = 120


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the rounds and print the tables."""
    chosen = _parser().parse_args(arguments)
    console = Console(width=WIDTH, highlight=False)
    if chosen.part != READING:
        console.print(updates(chosen.rounds or ROUNDS[UPDATES]))
    if chosen.part != UPDATES:
        for part in reading(chosen.rounds or ROUNDS[READING], chosen.model):
            console.print(part)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("part", nargs="?", choices=(UPDATES, READING), help="this part alone")
    parser.add_argument("--rounds", type=int, help="how often each is measured (5 and 3)")
    parser.add_argument(
        "--model", type=Path, default=artefact.FOLDER, help="the folder with the trained judge's files"
    )
    return parser


if __name__ == "__main__":
    main()
