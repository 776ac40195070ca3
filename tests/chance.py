"""What the tests put in the place of time, chance and secrets."""

from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


KEY = "cGFybGV5LXRlc3RzLXVzZS10aGlzLWtleS1vbmx5ISE="
"""32 bytes in URL-safe base64. Nothing real is ever written with it."""


class StillClock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def forward(self, **span: float) -> datetime:
        self._now += timedelta(**span)
        return self._now


class CountedIds:
    """Ids c1, c2 …, and salts that differ; `prefix` keeps two worlds in one database apart."""

    def __init__(self, prefix: str = "id") -> None:
        self._prefix = prefix
        self._count = 0

    def fresh(self) -> str:
        self._count += 1
        return f"{self._prefix}{self._count}"

    def salt(self) -> str:
        self._count += 1
        return f"{self._count:032x}"
