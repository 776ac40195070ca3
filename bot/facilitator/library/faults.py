"""What can be wrong with a library file, collected, so that all of it can be put right at once."""

from collections.abc import Sequence
from pathlib import Path


class LibraryFault(Exception):
    """The library cannot be used. `faults` has one sentence each, with file and term."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


class Faults:
    """Collects, and raises once."""

    def __init__(self) -> None:
        self._found: list[str] = []

    def note(self, path: Path, what: str) -> None:
        self._found.append(f"{path.name}: {what}")

    def raise_if_any(self) -> None:
        if self._found:
            raise LibraryFault(self._found)
