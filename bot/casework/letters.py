"""Letters: what one person is told, a line and a button each, in one message."""

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


def letter(title: str, lines: tuple[Line, ...], language: str = "en") -> Letter:
    """With as many lines as there is room for."""
    return Letter(title, lines[:MAX_LINES], max(0, len(lines) - MAX_LINES), language)
