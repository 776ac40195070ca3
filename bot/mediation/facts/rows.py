"""Order lines from a CSV text, as people export them; refused with the row and the column."""

import csv
import io
import re
from collections.abc import Mapping
from datetime import date, datetime

from bot.mediation.facts.otif import OrderLine
from bot.mediation.refusals import Unclear

MAX_ROWS = 20_000
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "order": ("order", "order number", "order no", "po", "purchase order", "pedido"),
    "line": ("line", "order line", "item", "position", "línea", "linea", "posición"),
    "due": ("due", "due date", "delivery date", "requested date", "promised", "fecha de entrega"),
    "appointment": ("appointment", "appointment date", "slot", "booked", "cita", "fecha de cita"),
    "arrived": ("arrived", "arrival", "received", "receipt date", "actual date", "llegada"),
    "ordered": ("ordered", "quantity ordered", "order quantity", "pedido cantidad", "pedida"),
    "delivered": ("delivered", "quantity delivered", "received quantity", "entregada"),
    "exclusion": ("exclusion", "excluded", "reason", "exclusión", "motivo"),
}
"""Field -> the headings that are understood, lower case."""

REQUIRED = ("order", "due", "arrived", "ordered", "delivered")


def read_lines(text: str, *, day_first: bool = True) -> tuple[OrderLine, ...]:
    """The order lines of a CSV text with a row of headings; comma, semicolon or tab.

    Dates are 2026-11-03, or 03/11/2026 read by `day_first`. Raises Unclear with what is missing
    or cannot be read, naming row and column.
    """
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=_delimiter(text)))
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if len(rows) < 2:
        raise Unclear("rows", "The file needs a row of headings and at least one row below it.")
    if len(rows) > MAX_ROWS + 1:
        raise Unclear("rows", f"The file has more than {MAX_ROWS} rows; please send a part of it.")
    at = _columns(rows[0])
    return tuple(_line(row, number, at, day_first) for number, row in enumerate(rows[1:], start=2))


def _delimiter(text: str) -> str:
    first = text.lstrip("\ufeff\r\n").split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _columns(headings: list[str]) -> dict[str, int]:
    names = [" ".join(h.casefold().replace("_", " ").split()) for h in headings]
    at = {
        field: next(i for i, n in enumerate(names) if n in known)
        for field, known in COLUMNS.items()
        if any(n in known for n in names)
    }
    missing = [field for field in REQUIRED if field not in at]
    if missing:
        raise Unclear("rows", f"Please add these columns and try again: {', '.join(missing)}.")
    return at


def _line(row: list[str], number: int, at: Mapping[str, int], day_first: bool) -> OrderLine:
    def cell(field: str) -> str:
        place = at.get(field)
        return row[place].strip() if place is not None and place < len(row) else ""

    def day(field: str) -> date | None:
        return _day(cell(field), number, field, day_first)

    due = day("due")
    if due is None:
        raise Unclear("rows", f"Row {number} has no date in the column “due”.")
    return OrderLine(
        order=cell("order"),
        line=cell("line") or str(number),
        due=due,
        appointment=day("appointment"),
        arrived=day("arrived"),
        ordered=_quantity(cell("ordered"), number, "ordered"),
        delivered=_quantity(cell("delivered") or "0", number, "delivered"),
        exclusion=cell("exclusion"),
    )


def _day(text: str, number: int, field: str, day_first: bool) -> date | None:
    if not text:
        return None
    marks = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y") if day_first else ("%m/%d/%Y", "%m-%d-%Y")
    for mark in ("%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", *marks):
        try:
            return datetime.strptime(text, mark).date()  # noqa: DTZ007 a day has no time zone
        except ValueError:
            continue
    raise Unclear("rows", f"Row {number}: “{text}” in “{field}” is no date, like 2026-11-03.")


def _quantity(text: str, number: int, field: str) -> float:
    digits = text.replace(" ", "").replace("\u00a0", "")
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "").replace(".", "")
    try:
        value = float(digits.replace(",", "."))
    except ValueError:
        value = -1.0
    if not 0 <= value < float("inf"):
        raise Unclear("rows", f"Row {number}: “{text}” in “{field}” is no quantity, like 120.")
    return value
