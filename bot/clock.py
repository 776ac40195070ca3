"""Real time and real chance, for the ports that ask for them."""

import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

_NO_TIME = timedelta()

ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
"""No letters or digits that people mistake for one another."""


class SystemClock:
    """See `bot.casework.ports.Clock`."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class ToldClock:
    """A clock that a file sets: it runs on from the time that stands there, since it was written.

    Without the file it is the real one. Raises ValueError for a file that holds no time; writers
    put a whole file in its place.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        real = datetime.now(UTC)
        try:
            told = self._file.read_text(encoding="ascii").strip()
            written = datetime.fromtimestamp(self._file.stat().st_mtime, UTC)
        except FileNotFoundError:
            return real
        return datetime.fromisoformat(told).astimezone(UTC) + max(real - written, _NO_TIME)


class RandomIds:
    """See `bot.casework.ports.Ids`."""

    def fresh(self) -> str:
        return "".join(secrets.choice(ALPHABET) for _ in range(12))

    def salt(self) -> str:
        return secrets.token_hex(16)
