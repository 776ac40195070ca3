"""Two accounts that tell one rule in their own ways."""

import pytest

from bot.facilitator.builtin.facilitator import BuiltinFacilitator
from bot.facilitator.library import load_library
from bot.mediation.issues import GapKind
from bot.mediation.statements import CommonStatement
from tests.facilitator.examples import brief

BUILTIN = BuiltinFacilitator(load_library())


def framed(ours: str, theirs: str, kind: str = "price") -> CommonStatement:
    said = brief(kind=kind, first=(ours, "", ""), second=(theirs, "", ""))
    return BUILTIN.frame(said).value


def test_one_rule_told_in_two_ways_is_understood_differently() -> None:
    common = framed(
        "The diesel supplement is set once a quarter.",
        "The diesel supplement moves every month with the pump price.",
    )
    assert common.gap is GapKind.INTERPRETATION
    assert len(common.understood_differently) == 1


def test_two_rules_about_two_things_are_no_misunderstanding() -> None:
    common = framed(
        "The diesel supplement is set once a quarter.",
        "Wages of our drivers are adjusted in spring.",
    )
    assert not common.understood_differently


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Invoice 4711 is 3,900.00 EUR in our books.", "Invoice 4711 is 4,200.00 EUR."),
        ("La factura 4711 es de 3.900,00 euros.", "La factura 4711 suma 4.200,00 euros."),
    ],
)
def test_two_amounts_under_one_paper_are_a_disputed_fact(ours: str, theirs: str) -> None:
    common = framed(ours, theirs, "payment")
    assert common.gap is GapKind.FACT
    assert all(part in common.disputed[0] for part in ("4711", "900", "200"))
    assert "4711" in common.question
    assert "4711" in common.would_settle
