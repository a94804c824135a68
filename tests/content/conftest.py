"""A tiny content tree for each test."""

from pathlib import Path

import pytest

from tests.content import tiny_tree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A content folder in which nothing is wrong."""
    return tiny_tree.build(tmp_path / "content")
