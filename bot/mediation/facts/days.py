"""Days and times as people write them; one that can be read two ways is asked about, not guessed.

2026-11-03 and 20261103; 3.11.2026; 3 Nov 2026, 3 de noviembre de 2026, Nov 3, 2026; 03/11/2026 and
03-11-2026 in the order that the same column proves or that a person has said. A time may follow.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from bot.mediation.refusals import Unclear


class DayOrder(StrEnum):
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


_CLOCK = r"(?:[T ,]+(\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)?\s*([ap]\.?m\.?)?(?:Z|[+-]\d\d:?\d\d)?)?"
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _CLOCK, re.I | re.A)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)" + _CLOCK, re.I | re.A)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)" + _CLOCK, re.I | re.A)
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)" + _CLOCK, re.I | re.A)
_NAMED = re.compile(
    r"(\d{1,2})[-. ]*(?:de )?([a-z]{3})[a-z]*\.?[-, ]*(?:de |del )?(\d{4})" + _CLOCK, re.I | re.A
)
_NAMED_FIRST = re.compile(r"([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})" + _CLOCK, re.I | re.A)
_MONTHS = {
    name: number
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "ene feb mar abr may jun jul ago sep oct nov dic",
    )
    for number, name in enumerate(names.split(), start=1)
}
LIKE = "date, like 2026-11-03"


def read_moments(texts: Iterable[str], told: DayOrder | None) -> Mapping[str, datetime | None]:
    """Every text with the moment that it names, None for one that names none.

    Times stand as they were noted, without a zone. Raises Unclear (field "dates") where a day can
    be read two ways and nobody has said which, and where what was said does not fit.
    """
    different = {text for text in texts if text}
    order = _order_of(different, told)
    return {text: _moment(text, order) for text in different}


def _order_of(texts: Iterable[str], told: DayOrder | None) -> DayOrder | None:
    proofs: dict[DayOrder, str] = {}
    open_text = ""
    for text in sorted(texts):
        found = _SLASHED.fullmatch(text)
        if found is None:
            continue
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            proofs.setdefault(DayOrder.DAY_FIRST, text)
        elif second > 12 >= first:
            proofs.setdefault(DayOrder.MONTH_FIRST, text)
        elif first != second:
            open_text = open_text or text
    if len(proofs) == 2:
        one, other = proofs[DayOrder.DAY_FIRST], proofs[DayOrder.MONTH_FIRST]
        said = f"“{one}” puts the day first, “{other}” the month. Please write all in one way."
        raise Unclear("dates", said)
    proven = next(iter(proofs), None)
    if proven and told and proven is not told:
        raise Unclear("dates", f"“{proofs[proven]}” cannot be read that way. Choose the other one.")
    if open_text and not (proven or told):
        both = f"“{open_text}” can be read two ways. Choose what comes first, day or month."
        raise Unclear("dates", both)
    return proven or told


def _moment(text: str, order: DayOrder | None) -> datetime | None:
    parts = _parts(text, order)
    if parts is None:
        return None
    year, month, day, *clock = parts
    try:
        moment = datetime(_full(year), month, day)  # noqa: DTZ001 as it was noted, without a zone
    except ValueError:
        return None
    if not clock:
        return moment
    hour, minute = clock
    return moment + timedelta(hours=hour, minutes=minute) if hour < 24 and minute < 60 else None


def _parts(text: str, order: DayOrder | None) -> list[int] | None:
    """Year, month, day, and hour and minute where they are told."""
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return [int(found[1]), int(found[2]), int(found[3]), *_clock(found)]
    if found := _DOTTED.fullmatch(text):
        return [int(found[3]), int(found[2]), int(found[1]), *_clock(found)]
    if found := _SLASHED.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        month, day = (first, second) if order is DayOrder.MONTH_FIRST else (second, first)
        return [int(found[3]), month, day, *_clock(found)]
    if found := _NAMED.fullmatch(text):
        return [int(found[3]), _MONTHS.get(found[2].lower(), 0), int(found[1]), *_clock(found)]
    if found := _NAMED_FIRST.fullmatch(text):
        return [int(found[3]), _MONTHS.get(found[1].lower(), 0), int(found[2]), *_clock(found)]
    return None


def _clock(found: re.Match[str]) -> list[int]:
    if found[4] is None:
        return []
    hour, minute, half = int(found[4]), int(found[5]), (found[6] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return [hour, minute]


def _full(year: int) -> int:
    return year + 2000 if year < 100 else year
