"""`python -m tests.promises [--short] [NUMBER ...]`: run the proofs, one line each.

The exit status is 1 when any of them is below its figure or breaks down.
"""

import argparse
import sys
import traceback

from bot import log
from tests.promises.figure import Figure, names, number_of, proof


def main() -> int:
    """Run the chosen proofs one after the other."""
    parser = argparse.ArgumentParser(prog="python -m tests.promises")
    parser.add_argument("numbers", nargs="*", type=int, help="rows to prove; all without any")
    parser.add_argument("--short", action="store_true", help="the forms of the test suite, in seconds")
    chosen = parser.parse_args()
    log.configure(level="CRITICAL")
    wanted = [name for name in names() if not chosen.numbers or number_of(name) in chosen.numbers]
    figures = [told(name, long=not chosen.short) for name in wanted]
    return 0 if figures and all(figure.ok for figure in figures) else 1


def told(name: str, *, long: bool) -> Figure:
    """The figure of one proof, printed. A proof that breaks down is below its figure."""
    try:
        figure = proof(name).prove(long)
    except Exception as error:
        traceback.print_exc(limit=-10)
        figure = Figure(number_of(name), f"broke down ({type(error).__name__})", ok=False)
    print(figure, flush=True)  # noqa: T201 - the line is the product
    return figure


if __name__ == "__main__":
    sys.exit(main())
