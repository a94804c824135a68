"""Master keys: where they come from and how they are kept. They never enter the database."""

import base64
import binascii
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.errors import KeyRingError

KEY_BYTES = 32
ID_BYTES = 4
_OTHERS = 0o077


def derive(master: bytes, purpose: str, length: int = KEY_BYTES) -> bytes:
    """A key for one purpose (HKDF-SHA-256, RFC 5869); knowing it tells nothing about the master key."""
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=b"phuean:" + purpose.encode()).derive(
        master
    )


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The master keys by id, oldest first.

    Pseudonyms hang on the oldest one (`root`), so that rotation does not turn every child into a stranger; it
    stays in the ring as long as the database lives. The newest one (`current`) seals; all of them open.
    """

    keys: Mapping[bytes, bytes] = field(repr=False)
    root: bytes
    current: bytes

    @classmethod
    def of(cls, *masters: bytes) -> "KeyRing":
        """A ring of 32-byte keys, oldest first. Raises KeyRingError for none, a wrong length or a repeat."""
        if not masters or any(len(master) != KEY_BYTES for master in masters):
            raise KeyRingError(f"a master key is {KEY_BYTES} bytes, and there is at least one")
        keys = {derive(master, "key id", ID_BYTES): master for master in masters}
        if len(keys) != len(masters):
            raise KeyRingError("a master key is named twice")
        ids = list(keys)
        return cls(keys, root=ids[0], current=ids[-1])


def parse_keys(text: str) -> KeyRing:
    """Read base64 keys, oldest first, parted by commas or white space. Raises KeyRingError."""
    try:
        return KeyRing.of(*(base64.b64decode(word, validate=True) for word in text.replace(",", " ").split()))
    except (binascii.Error, ValueError):
        raise KeyRingError("a master key is not base64") from None


def read_key_file(path: Path) -> KeyRing:
    """Read a key file (one base64 key a line, oldest first). Raises KeyRingError when others may read it."""
    try:
        if path.stat().st_mode & _OTHERS:
            raise KeyRingError("the key file can be read by others; its mode must be 600")
        return parse_keys(path.read_text("ascii"))
    except (OSError, UnicodeDecodeError) as error:
        raise KeyRingError(f"the key file cannot be read: {type(error).__name__}") from error


def load_keys(*, value: str | None, file: Path | None) -> KeyRing:
    """The keys from an environment value or, without one, from a file. Raises KeyRingError without either."""
    if value:
        return parse_keys(value)
    if file is None:
        raise KeyRingError("no master key: neither a value nor a key file is set")
    return read_key_file(file)


def new_key() -> str:
    """A fresh master key as base64."""
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode("ascii")


def create_key_file(path: Path) -> KeyRing:
    """Make a key file that only its owner may read (mode 600). Raises KeyRingError when there is one."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(new_key() + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise KeyRingError(f"the key file cannot be made: {type(error).__name__}") from error
    return read_key_file(path)


def refuse_key_beside_database(key_file: Path, database: Path) -> None:
    """For production: a thief of the database's folder must not get the key with it. Raises KeyRingError."""
    if key_file.resolve().is_relative_to(database.resolve().parent):
        raise KeyRingError("the key file lies in the database's folder; keep it elsewhere")
