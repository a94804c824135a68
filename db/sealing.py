"""Pseudonyms and sealed values: what a thief of the disk finds instead of children.

A sealed value is `01 | key id (4) | nonce (12) | AES-256-GCM ciphertext and tag`. The associated data are the
head and the value's place (`table:column:row`), so a value opens only where it was put.
"""

import base64
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from db.errors import SealError
from db.keys import ID_BYTES, KEY_BYTES, KeyRing, derive

_VERSION = b"\x01"
_NONCE_BYTES = 12
_HEAD = len(_VERSION) + ID_BYTES
_BODY = _HEAD + _NONCE_BYTES
_PSEUDONYM_BYTES = 20


class Box:
    """Seals and opens with one key."""

    __slots__ = ("_cipher", "_head")

    def __init__(self, key: bytes, key_id: bytes) -> None:
        self._cipher = AESGCM(key)
        self._head = _VERSION + key_id

    def seal(self, plaintext: bytes, *, context: str) -> bytes:
        """Seal for one place (`table:column:row`)."""
        nonce = os.urandom(_NONCE_BYTES)
        return self._head + nonce + self._cipher.encrypt(nonce, plaintext, self._head + context.encode())

    def open(self, sealed: bytes, *, context: str) -> bytes:
        """Open what was sealed for this place. Raises SealError."""
        if sealed[:_HEAD] != self._head:
            raise SealError("sealed with another key")
        try:
            return self._cipher.decrypt(sealed[_HEAD:_BODY], sealed[_BODY:], self._head + context.encode())
        except (InvalidTag, ValueError):
            raise SealError(f"does not open: {context.rsplit(':', 1)[0]}") from None


class Sealer:
    """All that is done with the master keys, through keys derived for sealing, pseudonyms and the audit."""

    __slots__ = ("_audit_key", "_boxes", "_current", "_pseudonym_key", "root_id")

    def __init__(self, keys: KeyRing) -> None:
        self.root_id = keys.root.hex()
        self._boxes = {key_id: Box(derive(key, "sealing"), key_id) for key_id, key in keys.keys.items()}
        self._current = self._boxes[keys.current]
        self._pseudonym_key = derive(keys.keys[keys.root], "pseudonyms")
        self._audit_key = derive(keys.keys[keys.root], "audit")

    def pseudonym(self, kind: str, value: int | str) -> str:
        """The stable stand-in for an id (32 characters). `kind` keeps a person and a group apart."""
        digest = hmac.digest(self._pseudonym_key, f"{kind}:{value}".encode(), "sha256")
        return base64.b32encode(digest[:_PSEUDONYM_BYTES]).decode("ascii").lower()

    def seal(self, plaintext: bytes, *, context: str) -> bytes:
        """Seal with the current key for one place (`table:column:row`)."""
        return self._current.seal(plaintext, context=context)

    def open(self, sealed: bytes, *, context: str) -> bytes:
        """Open with whichever key of the ring sealed it. Raises SealError."""
        box = self._boxes.get(bytes(sealed[len(_VERSION) : _HEAD]))
        if box is None:
            raise SealError("sealed with a key that is not in the ring")
        return box.open(sealed, context=context)

    def mac(self, message: bytes) -> bytes:
        """A keyed checksum (HMAC-SHA-256) that only holders of the master key can make; for the audit."""
        return hmac.digest(self._audit_key, message, "sha256")

    def new_case_key(self, case: str) -> tuple[Box, bytes]:
        """A random key for one case, and the wrapped form to store."""
        key = os.urandom(KEY_BYTES)
        return _case_box(key), self.seal(key, context=_key_context(case))

    def case_key(self, case: str, wrapped: bytes) -> Box:
        """The key of a case from its wrapped form. Raises SealError."""
        return _case_box(self.open(wrapped, context=_key_context(case)))


def _case_box(key: bytes) -> Box:
    return Box(derive(key, "case"), derive(key, "key id", ID_BYTES))


def _key_context(case: str) -> str:
    return f"case_keys:wrapped:{case}"
