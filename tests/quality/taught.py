"""Every invented message that the product is taught from or tuned on."""

from collections.abc import Iterator
from pathlib import Path

from content.loader import CONTENT_ROOT
from content.reading import read_tree
from content.taught import everything

LOOKALIKES = Path(__file__).parents[1] / "understanding" / "lookalikes.txt"


def taught() -> Iterator[str]:
    """What the content teaches (`content/taught.py`), and the look-alikes of the tests."""
    tree, _ = read_tree(CONTENT_ROOT)
    yield from (one.text for one in everything(tree, CONTENT_ROOT))
    yield from LOOKALIKES.read_text(encoding="utf-8").splitlines()
