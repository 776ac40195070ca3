"""Rows that stand in a table and belong to none of its lines: totals, remarks, headings again."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from bot.mediation.facts.headings import folded

_TOTALS = (
    *("total", "totals", "subtotal", "sub total", "grand total", "sum", "average"),
    *("suma", "totales", "total general", "promedio", "media"),
    *("summe", "gesamt", "gesamtsumme", "zwischensumme", "gesamtergebnis", "mittelwert"),
    *("durchschnitt",),
)
_FIRST = frozenset(word.split()[0] for word in _TOTALS)
_LONG = frozenset(_TOTALS)


class Aside(StrEnum):
    TOTAL = "note.totals"
    REMARK = "note.remarks"
    AGAIN = "note.again"


def aside(
    row: Sequence[str], headings: Sequence[str], keys: Collection[int], *, is_foot: bool
) -> Aside | None:
    """What this row is where it is no line of the table.

    row, headings: cells without outer spaces. keys: the columns without which a row says nothing,
    its days. is_foot: whether only such rows stand below it.
    """
    if row == headings:
        return Aside.AGAIN
    told = [row[n] for n in keys if n < len(row) and row[n]]
    if len(told) > 1 or (told and not _is_total(told[0])):
        return None
    filled = [cell for cell in row if cell]
    if any(map(_is_total, filled)):
        return Aside.TOTAL
    if is_foot and len(filled) == 1 and len(headings) > 2 and len(filled[0].split()) > 1:
        return Aside.REMARK
    return None


def _is_total(cell: str) -> bool:
    """“Total”, “Summe:”, “Total 4711” and “4711 Total”, not “Total Foods Ltd 12”."""
    if cell.startswith(("Σ", "∑")):
        return True
    words = folded(cell).split()
    if not words or not {words[0], words[-1]} & _FIRST:
        return False
    rest = " ".join(w for w in words if not any(map(str.isdigit, w)))
    return rest in _LONG
