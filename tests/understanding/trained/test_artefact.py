"""The files of the trained judge: whole they are used; in every other case the next way of reading is."""

import hashlib
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest

from bot.understanding import best_reader, reader_of
from bot.understanding.distress.weighing import CATEGORIES, Weights
from bot.understanding.trained import artefact, known
from bot.understanding.trained.artefact import (
    ENCODER,
    FILES,
    FOLDER,
    GOLDEN,
    LAYERS,
    PIECES,
    SUMS,
    WEIGHING,
    Trained,
    UnusableError,
    best,
    letters_only,
    with_encoder,
)
from content.content import Content

ROOT = Path(__file__).parents[3]
ONLY_ENCODER = (ENCODER, PIECES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped files, of which a test may put others in place."""
    for path in FOLDER.iterdir():
        (tmp_path / path.name).symlink_to(path)
    return tmp_path


def put(folder: Path, name: str, data: bytes, *, summed: bool = True) -> None:
    """Another file in the place of one, with its sum (or without)."""
    (folder / name).unlink()
    (folder / name).write_bytes(data)
    if summed:
        sums = json.loads((folder / SUMS).read_bytes())
        put(folder, SUMS, json.dumps(sums | {name: hashlib.sha256(data).hexdigest()}).encode(), summed=False)


def put_json(folder: Path, name: str, change: Callable[[dict[str, Any]], object]) -> None:
    value = json.loads((folder / name).read_bytes())
    change(value)
    put(folder, name, json.dumps(value).encode())


def put_golden(folder: Path, judge: Trained, change: Callable[[dict[str, Any]], object]) -> None:
    """Known readings of two sentences by a judge as training writes them; the first one changed."""
    golden: dict[str, Any] = {
        text: known.written(judge.judge.read(text), judge.topics) for text in ("ช่วยด้วย", "hello")
    }
    change(golden["ช่วยด้วย"])
    put_json(folder, GOLDEN, lambda all_: all_.update({judge.mode: golden}))


def put_layers(folder: Path, change: Callable[[dict[str, Any]], object], *, pickled: bool = False) -> None:
    with np.load(folder / LAYERS, allow_pickle=False) as layers:
        arrays: dict[str, Any] = dict(layers)
    change(arrays)
    written = io.BytesIO()
    np.savez(written, allow_pickle=pickled, **arrays)
    put(folder, LAYERS, written.getvalue())


def test_the_shipped_judge_is_used_whole(trained: Trained, letters: Trained) -> None:
    assert (trained.mode, letters.mode) == ("trained", "letters")
    judge, troubles = best()
    assert judge is not None
    assert (judge.mode, troubles) == ("trained", ())


@pytest.mark.parametrize("name", [*FILES, SUMS])
def test_a_missing_file_makes_the_whole_judge_unusable(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(UnusableError, match=name):
        with_encoder(folder)


@pytest.mark.parametrize("name", FILES)
def test_one_changed_byte_makes_it_unusable(folder: Path, name: str) -> None:
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    put(folder, name, bytes(data), summed=False)
    with pytest.raises(UnusableError, match=f"{name} is not the file that was trained"):
        with_encoder(folder)


@pytest.mark.parametrize("name", ONLY_ENCODER)
def test_letters_need_no_encoder(folder: Path, name: str) -> None:
    (folder / name).unlink()
    judge, troubles = best(folder)
    assert judge is not None
    assert judge.mode == "letters"
    assert [name in trouble for trouble in troubles] == [True]


@pytest.mark.parametrize("name", [LAYERS, WEIGHING, GOLDEN, SUMS])
def test_without_what_both_need_patterns_read_alone(folder: Path, name: str) -> None:
    (folder / name).unlink()
    judge, troubles = best(folder)
    assert judge is None
    assert [name in trouble for trouble in troubles] == [True, True]


def test_without_any_file_patterns_read_alone(tmp_path: Path) -> None:
    judge, troubles = best(tmp_path / "nowhere")
    assert judge is None
    assert [trouble.split(":")[0] for trouble in troubles] == ["trained", "letters"]


def test_sentences_that_are_read_as_known_leave_it_usable(folder: Path, letters: Trained) -> None:
    put_golden(folder, letters, dict.copy)
    assert letters_only(folder).mode == "letters"


@pytest.mark.parametrize("part", ["severities", "categories", "topics"])
def test_a_sentence_that_is_read_otherwise_makes_it_unusable(
    folder: Path, letters: Trained, part: str
) -> None:
    put_golden(folder, letters, lambda reading: reading[part].update({next(iter(reading[part])): 2.0}))
    with pytest.raises(UnusableError, match="a known sentence is read otherwise"):
        letters_only(folder)


@pytest.mark.parametrize("part", ["severities", "categories", "topics"])
def test_a_known_reading_of_an_unknown_name_makes_it_unusable(
    folder: Path, letters: Trained, part: str
) -> None:
    put_golden(folder, letters, lambda reading: reading[part].update({"unheard of": 0.0}))
    with pytest.raises(UnusableError, match="unheard of"):
        letters_only(folder)


def test_the_encoder_is_tried_by_known_readings_too(folder: Path, trained: Trained) -> None:
    put_golden(folder, trained, lambda reading: reading["categories"].update(bullying=2.0))
    with pytest.raises(UnusableError, match="a known sentence is read otherwise"):
        with_encoder(folder)


def test_readings_that_are_no_numbers_make_it_unusable(folder: Path) -> None:
    put_layers(folder, lambda arrays: arrays["letters.severity.b"].fill(np.nan))
    with pytest.raises(UnusableError):
        letters_only(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_no_library_can_read_makes_it_unusable(folder: Path, name: str) -> None:
    put(folder, name, b"nothing of use")
    with pytest.raises(UnusableError):
        with_encoder(folder)


@pytest.mark.parametrize("name", ["severity.w", "letters.topic.places", "topics"])
def test_layers_that_lack_an_array_make_it_unusable(folder: Path, name: str) -> None:
    put_layers(folder, lambda arrays: arrays.pop(name))
    with pytest.raises(UnusableError, match=name):
        with_encoder(folder)


def test_a_pickled_array_is_never_opened(folder: Path) -> None:
    harm = np.array([{"a": "pickled object"}], dtype=object)
    put_layers(folder, lambda arrays: arrays.update(topics=harm), pickled=True)
    judge, troubles = best(folder)
    assert judge is None
    assert all("allow_pickle=False" in trouble for trouble in troubles)


@pytest.mark.parametrize(
    "change",
    [lambda all_: all_.pop("trained"), lambda all_: all_["trained"].pop("bias")],
    ids=["mode", "bias"],
)
def test_missing_weights_of_evidence_make_it_unusable(
    folder: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    put_json(folder, WEIGHING, change)
    with pytest.raises(UnusableError):
        with_encoder(folder)


def test_it_reads_by_letters_where_onnxruntime_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise RuntimeError("no such instruction")

    monkeypatch.setattr(onnxruntime, "InferenceSession", failing)
    judge, troubles = best(folder)
    assert judge is not None
    assert judge.mode == "letters"
    assert troubles == ("trained: RuntimeError: no such instruction",)


def test_it_reads_by_letters_where_onnxruntime_is_not_installed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "bot.understanding.trained.encoder", raising=False)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    judge, troubles = best(folder)
    assert judge is not None
    assert judge.mode == "letters"
    assert troubles[0].startswith("trained: ModuleNotFoundError")


def test_the_reader_reads_on_with_patterns_and_tells_why(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(artefact, "best", lambda: (None, ("one reason", "another")))
    reader, troubles = best_reader(content)
    assert reader.mode == "lexical"
    assert troubles == ("one reason", "another")
    assert reader.judge("พ่อเลี้ยงข่มขืนหนู").severity.rank >= 2


def test_the_best_reader_is_the_trained_one(content: Content) -> None:
    reader, troubles = best_reader(content)
    assert (reader.mode, troubles) == ("trained", ())


def test_a_mode_that_is_unknown_is_refused(content: Content) -> None:
    with pytest.raises(KeyError):
        reader_of(content, "psychic")


def test_the_shipped_judge_knows_the_topics_of_the_faq_and_no_others(
    trained: Trained, content: Content
) -> None:
    assert trained.topics[-1] == "none"
    assert {*trained.topics[:-1]} == {topic for topics in content.faq.values() for topic in topics}


def test_the_shipped_judge_tells_of_each_severity_category_and_topic(trained: Trained) -> None:
    read = trained.judge.read("hello")
    sizes = (len(read.severities), len(read.categories), len(read.topics))
    assert sizes == (4, len(CATEGORIES), len(trained.topics))


@pytest.mark.parametrize("mode", ["trained", "letters"])
def test_what_speaks_for_a_grave_message_never_speaks_against_it(mode: str) -> None:
    weights = Weights(**json.loads((FOLDER / WEIGHING).read_bytes())[mode])
    assert min(weights.judge, weights.category, weights.strong, weights.found, weights.hint) >= 0
    assert weights.judge > 0


def test_no_shipped_array_is_pickled() -> None:
    with np.load(FOLDER / LAYERS, allow_pickle=False) as layers:
        assert {array.dtype.kind for array in layers.values()} <= set("fiuU")


def test_nothing_in_the_product_uses_pickle() -> None:
    sources = [path for room in ("bot", "content", "db") for path in (ROOT / room).rglob("*.py")]
    words = ("import pickle", "from pickle", "joblib", "allow_pickle=True", "import marshal", "import shelve")
    assert [str(path) for path in sources if any(word in path.read_text("utf-8") for word in words)] == []
    kinds = {path.suffix for room in ("bot", "content", "db") for path in (ROOT / room).rglob("*")}
    assert not kinds & {".pkl", ".pickle", ".joblib", ".pt", ".npy"}
