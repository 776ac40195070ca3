"""A count that both sides read: the results with their formulas, and where they come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.mediation.issues import GapKind, IssueKind
from bot.mediation.people import PersonId, SideId


class Calculator(StrEnum):
    OTIF = "otif"
    INDEX_PRICE = "index_price"
    DETENTION = "detention"
    LATENESS = "lateness"


_FIRST: Mapping[IssueKind, tuple[Calculator, ...]] = {
    IssueKind.LATE_DELIVERY: (Calculator.OTIF, Calculator.LATENESS, Calculator.DETENTION),
    IssueKind.SERVICE_LEVEL: (Calculator.OTIF, Calculator.LATENESS),
    IssueKind.PRICE: (Calculator.INDEX_PRICE,),
    IssueKind.DETENTION: (Calculator.DETENTION, Calculator.LATENESS),
    IssueKind.PAYMENT: (Calculator.LATENESS,),
    IssueKind.OTHER: (Calculator.LATENESS, Calculator.OTIF),
}
_OF_TERMS: Mapping[str, Calculator] = {
    "otif_target": Calculator.OTIF,
    "delivery_window": Calculator.OTIF,
    "late_penalty": Calculator.OTIF,
    "grace_orders": Calculator.OTIF,
    "pass_through": Calculator.INDEX_PRICE,
    "price_cap": Calculator.INDEX_PRICE,
    "free_hours": Calculator.DETENTION,
    "detention_rate": Calculator.DETENTION,
    "charge_event": Calculator.DETENTION,
    "payment_days": Calculator.LATENESS,
    "late_interest": Calculator.LATENESS,
}
"""By the keys of the library's terms."""

COUNTABLE = frozenset({GapKind.FACT, GapKind.INTERPRETATION})
"""The gaps that a count can close. Over an interest, a value or a slight nobody counts."""


@dataclass(frozen=True, slots=True)
class Result:
    """One definition's outcome. value: "93.8 %". formula: the same in plain figures."""

    definition: str
    value: str
    formula: str


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What was worked out. rows: of the table, 0 where figures were typed.

    notes: what was left out, assumed or doubled, each with how many rows it is about.
    """

    results: tuple[Result, ...]
    rows: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """The same results and notes in another language of the case."""

    language: str
    results: tuple[Result, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """A side's count, for everybody to read.

    id: names the request, so that none is kept twice. source: the file's name, "" where figures
    were typed. digest: SHA-256 in hex of the file as it came, or of what was typed.
    notes: what was left out, assumed or doubled. also: the same in the case's other language.
    """

    id: str
    calculator: Calculator
    side: SideId
    by: PersonId
    at: datetime
    source: str
    digest: str
    rows: int
    results: tuple[Result, ...]
    notes: tuple[str, ...] = ()
    also: tuple[Wording, ...] = ()


def calculators_for(kind: IssueKind, terms: tuple[str, ...] = ()) -> tuple[Calculator, ...]:
    """What can be counted in a case of this kind with these terms (their keys), the usual first."""
    named = (_OF_TERMS[key] for key in terms if key in _OF_TERMS)
    return tuple(dict.fromkeys((*_FIRST.get(kind, ()), *named)))
