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
    "weekday 1", "week 42"). month: its number where it has one.
    """

    key: str
    label: str
    start: int
    end: int
    month: int | None = None

    @property
    def is_day(self) -> bool:
        return "-" in self.key


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
