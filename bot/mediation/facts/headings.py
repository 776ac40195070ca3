"""Which column is what: the headings that systems and people write, in three languages."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

Names = Mapping[str, tuple[str, ...]]
"""Field -> the headings that are understood, those that say it best first."""

ORDER_LINES: Names = {
    "order": (
        *("order", "order number", "order no", "order id", "po", "po number", "po no"),
        *(
            "sales order",
            "purchase order",
            "pedido",
            "número de pedido",
            "nº pedido",
            "nº de pedido",
        ),
        *("n.º pedido", "n.º de pedido", "orden", "orden de compra"),
        *("auftrag", "auftragsnummer", "auftragsnr", "auftrag nr", "bestellung"),
        *("bestellnummer", "bestellnr", "bestell nr", "belegnummer"),
    ),
    "line": (
        *("line", "line number", "order line", "item", "position", "pos", "línea", "posición"),
        *("línea de pedido", "zeile", "bestellposition"),
    ),
    "due": (
        *("due", "due date", "delivery date", "requested date", "requested delivery date"),
        *("agreed date", "confirmed date", "expected date", "promise date"),
        *("promised", "promised date", "fecha de entrega", "fecha entrega", "fecha prometida"),
        *("fecha acordada", "vencimiento", "liefertermin", "wunschtermin", "zugesagter termin"),
        *("fällig", "fälligkeit", "lieferdatum"),
    ),
    "appointment": (
        *("appointment", "appointment date", "slot", "booked", "booked date"),
        *("cita", "fecha de cita", "fecha de la cita", "anliefertermin", "zeitfenster"),
    ),
    "arrived": (
        *("arrived", "arrival", "arrival date", "received", "receipt date", "actual date"),
        *("actual arrival", "actual arrival date", "goods receipt date", "gr date"),
        *("actual delivery date", "delivered on", "llegada", "fecha de llegada", "recibido"),
        *(
            "fecha de entrega real",
            "entrega real",
            "fecha de recepción",
            "fecha real",
            "fecha real de entrega",
            "fecha de llegada real",
        ),
        *("entregado el", "wareneingang", "ankunft", "eingang", "eingangsdatum", "geliefert am"),
    ),
    "ordered": (
        *("ordered", "quantity ordered", "ordered quantity", "order quantity", "qty ordered"),
        *("ordered qty", "order qty", "pedida", "pedido cantidad", "cantidad pedida"),
        *("unidades pedidas", "bestellt", "bestellmenge", "bestellte menge", "auftragsmenge"),
        *("quantity", "qty", "cantidad", "menge"),
    ),
    "delivered": (
        *("delivered", "quantity delivered", "delivered quantity", "received quantity"),
        *("qty delivered", "delivered qty", "delivery quantity", "qty received", "received qty"),
        *("entregada", "cantidad entregada"),
        *("cantidad recibida", "servida", "cantidad servida", "unidades entregadas"),
        *("unidades servidas", "geliefert", "liefermenge", "gelieferte menge", "eingangsmenge"),
    ),
    "exclusion": (
        *("exclusion", "excluded", "reason", "exclusión", "motivo", "motivo de exclusión"),
        *("ausschluss", "ausgeschlossen", "grund", "ausschlussgrund"),
    ),
}
STAYS: Names = {
    "arrived": (
        *("arrived", "arrival", "gate in", "check in", "in", "llegada", "hora de llegada"),
        *("entrada", "ankunft", "einfahrt"),
    ),
    "left": (
        *("left", "departed", "departure", "gate out", "check out", "out", "salida"),
        *("hora de salida", "abfahrt", "ausfahrt"),
    ),
    "appointment": ("appointment", "slot", "booked", "cita", "hora de cita", "termin"),
    "docked": (
        *("docked", "docking", "at dock", "dock", "dock in", "dock time", "muelle", "en muelle"),
        *("hora de muelle", "atraque", "rampe", "an rampe"),
    ),
    "day": ("day", "date", "día", "fecha", "tag", "datum"),
}
SERIES: Names = {
    "month": ("month", "period", "date", "mes", "periodo", "fecha", "monat", "datum"),
    "index": (
        *("index", "index value", "value", "price", "índice", "valor", "precio", "wert"),
        *("indexwert", "preis"),
    ),
}

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGNS = re.compile(r"[^\w]+|_+")


@dataclass(frozen=True, slots=True)
class Columns:
    """at: field -> its column. either: field -> another column whose heading says it as well."""

    at: Mapping[str, int]
    either: Mapping[str, int] = field(default_factory=dict)


def columns_of(headings: Sequence[str], known: Names) -> Columns:
    """The columns whose headings are understood; of several for a field the clearest one."""
    names = [folded(h) for h in headings]
    at: dict[str, int] = {}
    either: dict[str, int] = {}
    for name, wanted in known.items():
        places = [names.index(w) for w in _folded(wanted) if w in names]
        if places:
            at[name] = places[0]
        if len(places) > 1:
            either[name] = places[1]
    taken = set(at.values())
    return Columns(at, {name: place for name, place in either.items() if place not in taken})


def understood(cells: Iterable[str], known: Names) -> int:
    """How many fields these cells would be headings of."""
    names = set(map(folded, cells))
    return sum(not names.isdisjoint(_folded(wanted)) for wanted in known.values())


@lru_cache(maxsize=2_000)
def folded(heading: str) -> str:
    """Without accents, signs, capitals and what stands in brackets: "Qty. ordered (pcs)"."""
    bare = _HUMPS.sub(" ", _BRACKETS.sub(" ", heading)) if len(heading) < _LONGEST else ""
    marks = unicodedata.normalize("NFKD", bare)
    letters = "".join(c for c in marks if not unicodedata.combining(c))
    return " ".join(_SIGNS.sub(" ", letters.casefold()).split())


_LONGEST = 80


@cache
def _folded(wanted: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(folded, wanted)))
