"""Time and chance that stand still until a test moves them."""

from datetime import UTC, datetime


class Now:
    def now(self) -> datetime:
        return datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class Chance:
    def fresh(self) -> str:
        return "fresh"

    def salt(self) -> str:
        return "0" * 32


class Stopwatch:
    """Counts seconds that nobody has to wait for; `waited` is each sleep in its order."""

    def __init__(self) -> None:
        self.seconds = 100.0
        self.waited: list[float] = []

    def monotonic(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.seconds += seconds
