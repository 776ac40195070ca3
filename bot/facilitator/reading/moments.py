"""Days and months that a text names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.sentences import folded


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, weekday or week as a text names it.

    key: the same for the same day however it is written ("11-03", "2026-11-03", "month 11",
    "weekday 1", "week 42", "clock 07:40"). month: its number where it has one.
    """

    key: str
    label: str
    start: int
    end: int
    month: int | None = None

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    @property
    def is_clock(self) -> bool:
        return self.key.startswith("clock")

    @property
    def is_day(self) -> bool:
        return "-" in self.key


_WRITTEN = re.compile(
    r"(?<![\w/.,-])(?!24/7)([0-3]?\d)(?:/|\.(?=\d?\d\.20\d\d))([0-3]?\d)(?:[/.](?:20)?\d\d)?(?![\w/%-])"
)
_CLOCK = re.compile(
    r"(?<![\w:.,])(?P<hour>[01]?\d|2[0-3])[:h](?P<minute>[0-5]\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?![\d:])",
    re.IGNORECASE,
)


def clocks_in(text: str) -> tuple[Moment, ...]:
    """The hours that a text names, in order: "07:40", "2:15 pm", "17h30"."""
    return tuple(
        Moment(f"clock {_hour(m):02}:{m['minute']}", folded(m[0]), *m.span())
        for m in _CLOCK.finditer(text)
    )


def written_dates(text: str) -> tuple[Moment, ...]:
    """Days written in numbers alone, of which nobody knows the order: "5/6", "05.06.2026".

    Their key is of neither day.
    """
    return tuple(
        Moment(f"written {int(m[1])}/{int(m[2])}", folded(m[0]), *m.span())
        for m in _WRITTEN.finditer(text)
        if max(int(m[1]), int(m[2])) <= 31 and min(int(m[1]), int(m[2])) <= 12
    )


def _hour(match: re.Match[str]) -> int:
    hour, half = int(match["hour"]), (match["half"] or "").casefold()
    if half == "p" and hour < 12:
        return hour + 12
    return 0 if half == "a" and hour == 12 else hour


class MomentReader:
    """Reads one language's dates; its patterns are compiled once."""

    def __init__(self, lexicon: Lexicon) -> None:
        names = [(m, i) for i, m in enumerate(lexicon.months, start=1)]
        for short in lexicon.month_abbreviations:
            at = next(i for m, i in names if m.startswith(short[:3]))
            names.append((short, at))
        self._months = dict(names)
        self._weekdays = {d: i for i, d in enumerate(lexicon.weekdays, start=1)}
        month = "|".join(sorted(map(re.escape, self._months), key=len, reverse=True))
        day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|º)?"
        year = r"(?:,?\s+(?:de(?:l)?\s+)?(?P<year>20\d\d)(?!-))?"
        self._patterns = (
            re.compile(r"(?<!\d)(?P<year>20\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
            re.compile(
                rf"(?<!\w){day}\.?\s+(?:of\s+|de\s+)?(?P<month>{month})\b\.?{year}", re.IGNORECASE
            ),
            re.compile(rf"(?<!\w)(?P<month>{month})\b\.?\s+{day}(?![\d%])\b{year}", re.IGNORECASE),
            re.compile(rf"(?<!\w)(?P<month>{month})(?!\w)\.?", re.IGNORECASE),
            re.compile(rf"(?<!\w)(?P<weekday>{'|'.join(self._weekdays)})(?!\w)", re.IGNORECASE),
            re.compile(
                r"(?<!\w)(?:week|kw|cw|semana)\s?(?P<week>[0-5]?\d)(?![\d%])", re.IGNORECASE
            ),
        )

    def read(self, text: str) -> tuple[Moment, ...]:
        """The moments in order; a longer reading wins over a shorter one at the same place."""
        found: list[Moment] = []
        for pattern in self._patterns:
            for moment in self._matches(pattern, text):
                if all(moment.start >= m.end or moment.end <= m.start for m in found):
                    found.append(moment)
        return tuple(sorted(found, key=lambda m: m.start))

    def _matches(self, pattern: re.Pattern[str], text: str) -> Iterator[Moment]:
        for match in pattern.finditer(text):
            named = match.groupdict()
            key, month = self._key(named, match[0])
            if key:
                yield Moment(key, folded(match[0]).rstrip(".,"), *match.span(), month)

    def _key(self, named: dict[str, str | None], text: str) -> tuple[str, int | None]:
        if named.get("weekday"):
            return f"weekday {self._weekdays[str(named['weekday']).casefold()]}", None
        if named.get("week"):
            return f"week {int(str(named['week']))}", None
        if named.get("number"):
            month = int(str(named["number"]))
        else:
            word = str(named["month"])
            if word.casefold() in {"may", "mar", "sep"} and not named.get("day") and word.islower():
                return "", None  # "may", "mar" (sea) and the like are seldom months in lower case
            month = self._months[word.casefold()]
        if not named.get("day"):
            return f"month {month}", month
        return f"{month:02}-{int(str(named['day'])):02}", month
