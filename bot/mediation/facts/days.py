"""Days and times as people write them; one that can be read two ways is asked about, not guessed.

2026-11-03 and 20261103; 3.11.2026; 3 Nov 2026, 3 de noviembre de 2026, Nov 3, 2026; 03/11/2026 and
03-11-2026 in the order that the same column proves or that a person has said. A time may follow,
and its zone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.mediation.facts.sayings import Saying, refuse, say

_LONGEST = 80
"""Characters of a cell that may be a day."""


class DayOrder(StrEnum):
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


_ZONE = r"(?: ?(Z|UTC|[+-]\d\d:?(?:\d\d)?))?"
_CLOCK = (
    r"(?:[T ,]+(\d{1,2})[:.](\d\d)(?:[:.]\d\d(?:[.,]\d+)?)?\s*([ap]\.?m\.?|h|uhr)?" + _ZONE + ")?"
)
_WEEKDAY = re.compile(r"[^\W\d]{2,10}\.?,? (?=\d)")  # “Tue 03/11/2026”
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _CLOCK, re.I | re.A)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)" + _CLOCK, re.I | re.A)
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d\d)" + _CLOCK, re.I | re.A)
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)" + _CLOCK, re.I | re.A)
_NAMED = re.compile(
    r"(\d{1,2})[-. ]*(?:de )?([a-zä]{3})[a-zä]*\.?[-, ]*(?:de |del )?(\d{4}|\d\d)" + _CLOCK,
    re.I | re.A,
)
_NAMED_FIRST = re.compile(r"([a-zä]{3})[a-zä]*\.? (\d{1,2}),? (\d{4})" + _CLOCK, re.I | re.A)
MONTHS = {
    name: number
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "ene feb mar abr may jun jul ago sep oct nov dic",
        "jan feb mär apr mai jun jul aug sep okt nov dez",
    )
    for number, name in enumerate(names.split(), start=1)
}


@dataclass(frozen=True, slots=True)
class Moments:
    """What each text names. zones: the distance from UTC, of the texts that name a zone.

    days: as written, also where the time is 24:00 and the moment so the next day's first.
    assumed: how a text that can be read two ways was read, and why; None where there was none.
    """

    at: Mapping[str, datetime | None]
    days: Mapping[str, date | None]
    zones: Mapping[str, timedelta]
    assumed: Saying | None = None

    def get(self, text: str) -> datetime | None:
        return self.at.get(text)


def read_moments(texts: Iterable[str], told: DayOrder | None) -> Moments:
    """Every text with the moment that it names, None for one that names none.

    Times stand as they were noted, without a zone. Raises Unclear (field "dates") where a day can
    be read two ways and nobody has said which, and where what was said does not fit.
    """
    different = {text for text in texts if text}
    order, shown, unsure = _order_of(different, told)
    at: dict[str, datetime | None] = {}
    days: dict[str, date | None] = {}
    zones: dict[str, timedelta] = {}
    for text in different:
        found = _match(text, order)
        days[text], at[text] = _day_and_moment(found) if found else (None, None)
        if found and at[text] and (zone := found[1][7]):
            zones[text] = _distance(zone)
    assumed = None
    if unsure and (named := _match(unsure, order)) and (day := _day_and_moment(named)[0]):
        key = "note.day_shown" if shown else "note.day_told"
        assumed = say(key, text=unsure, day=day, proof=shown)
    return Moments(at, days, zones, assumed)


def _order_of(texts: Iterable[str], told: DayOrder | None) -> tuple[DayOrder | None, str, str]:
    """What comes first, the text that shows it, and a day that can be read two ways."""
    proofs: dict[DayOrder, str] = {}
    unsure = ""
    for text in sorted(texts):
        found = _SLASHED.fullmatch(_WEEKDAY.sub("", text[:_LONGEST], count=1))
        if found is None:
            continue
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            proofs.setdefault(DayOrder.DAY_FIRST, text)
        elif second > 12 >= first:
            proofs.setdefault(DayOrder.MONTH_FIRST, text)
        elif first != second:
            unsure = unsure or found[0][: found.end(3)]
    if len(proofs) == 2:
        one, other = proofs[DayOrder.DAY_FIRST], proofs[DayOrder.MONTH_FIRST]
        raise refuse("dates", "both_ways", day=one, month=other)
    proven = next(iter(proofs), None)
    if proven and told and proven is not told:
        raise refuse("dates", "other_way", text=proofs[proven])
    if unsure and not (proven or told):
        raise refuse("dates", "two_ways", text=unsure)
    return proven or told, proofs[proven] if proven else "", unsure


_Parts = tuple[tuple[int, int, int], re.Match[str]]
"""Year, month and day, and the match whose groups 4 to 7 are the clock."""


def _match(text: str, order: DayOrder | None) -> _Parts | None:
    if len(text) > _LONGEST:
        return None
    return _bare_match(text, order) or _bare_match(_WEEKDAY.sub("", text, count=1), order)


def _bare_match(text: str, order: DayOrder | None) -> _Parts | None:
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return (int(found[1]), int(found[2]), int(found[3])), found
    if found := _DOTTED.fullmatch(text):
        return (_full(found[3]), int(found[2]), int(found[1])), found
    if found := _SLASHED.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        month, day = (first, second) if order is DayOrder.MONTH_FIRST else (second, first)
        return (_full(found[3]), month, day), found
    if found := _NAMED.fullmatch(text):
        return (_full(found[3]), MONTHS.get(found[2].lower(), 0), int(found[1])), found
    if found := _NAMED_FIRST.fullmatch(text):
        return (int(found[3]), MONTHS.get(found[1].lower(), 0), int(found[2])), found
    return None


def _day_and_moment(parts: _Parts) -> tuple[date | None, datetime | None]:
    (year, month, day), found = parts
    try:
        moment = datetime(year, month, day)  # noqa: DTZ001 as it was noted, without a zone
    except ValueError:
        return None, None
    if found[4] is None:
        return moment.date(), moment
    hour, minute, half = int(found[4]), int(found[5]), (found[6] or "").lower()[:1]
    if half in {"a", "p"} and hour <= (12 if half == "a" else 23):
        hour = hour % 12 + (12 if half == "p" else 0)
    elif half == "a":
        return None, None
    if minute > 59 or (hour, minute) > (24, 0) or (hour == 24 and year == _LAST_YEAR):
        return None, None
    return moment.date(), moment + timedelta(hours=hour, minutes=minute)


_LAST_YEAR = 9999


def _distance(zone: str) -> timedelta:
    digits = re.sub(r"\D", "", zone)
    if not digits:
        return timedelta(0)
    distance = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return -distance if zone.startswith("-") else distance


def _full(year: str) -> int:
    return int(year) + 2000 if len(year) == 2 else int(year)
