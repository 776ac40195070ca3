"""The encrypted column type, and the key behind it."""

import hashlib
import hmac
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator


class KeyFault(Exception):
    """The secret key is missing, malformed, or not the one that the data was written with."""


_ring: dict[str, MultiFernet] = {}
_marks: list[bytes] = []
"""A key for names beside each key for texts, in the same order."""


def use_keys(keys: str) -> None:
    """Set this process's keys: comma-separated, the first encrypts, all of them decrypt.

    Raises KeyFault for a key that is not 32 bytes in URL-safe base64.
    """
    try:
        given = [key.strip() for key in keys.split(",") if key.strip()]
        _ring["keys"] = MultiFernet([Fernet(key) for key in given])
        _marks[:] = [hashlib.sha256(b"names" + key.encode()).digest() for key in given]
    except ValueError:  # it may hold the key itself, so it is not passed on
        raise KeyFault(
            "PARLEY_SECRET_KEY is not a key. Make one with `parley key` and set it again."
        ) from None


def key_from_file(path: Path) -> str:
    """The key in this file; a new one is made on first use, readable by its owner alone.

    Raises KeyFault where it cannot be read, or made.
    """
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _put_once(path, Fernet.generate_key())
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeError) as fault:
        raise KeyFault(
            f"The key beside the database, {path}, cannot be read or made: "
            f"{getattr(fault, 'strerror', None) or 'it is no text'}. Name a folder in DATABASE_URL "
            "that Parley may write to, or set PARLEY_SECRET_KEY."
        ) from None


def _put_once(path: Path, content: bytes) -> None:
    """The whole file at once, and none in place of one that another process has made."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(handle, "wb") as file:  # mkstemp: mode 600
        file.write(content)
    with suppress(FileExistsError):
        os.link(draft, path)
    os.unlink(draft)


class EncryptedText(TypeDecorator[str]):
    """Text that stands encrypted in the database (Fernet: AES-128-CBC with HMAC-SHA256)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else seal(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else unseal(str(value))


def seal(text: str) -> str:
    """The text, encrypted. Raises KeyFault where no key is set."""
    return _keys().encrypt(text.encode()).decode("ascii")


def unseal(sealed: str) -> str:
    """What was sealed with one of the keys. Raises KeyFault for anything else."""
    try:
        return _keys().decrypt(sealed.encode("ascii")).decode()
    except InvalidToken as fault:
        raise KeyFault(
            "The stored private text was written with another PARLEY_SECRET_KEY. "
            "Add the earlier key after a comma."
        ) from fault


def marks(text: str) -> tuple[str, ...]:
    """What a text is known by, with each key, the newest first.

    The same for the same text; without a key nothing can be guessed from it, however short the
    text. Raises KeyFault where no key is set.
    """
    _keys()
    return tuple(hmac.new(key, text.encode(), hashlib.sha256).hexdigest() for key in _marks)


def _keys() -> MultiFernet:
    if "keys" not in _ring:
        raise KeyFault("No PARLEY_SECRET_KEY is set in this process.")
    return _ring["keys"]
