"""Real time and real chance, for the ports that ask for them."""

import secrets
from datetime import UTC, datetime

ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
"""No letters or digits that people mistake for one another."""


class SystemClock:
    """See `bot.casework.ports.Clock`."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class RandomIds:
    """See `bot.casework.ports.Ids`."""

    def fresh(self) -> str:
        return "".join(secrets.choice(ALPHABET) for _ in range(12))

    def salt(self) -> str:
        return secrets.token_hex(16)
