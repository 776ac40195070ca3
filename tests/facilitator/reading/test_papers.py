"""Amounts under numbered papers."""

import pytest

from bot.facilitator.reading.lexicon import load_lexicon
from bot.facilitator.reading.papers import PaperReader


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Invoice 4711 is 3,900.00 EUR in our books.", "en", [("4711", 3900.0)]),
        ("The credit note 118 is for 221.55, says our copy.", "en", [("118", 221.55)]),
        ("La factura F-220 suma 1.240,50 euros.", "es", [("f-220", 1240.5)]),
    ],
)
def test_an_amount_belongs_to_the_paper_before_it(
    text: str, language: str, found: list[tuple[str, float]]
) -> None:
    read = PaperReader(load_lexicon(language)).read(text)
    assert [(p.key, p.amount.value) for p in read] == found


@pytest.mark.parametrize(
    "text",
    [
        "Invoice 4711 was paid after 45 days.",
        "Order 88214 counts on the day it leaves our ramp.",
        "Invoice 4711 is open, and 300 EUR are due for freight.",
    ],
)
def test_what_is_no_money_of_the_paper_is_no_amount(text: str) -> None:
    assert not PaperReader(load_lexicon("en")).read(text)
