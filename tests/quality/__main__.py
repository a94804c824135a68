"""`python -m tests.quality [--json] [--show]`: how well distress is found and questions are answered."""

import argparse
import json

from rich.console import Console

from tests.quality import measuring
from tests.quality.printing import as_plain, distress_part, faq_part, show

WIDTH = 140


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    parser.add_argument(
        "--show", action="store_true", help="with the invented messages that were read wrongly"
    )
    chosen = parser.parse_args()
    parts = measured_parts()
    console = Console(width=WIDTH)
    if chosen.json:
        console.out(json.dumps(as_plain(parts, texts=chosen.show), ensure_ascii=False))
        return
    for name, part in parts.items():
        show(name, part, console, texts=chosen.show)


def measured_parts() -> dict[str, dict[str, object]]:
    """Both parts of the report."""
    content = measuring.content()
    measured = measuring.own(content)
    return {
        "distress": distress_part(measured.reads, dict(measuring.distress_baselines(content, measured))),
        "faq": faq_part(measured.replies, dict(measuring.faq_baselines(content, measured))),
    }


if __name__ == "__main__":
    main()
