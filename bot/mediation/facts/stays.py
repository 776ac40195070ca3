"""Stays at a dock and an index's months, from a table's text."""

from bot.mediation.facts.days import DayOrder
from bot.mediation.facts.detention import Stay
from bot.mediation.facts.figures import read_figures
from bot.mediation.facts.index_price import Month
from bot.mediation.facts.rows import moments_of
from bot.mediation.facts.table import Names, read_table
from bot.mediation.refusals import Unclear

STAY_COLUMNS: Names = {
    "arrived": (
        *("arrived", "arrival", "gate in", "check in", "check-in", "in"),
        *("llegada", "hora de llegada", "entrada"),
    ),
    "left": (
        *("left", "departed", "departure", "gate out", "check out", "check-out", "out"),
        *("salida", "hora de salida"),
    ),
    "appointment": ("appointment", "slot", "booked", "cita", "hora de cita"),
    "docked": ("docked", "docking", "at dock", "muelle", "en muelle", "atraque"),
}
SERIES_COLUMNS: Names = {
    "month": ("month", "period", "date", "mes", "periodo", "período", "fecha"),
    "index": ("index", "index value", "value", "price", "índice", "indice", "valor", "precio"),
}


def read_stays(text: str, *, order: DayOrder | None = None) -> tuple[Stay, ...]:
    """One stay a row. Raises Unclear with what is missing or cannot be read, by its place."""
    table = read_table(text, STAY_COLUMNS, ("arrived", "left"))
    arrived, left, appointment, docked = moments_of(
        table, ("arrived", "left", "appointment", "docked"), order
    )
    stays = []
    for row, (came, went, booked, at_dock) in enumerate(
        zip(arrived, left, appointment, docked, strict=True)
    ):
        if came is None or went is None:
            field = "arrived" if came is None else "left"
            raise table.fault(row, field, "a time is missing here.")
        if went < came:
            raise table.fault(row, "left", "this is before the arrival.")
        stays.append(Stay(came, went, booked, at_dock))
    return tuple(stays)


def read_series(text: str, *, order: DayOrder | None = None) -> dict[Month, float]:
    """An index by month. Raises Unclear for what cannot be read, and a month that comes twice."""
    table = read_table(text, SERIES_COLUMNS, ("month", "index"))
    months = [month_in(cell) for cell in table.column("month")]
    if any(month is None for month in months):
        (days,) = moments_of(table, ("month",), order)
        months = [(day.year, day.month) if day else None for day in days]
    cells = table.column("index")
    values = read_figures(set(cells))
    series: dict[Month, float] = {}
    for row, (month, cell) in enumerate(zip(months, cells, strict=True)):
        value = values.get(cell)
        if month is None:
            raise table.fault(row, "month", "a month is missing here.")
        if value is None or value <= 0:
            raise table.unreadable(row, "index", cell, "index value above zero, like 104.2")
        if series.setdefault(month, value) != value:
            raise table.fault(row, "month", "this month stands in the file twice.")
    return series


def month_in(text: str) -> Month | None:
    """A month written 2026-03 or 03/2026, None for anything else."""
    first, _, second = text.strip().replace("/", "-").partition("-")
    if not (first.isascii() and first.isdigit() and second.isascii() and second.isdigit()):
        return None
    year, month = (first, second) if len(first) == 4 else (second, first)
    found = (int(year), int(month))
    return found if len(year) == 4 and len(month) <= 2 and 1 <= found[1] <= 12 else None


def as_month(text: str) -> Month:
    """A month that was typed. Raises Unclear."""
    found = month_in(text)
    if found is None:
        raise Unclear("then", f"“{text.strip()[:20]}” is no month. Write it like 2026-03.")
    return found
