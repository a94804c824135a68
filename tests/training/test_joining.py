"""Two tuned encoders become one."""

from pathlib import Path

import numpy as np
import pytest

from bot.training.joining import TUNED, joined, keep

FIRST = {
    "emb.word": np.array([[1.0, 2.0], [3.0, 4.0]], np.float32),
    "emb.ln.w": np.array([1.0, 1.0], np.float32),
    "l0.q.w": np.array([[2.0]], np.float32),
    "l10.q.b": np.array([4.0], np.float32),
    "severity.w": np.array([[9.0]], np.float32),
}
SECOND = {
    **FIRST,
    "emb.word": np.array([[7.0, 7.0]], np.float32),
    "l0.q.w": np.array([[4.0]], np.float32),
    "l10.q.b": np.array([-4.0], np.float32),
}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, weights in ((first, FIRST), (second, SECOND)):
        folder.mkdir()
        keep(weights, folder)
    return first, second


def test_the_layers_are_the_mean_of_both(folders: tuple[Path, Path]) -> None:
    weights = joined(*folders)
    assert weights["l0.q.w"] == pytest.approx(np.array([[3.0]]))
    assert weights["l10.q.b"] == pytest.approx(np.array([0.0]))


def test_the_words_are_those_of_the_first(folders: tuple[Path, Path]) -> None:
    assert np.array_equal(joined(*folders)["emb.word"], FIRST["emb.word"])
    assert np.array_equal(joined(*reversed(folders))["emb.word"], SECOND["emb.word"])


def test_heads_are_not_kept(folders: tuple[Path, Path]) -> None:
    assert set(joined(*folders)) == set(FIRST) - {"severity.w"}


def test_without_the_other_one_there_is_nothing_to_join(folders: tuple[Path, Path]) -> None:
    (folders[1] / TUNED).unlink()
    with pytest.raises(FileNotFoundError):
        joined(*folders)
