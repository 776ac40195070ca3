"""Order lines from a table's text, as people export them; refused with the line and the column."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.mediation.facts.days import DayOrder, Moments, read_moments
from bot.mediation.facts.figures import read_figures, taken_for_thousands
from bot.mediation.facts.headings import ORDER_LINES, folded
from bot.mediation.facts.otif import OrderLine
from bot.mediation.facts.sayings import Saying, say
from bot.mediation.facts.table import Table, read_table

REQUIRED = ("order", "due", "arrived", "ordered", "delivered")
_DAYS = ("due", "appointment", "arrived")
_NOT_EXCLUDED = frozenset(
    (
        *("no", "n", "0", "false", "none", "na", "n a", "not excluded", "included"),
        *("falso", "ninguno", "ninguna", "no aplica", "nein", "falsch", "keine", "keiner"),
    )
)
"""What stands in that column for a line that is to be counted."""


@dataclass(frozen=True, slots=True)
class OrderLines:
    """lines: what is counted. at: the row of the table that each comes from.

    once: the lines without those that repeat another row in every cell, empty where none does.
    repeats: the rows that do. nothing, not_due: those that are left out, since nothing is ordered
    or they are not due yet.
    """

    table: Table
    lines: tuple[OrderLine, ...]
    at: tuple[int, ...]
    once: tuple[OrderLine, ...] = ()
    repeats: frozenset[int] = frozenset()
    nothing: tuple[int, ...] = ()
    not_due: tuple[int, ...] = ()
    notes: tuple[Saying, ...] = ()


def read_lines(
    text: str, *, order: DayOrder | None = None, today: date | None = None
) -> OrderLines:
    """The order lines of a table's text with a row of headings.

    order: how days such as 03/11/2026 are written, None where the file itself has to show it.
    today: what is due later and has not come is left out, with a note.
    Raises Unclear with what is missing or cannot be read, naming line and column.
    """
    table = read_table(text, ORDER_LINES, REQUIRED, ("due", "arrived"))
    moments = moments_of(table, _DAYS, order)
    due, appointment, arrived = (_days(table, name, moments) for name in _DAYS)
    ordered, delivered = _quantities(table, ("ordered", "delivered"))
    for row, (day, quantity) in enumerate(zip(due, ordered, strict=True)):
        if day is None:
            is_named = table.column("order")[row]
            raise table.fault(row, "due", "date_missing" if is_named else "row_alone")
        if quantity is None:
            raise table.fault(row, "ordered", "quantity_missing")
    names = _orders(table)
    excluded = [_reason(cell) for cell in table.column("exclusion")]
    every = [
        OrderLine(name, line, due_on, booked, came, wanted, got or 0.0, why)
        for name, line, due_on, booked, came, wanted, got, why in zip(
            names,
            table.column("line"),
            (d for d in due if d is not None),
            appointment,
            arrived,
            (q for q in ordered if q is not None),
            delivered,
            excluded,
            strict=True,
        )
    ]
    nothing = tuple(n for n, line in enumerate(every) if line.ordered == 0)
    not_due = tuple(n for n, line in enumerate(every) if line.ordered and _is_open(line, today))
    left_out = {*nothing, *not_due}
    at = tuple(n for n in range(len(every)) if n not in left_out)
    repeats = frozenset(table.repeats())
    once = tuple(every[n] for n in at if n not in repeats) if not repeats.isdisjoint(at) else ()
    return OrderLines(
        table,
        tuple(every[n] for n in at),
        at,
        once,
        repeats,
        nothing,
        not_due,
        (*table.notes, *read_as(table, moments, ("ordered", "delivered"))),
    )


def _is_open(line: OrderLine, today: date | None) -> bool:
    return line.arrived is None and today is not None and line.due > today


def _orders(table: Table) -> list[str]:
    """Every row's order; an empty cell has the one above, where the row says all else."""
    names = table.column("order")
    came = table.column("arrived")
    for row, name in enumerate(names):
        if not name:
            if row == 0 or not came[row]:
                raise table.fault(row, "order", "order_missing")
            names[row] = names[row - 1]
    return names


def _reason(cell: str) -> str:
    is_empty = not cell.strip("-–—./ ") or folded(cell[:70]) in _NOT_EXCLUDED
    return "" if is_empty else cell


def read_as(table: Table, moments: Moments, figures: Sequence[str]) -> tuple[Saying, ...]:
    """Notes on a day and a figure that could be read two ways."""
    notes = [moments.assumed] if moments.assumed else []
    if figures and len(set(moments.zones.values())) > 1:
        notes.append(say("note.offsets"))
    cells = {cell for name in figures for cell in table.column(name)}
    if text := taken_for_thousands(cells):
        notes.append(say("note.thousand", text=text, figure=f"{read_figures(cells)[text]:.0f}"))
    return tuple(notes)


def moments_of(table: Table, fields: Sequence[str], order: DayOrder | None) -> Moments:
    """What the cells of these columns name, read alike."""
    columns = [table.column(name) for name in fields]
    read = read_moments((text for column in columns for text in set(column)), order)
    for name, column in zip(fields, columns, strict=True):
        if any(text and read.at[text] is None for text in set(column)):
            row = next(n for n, text in enumerate(column) if text and read.at[text] is None)
            raise table.unreadable(row, name, column[row], _why_no_day(column[row]))
    return read


def _days(table: Table, name: str, moments: Moments) -> list[date | None]:
    return [moments.days.get(text) for text in table.column(name)]


def _why_no_day(text: str) -> str:
    if text.isascii() and text.isdigit() and _SERIALS[0] < int(text[:9]) < _SERIALS[1]:
        return "serial"
    hour, mark, minute = text.partition(":")
    if mark and hour.isdigit() and minute[:2].isdigit() and len(hour) < 3:
        return "clock_only"
    return "no_day"


_SERIALS = (30_000, 60_000)
"""Days since 1900 as spreadsheets count them: 1982 to 2064."""


def _quantities(table: Table, names: Sequence[str]) -> list[list[float | None]]:
    """The quantities in these columns, read alike, none below zero; None where a cell is empty."""
    columns = [table.column(name) for name in names]
    read = read_figures({cell for column in columns for cell in column})
    unread = {text for text, value in read.items() if value is None or value < 0}
    for name, column in zip(names, columns, strict=True):
        if not unread.isdisjoint(column):
            row = next(n for n, text in enumerate(column) if text in unread)
            why = "no_quantity" if read[column[row]] is None else "below_zero"
            raise table.unreadable(row, name, column[row], why)
    return [[read.get(text) for text in column] for column in columns]
