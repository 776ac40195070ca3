"""Order lines from a table's text, as people export them; refused with the line and the column."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.mediation.facts.days import LIKE, DayOrder, read_moments
from bot.mediation.facts.figures import read_figures
from bot.mediation.facts.otif import OrderLine
from bot.mediation.facts.table import Names, Table, read_table

COLUMNS: Names = {
    "order": (
        *("order", "order number", "order no", "order no.", "po", "po number"),
        *("purchase order", "pedido", "número de pedido", "numero de pedido", "orden"),
        *("po", "order number", "order no", "order no.", "nº pedido", "nº de pedido"),
        *("n.º pedido", "n.º de pedido"),
    ),
    "line": ("line", "order line", "item", "position", "línea", "linea", "posición", "posicion"),
    "due": (
        *("due", "due date", "delivery date", "requested date", "promised", "promised date"),
        *("fecha de entrega", "fecha prometida", "fecha acordada", "vencimiento"),
    ),
    "appointment": (
        *("appointment", "appointment date", "slot", "booked", "booked date"),
        *("cita", "fecha de cita", "fecha de la cita"),
    ),
    "arrived": (
        *("arrived", "arrival", "arrival date", "received", "receipt date", "actual date"),
        *("delivered on", "llegada", "fecha de llegada", "recibido", "fecha de recepción"),
        *("fecha real", "fecha real de entrega", "fecha de llegada real", "entregado el"),
    ),
    "ordered": (
        *("ordered", "quantity ordered", "ordered quantity", "order quantity", "qty ordered"),
        *("pedida", "pedido cantidad", "cantidad pedida"),
        *("unidades pedidas", "quantity", "qty", "cantidad"),
    ),
    "delivered": (
        *("delivered", "quantity delivered", "delivered quantity", "received quantity"),
        *("qty delivered", "entregada", "cantidad entregada", "cantidad recibida"),
        *("servida", "cantidad servida", "unidades entregadas", "unidades servidas"),
    ),
    "exclusion": ("exclusion", "excluded", "reason", "exclusión", "motivo", "motivo de exclusión"),
}
"""Field -> the headings that are understood, lower case, English and Spanish."""

REQUIRED = ("order", "due", "arrived", "ordered", "delivered")


def read_lines(text: str, *, order: DayOrder | None = None) -> tuple[OrderLine, ...]:
    """The order lines of a table's text with a row of headings.

    order: how days such as 03/11/2026 are written, None where the file itself has to show it.
    Raises Unclear with what is missing or cannot be read, naming line and column.
    """
    table = read_table(text, COLUMNS, REQUIRED)
    due, appointment, arrived = days_of(table, ("due", "appointment", "arrived"), order)
    ordered = _quantities(table, "ordered")
    delivered = _quantities(table, "delivered")
    for row, day in enumerate(due):
        if day is None:
            raise table.fault(row, "due", "a date is missing here.")
    for row, quantity in enumerate(ordered):
        if quantity is None:
            raise table.fault(row, "ordered", "a quantity is missing here.")
    return tuple(
        OrderLine(name, line, due_on, booked, came, wanted, got or 0.0, why)
        for name, line, due_on, booked, came, wanted, got, why in zip(
            table.column("order"),
            table.column("line"),
            (d for d in due if d is not None),
            appointment,
            arrived,
            (q for q in ordered if q is not None),
            delivered,
            table.column("exclusion"),
            strict=True,
        )
    )


def days_of(table: Table, fields: Sequence[str], order: DayOrder | None) -> list[list[date | None]]:
    """The days in these columns, read alike; None where a cell is empty."""
    return [
        [moment.date() if moment else None for moment in column]
        for column in moments_of(table, fields, order)
    ]


def moments_of(
    table: Table, fields: Sequence[str], order: DayOrder | None
) -> list[list[datetime | None]]:
    """The moments in these columns, read alike; None where a cell is empty."""
    columns = [table.column(field) for field in fields]
    read = read_moments((text for column in columns for text in set(column)), order)
    for field, column in zip(fields, columns, strict=True):
        if any(text and read[text] is None for text in set(column)):
            row = next(n for n, text in enumerate(column) if text and read[text] is None)
            raise table.unreadable(row, field, column[row], LIKE)
    return [[read.get(text) for text in column] for column in columns]


def _quantities(table: Table, field: str) -> list[float | None]:
    column = table.column(field)
    read = read_figures(set(column))
    unread = {text for text, value in read.items() if value is None or value < 0}
    if unread:
        row = next(n for n, text in enumerate(column) if text in unread)
        raise table.unreadable(row, field, column[row], "quantity, like 120")
    return [read.get(text) for text in column]
