"""Tests of db/keys.py."""

import base64
from pathlib import Path

import pytest

from db.errors import KeyRingError
from db.keys import (
    KeyRing,
    create_key_file,
    load_keys,
    new_key,
    parse_keys,
    read_key_file,
    refuse_key_beside_database,
)

OLD, NEW = bytes(32), bytes(range(32))


def test_it_seals_with_the_newest_key_and_hangs_pseudonyms_on_the_oldest() -> None:
    ring = KeyRing.of(OLD, NEW)
    assert (ring.keys[ring.root], ring.keys[ring.current]) == (OLD, NEW)


def test_it_reads_base64_keys_oldest_first() -> None:
    text = f"{base64.b64encode(OLD).decode()}, {base64.b64encode(NEW).decode()}\n"
    assert parse_keys(text) == KeyRing.of(OLD, NEW)


@pytest.mark.parametrize("text", ["", "   ", "not base64!", base64.b64encode(b"short").decode()])
def test_it_refuses_what_is_no_key(text: str) -> None:
    with pytest.raises(KeyRingError):
        parse_keys(text)


def test_it_refuses_the_same_key_twice() -> None:
    with pytest.raises(KeyRingError, match="twice"):
        KeyRing.of(OLD, OLD)


def test_it_never_shows_a_key() -> None:
    assert repr(NEW) not in repr(KeyRing.of(NEW))


def test_it_makes_a_key_file_for_its_owner_only(tmp_path: Path) -> None:
    create_key_file(tmp_path / "key")
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_it_reads_the_key_file_it_made(tmp_path: Path) -> None:
    assert create_key_file(tmp_path / "key") == read_key_file(tmp_path / "key")


def test_it_never_overwrites_a_key_file(tmp_path: Path) -> None:
    create_key_file(tmp_path / "key")
    with pytest.raises(KeyRingError, match="FileExistsError"):
        create_key_file(tmp_path / "key")


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o602])
def test_it_refuses_a_key_file_that_others_may_open(tmp_path: Path, mode: int) -> None:
    create_key_file(tmp_path / "key")
    (tmp_path / "key").chmod(mode)
    with pytest.raises(KeyRingError, match="600"):
        read_key_file(tmp_path / "key")


def test_it_refuses_a_missing_key_file(tmp_path: Path) -> None:
    with pytest.raises(KeyRingError, match="FileNotFoundError"):
        read_key_file(tmp_path / "key")


def test_it_prefers_the_environment_to_the_file(tmp_path: Path) -> None:
    create_key_file(tmp_path / "key")
    assert load_keys(value=base64.b64encode(NEW).decode(), file=tmp_path / "key") == KeyRing.of(NEW)


def test_it_falls_back_to_the_file(tmp_path: Path) -> None:
    made = create_key_file(tmp_path / "key")
    assert load_keys(value="", file=tmp_path / "key") == made


def test_it_refuses_to_start_without_any_key() -> None:
    with pytest.raises(KeyRingError, match="no master key"):
        load_keys(value=None, file=None)


def test_it_makes_a_different_key_each_time() -> None:
    assert new_key() != new_key()


@pytest.mark.parametrize("place", ["key", "deeper/key"])
def test_it_refuses_a_key_that_leaves_with_the_database(tmp_path: Path, place: str) -> None:
    with pytest.raises(KeyRingError, match="elsewhere"):
        refuse_key_beside_database(tmp_path / "data" / place, tmp_path / "data" / "phuean.db")


def test_it_refuses_a_key_that_a_link_hides_beside_the_database(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "data")
    with pytest.raises(KeyRingError):
        refuse_key_beside_database(tmp_path / "link" / "key", tmp_path / "data" / "phuean.db")


def _refused(key_file: Path, database: Path) -> bool:
    try:
        refuse_key_beside_database(key_file, database)
    except KeyRingError:
        return True
    return False


@pytest.mark.parametrize("place", ["secrets/key", "data-keys/key", "key"])
def test_it_accepts_a_key_kept_elsewhere(tmp_path: Path, place: str) -> None:
    assert not _refused(tmp_path / place, tmp_path / "data" / "phuean.db")
