"""Stays at a dock and an index's months, from a table's text."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.mediation.facts import shown
from bot.mediation.facts.clocks import is_over_a_change
from bot.mediation.facts.days import MONTHS, DayOrder, Moments
from bot.mediation.facts.detention import Stay
from bot.mediation.facts.figures import read_figures, taken_for_thousands
from bot.mediation.facts.headings import SERIES, STAYS
from bot.mediation.facts.index_price import Month
from bot.mediation.facts.rows import moments_of, read_as
from bot.mediation.facts.sayings import Saying, refuse
from bot.mediation.facts.table import Table, read_table, shortened

_Times = tuple[datetime | None, datetime | None, datetime | None, datetime | None]
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?| ?h| ?uhr)?", re.I | re.A)
_DAY = timedelta(days=1)
TIMES = ("arrived", "left", "appointment", "docked")
LONG = timedelta(days=7)
"""A stay from which a day looks mistyped."""


@dataclass(frozen=True, slots=True)
class Stays:
    """once: the stays without those that repeat another row, empty where none does."""

    stays: tuple[Stay, ...]
    once: tuple[Stay, ...] = ()
    notes: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    index: Mapping[Month, float]
    notes: tuple[Saying, ...] = ()


def read_stays(text: str, *, order: DayOrder | None = None) -> Stays:
    """One stay a row. Raises Unclear with what is missing or cannot be read, by its place.

    Where a day stands in a column of its own, times alone are of that day, and a departure before
    the arrival is the next day's.
    """
    table = read_table(text, STAYS, ("arrived", "left"), ("arrived", "left"))
    dated = _with_days(table)
    moments = moments_of(dated, TIMES, order)
    told = [instants(dated.column(name), moments) for name in TIMES]
    past: list[int] = []
    stays = []
    for row, times in enumerate(zip(*told, strict=True)):
        if dated is not table and _is_past_midnight(times):
            past.append(row)
            times = _past_midnight(times)
        stays.append(_stay(table, row, times))
    repeats = set(table.repeats())
    over = [n for n, s in enumerate(stays) if is_over_a_change(s.arrived, s.left)]
    notes = (
        *table.notes,
        *read_as(table, moments, ()),
        *table.about("note.midnight", past),
        *table.about("note.same", sorted(repeats)),
        *table.about("note.clocks", [] if moments.zones else over),
        *table.about("note.long", [n for n, s in enumerate(stays) if s.left - s.arrived > LONG]),
    )
    once = tuple(s for n, s in enumerate(stays) if n not in repeats) if repeats else ()
    return Stays(tuple(stays), once, notes)


def _with_days(table: Table) -> Table:
    """Every time alone with its row's day before it, where the days have a column."""
    if "day" not in table.at:
        return table
    rows = [list(row) for row in table.rows]
    for row, day in zip(rows, table.column("day"), strict=True):
        for place in (table.at[name] for name in TIMES if name in table.at):
            if day and _CLOCK.fullmatch(row[place]):
                row[place] = f"{day} {row[place]}"
    return replace(table, rows=rows)


def _is_past_midnight(times: _Times) -> bool:
    came, went, _, _ = times
    return came is not None and went is not None and timedelta(0) < came - went < _DAY


def _past_midnight(times: _Times) -> _Times:
    came, went, booked, docked = times
    assert came is not None
    assert went is not None
    return came, went + _DAY, booked, docked + _DAY if docked and docked < came else docked


def is_within(stay: Stay) -> bool:
    """Whether the dock was reached between arrival and departure."""
    return stay.docked is None or stay.arrived <= stay.docked <= stay.left


def instants(texts: Sequence[str], moments: Moments) -> list[datetime | None]:
    """The moments of these texts, in one zone where they name theirs."""
    _refuse_half_zoned(moments)
    return [_instant(text, moments) for text in texts]


def _instant(text: str, moments: Moments) -> datetime | None:
    moment = moments.get(text)
    if moment is None or text not in moments.zones:
        return moment
    with suppress(OverflowError):  # in the first or the last hours of the calendar
        return moment - moments.zones[text]
    return moment


def _refuse_half_zoned(moments: Moments) -> None:
    bare = min((t for t, at in moments.at.items() if at and t not in moments.zones), default="")
    if moments.zones and bare:
        raise refuse("dates", "zones", with_zone=min(moments.zones), without=bare)


def _stay(table: Table, row: int, times: _Times) -> Stay:
    came, went, booked, docked = times
    if came is None or went is None:
        raise table.fault(row, "arrived" if came is None else "left", "time_missing")
    if went < came:
        raise table.fault(row, "left", "before_arrival")
    stay = Stay(came, went, booked, docked)
    if not is_within(stay):
        raise table.fault(row, "docked", "not_within")
    return stay


def read_series(text: str, *, order: DayOrder | None = None) -> Series:
    """An index by month. Raises Unclear for what cannot be read, and a month that comes twice."""
    table = read_table(text, SERIES, ("month", "index"), ("month",))
    months = [month_in(cell) for cell in table.column("month")]
    notes: tuple[Saying, ...] = read_as(table, Moments({}, {}, {}), ("index",))
    if any(month is None for month in months):
        moments = moments_of(table, ("month",), order)
        notes = read_as(table, moments, ("index",))
        days = (moments.days.get(cell) for cell in table.column("month"))
        months = [
            month or ((day.year, day.month) if day else None)
            for month, day in zip(months, days, strict=True)
        ]
    cells = table.column("index")
    values = read_figures(set(cells))
    _refuse_two_ways(table, cells, values)
    series: dict[Month, float] = {}
    for row, (month, cell) in enumerate(zip(months, cells, strict=True)):
        value = values.get(cell)
        if month is None:
            raise table.fault(row, "month", "month_missing")
        if value is None or value <= 0:
            raise table.unreadable(row, "index", cell, "no_index")
        if series.setdefault(month, value) != value:
            raise table.fault(row, "month", "month_twice")
    return Series(series, (*table.notes, *notes))


def _refuse_two_ways(
    table: Table, cells: Sequence[str], values: Mapping[str, float | None]
) -> None:
    """“104.250” beside 98 would be a thousand times as much. Where all are such, none is."""
    unsure = {cell: taken_for_thousands([cell]) for cell in values} if values else {}
    if not taken_for_thousands(values) or all(unsure.values()):
        return
    row = next(n for n, cell in enumerate(cells) if unsure.get(cell))
    value = values[cells[row]]
    assert value is not None
    raise table.fault(row, "index", "figure_two_ways", text=cells[row], **shown.two_ways(value))


def month_in(text: str) -> Month | None:
    """A month written 2026-03, 03/2026, 03.2026, Mar 2026, marzo de 2026; None for other texts."""
    if found := _NAMED_MONTH.fullmatch(text.strip()):
        named = MONTHS.get(found[1].lower())
        return (int(found[2]), named) if named else None
    first, _, second = _MARKS.sub("-", text.strip(), count=1).partition("-")
    if not (first.isascii() and first.isdigit() and second.isascii() and second.isdigit()):
        return None
    year, month = (first, second) if len(first) == 4 else (second, first)
    found_at = (int(year), int(month))
    return found_at if len(year) == 4 and len(month) <= 2 and 1 <= found_at[1] <= 12 else None


def as_month(text: str, field: str) -> Month:
    """A month that was typed into this field. Raises Unclear."""
    found = month_in(text)
    if found is None:
        raise refuse(field, "index_month", text=shortened(text))
    return found


_NAMED_MONTH = re.compile(r"([a-zä]{3})[a-zä]*\.?[- ](?:de |del )?(\d{4})", re.I | re.A)
_MARKS = re.compile(r"[/.]")
