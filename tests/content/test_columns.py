"""Display columns: what a small phone shows."""

import pytest

from content.columns import columns


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("", 0),
        ("abc", 3),
        ("ที่นี่", 2),
        ("น้ำ", 2),
        ("เพื่อน", 4),
        ("🌱", 2),
        ("☎️", 2),
        ("☎", 1),
        ("👍🏽", 2),
        ("👨‍👩‍👧", 2),
        ("日本", 4),
        ("e\u0301", 1),
    ],
)
def test_it_counts_what_is_seen(text: str, wide: int) -> None:
    assert columns(text) == wide
