"""People's text on its way to Slack: escaped once, here, and nowhere else.

`Mrkdwn` is text that Slack may format. Only the functions of this module make one from words that
a person typed, so that `<!channel>` and `<@U…>` in them are shown and ping nobody.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import NewType

from bot.mediation.people import PersonId

Mrkdwn = NewType("Mrkdwn", str)

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_STEERING = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
"""Characters that turn the reading direction of what stands around them."""
_SIGNS = re.compile(r"[\\*_`~\[\]#|]")
"""What Markdown would take for marks."""
FILLED = 2_800
"""Characters of a section's 3,000, once escaped, that leave room for a label above them."""
_ISOLATE, _POP = "\u2068", "\u2069"


def people(text: str, at_most: int = 2_500) -> Mrkdwn:
    """What a person typed: it pings nobody, and right-to-left text keeps to itself."""
    short = shortened(text.strip().translate(_STEERING), at_most)
    escaped = short.translate(_ESCAPES)
    return Mrkdwn(f"{_ISOLATE}{escaped}{_POP}" if _is_mixed(short) else escaped)


def markdown(text: str, at_most: int = 2_500) -> str:
    """What a person typed, where Slack reads Markdown: its signs are shown, and steer nothing."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(people(text, at_most).split()))


def plain(text: str, at_most: int) -> str:
    """For plain_text fields, where Slack formats nothing: only shortened."""
    return shortened(" ".join(text.translate(_STEERING).split()), at_most)


def shortened(text: str, at_most: int) -> str:
    """Cut at a word, with an ellipsis, to at most this many characters."""
    if len(text) <= at_most:
        return text
    cut = text[: at_most - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > at_most * 0.6 else cut).rstrip() + "…"


def in_parts(text: str, at_most: int = 2_400) -> list[Mrkdwn]:
    """All of what a person typed, in parts that a block takes each, divided at a word."""
    rest = text.strip().translate(_STEERING)
    found: list[Mrkdwn] = []
    while rest:
        size = at_most
        while _units(rest[:size].translate(_ESCAPES)) > FILLED:
            size //= 2
        part = _first_words(rest, size)
        found.append(people(part))
        rest = rest[len(part) :].lstrip()
    return found


def person(who: PersonId) -> Mrkdwn:
    """A mention that notifies this person."""
    return Mrkdwn(f"<@{who}>")


def day(when: date | datetime) -> Mrkdwn:
    """A date that reads the same for everybody: 4 Dec 2026."""
    return Mrkdwn(f"{when.day} {when:%b %Y}")


def day_of(when: datetime) -> Mrkdwn:
    """The day of a moment, as it is where the reader is."""
    return Mrkdwn(f"<!date^{int(when.timestamp())}^{{date_short}}|{day(when)}>")


def moment(when: datetime, at: str = "at") -> Mrkdwn:
    """A moment in the reader's own time zone. at: the word between the day and the hour."""
    stamp = int(when.timestamp())
    return Mrkdwn(f"<!date^{stamp}^{{date_short_pretty}} {at} {{time}}|{when:%d %b %Y %H:%M} UTC>")


def bold(words: Mrkdwn) -> Mrkdwn:
    return Mrkdwn("*" + words.replace("*", "∗") + "*")


def quoted(words: Mrkdwn) -> Mrkdwn:
    """As a quotation, line by line."""
    return Mrkdwn("\n".join(f">{line}" for line in words.split("\n")))


def lines(*parts: str) -> Mrkdwn:
    """Parts that are safe already, one a line, the empty ones left out."""
    return Mrkdwn("\n".join(part for part in parts if part))


def listed(parts: Sequence[str]) -> Mrkdwn:
    """A, B and C."""
    if len(parts) < 2:
        return Mrkdwn("".join(parts))
    return Mrkdwn(f"{', '.join(parts[:-1])} and {parts[-1]}")


def _units(text: str) -> int:
    """UTF-16 units, the larger of the ways in which Slack could be counting characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _first_words(text: str, at_most: int) -> str:
    if len(text) <= at_most:
        return text
    space = max(text.rfind(" ", 0, at_most), text.rfind("\n", 0, at_most))
    return text[: space if space > at_most * 0.6 else at_most]


def _is_mixed(text: str) -> bool:
    return any("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufefc" for c in text)
