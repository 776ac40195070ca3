"""Letters: what one person is told, a line and a button each, in one message."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

MAX_LINES = 7


class Do(StrEnum):
    """What a line's button does."""

    OPEN = "open"
    DONE = "done"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Line:
    """key: of the commitment that the button is about, empty for the case itself."""

    text: str
    do: Do
    case_id: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """Most pressing first, seven lines at most. more: what had no room any more.

    language: the one that its lines are in.
    """

    title: str
    lines: tuple[Line, ...]
    more: int = 0
    language: str = "en"


def letter(title: str, lines: tuple[Line, ...], language: str = "en", beside: int = 0) -> Letter:
    """With as many lines as there is room for. beside: how many were left out before."""
    more = beside + max(0, len(lines) - MAX_LINES)
    return Letter(title, lines[:MAX_LINES], more, language)


def shares(counts: Sequence[int], room: int) -> list[int]:
    """How much of each there is room for: of whatever has the most, the last is left out first."""
    kept = list(counts)
    while sum(kept) > max(0, room):
        kept[max(range(len(kept)), key=lambda n: (kept[n], n))] -= 1
    return kept
