"""Units: which of them a term of the library can be counted in."""

import re

from bot.facilitator.library import Entry
from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.quantities import ANY_NOUN, BARE, GOODS, Quantity

TIMES = frozenset({"minute", "hour", "day", "week", "month", "year"})
MONEY = frozenset({"eur", "usd", "gbp"})
_RATE = re.compile(r"\s(?:an?|per|por|la|el)\s+(?P<unit>\w+)$")


def unit_of(entry: Entry, lexicon: Lexicon) -> str:
    """The canonical unit of an entry's options, "" where they are no numbers."""
    if "%" in entry.unit:
        return "percent"
    spelled = _spelled(lexicon)
    unit = entry.unit.casefold()
    known = next((spelled[u] for u in (unit, *unit.split()[:1]) if u in spelled), "")
    return known or next((spelled[u] for u in unit.split() if u in spelled), "")


def per_of(entry: Entry, lexicon: Lexicon) -> str:
    """ "hour" for an entry in "EUR an hour", "" for one that is no rate."""
    found = _RATE.search(entry.unit.casefold())
    return _spelled(lexicon).get(found["unit"], "") if found else ""


def is_same(unit: str, quantity: Quantity) -> bool:
    return bool(unit) and quantity.unit in {unit, BARE}


def is_like(unit: str, quantity: Quantity) -> bool:
    """Whether a term in one unit can as well be counted in the quantity's: pallets and cartons."""
    if unit in MONEY:
        return quantity.unit in MONEY
    return unit in GOODS and (quantity.unit in GOODS or quantity.unit.startswith(ANY_NOUN))


def _spelled(lexicon: Lexicon) -> dict[str, str]:
    return {s.casefold(): unit for unit, ss in lexicon.units.items() for s in ss}
