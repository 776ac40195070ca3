"""A quotation counts only where it stands, letter for letter, whitespace folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facilitator.model.schema import Quote
from bot.facilitator.model.sources import Sources, numbers_in
from tests.facilitator.examples import CUSTOMER, PROVIDER

SOURCES = Sources.of(
    [
        ("In October  41 of 660\norder lines were late.", "Brightmart", "", CUSTOMER),
        ("   ", "Brightmart", "", CUSTOMER),
        ("We measured 97 %.", "Nordpack", "", PROVIDER),
        ("Hello <@U1>", "channel", "", None),
    ],
    limit=4000,
)


def test_empty_texts_have_no_number() -> None:
    assert [s.number for s in SOURCES.all] == [1, 2, 3]


@pytest.mark.parametrize(
    ("number", "quote", "holds"),
    [
        (1, "41 of 660 order lines", True),
        (1, "41 of 660\n order   lines", True),
        (1, "41 of 661 order lines", False),
        (1, "41 Of 660", False),
        (2, "41 of 660 order lines", False),
        (2, "We measured 97 %.", True),
        (9, "We measured 97 %.", False),
        (0, "We measured 97 %.", False),
        (2, "", False),
        (2, "W", False),
        (3, "<@U1>", False),
    ],
)
def test_a_quotation_is_checked_by_code(number: int, quote: str, holds: bool) -> None:
    assert SOURCES.holds(Quote(source=number, quote=quote)) is holds


def test_the_sides_of_quotations_are_known() -> None:
    quotes = [Quote(source=n, quote="x") for n in (1, 2, 3)]
    assert SOURCES.sides_of(quotes) == {CUSTOMER, PROVIDER}
    assert SOURCES.texts_of(PROVIDER) == ("We measured 97 %.",)


@given(st.text(max_size=200), st.text(min_size=3, max_size=30))
def test_a_made_up_quotation_never_counts(text: str, quote: str) -> None:
    sources = Sources.of([(text, "a", "", CUSTOMER)], limit=4000)
    held = sources.holds(Quote(source=1, quote=quote))
    assert not held or " ".join(quote.split()) in sources.all[0].text


def test_long_texts_share_the_room_that_there_is() -> None:
    sources = Sources.of([("word " * 5000, "a", "", CUSTOMER)] * 4, limit=4000)
    assert sum(len(s.text) for s in sources.all) <= 4000


def test_numbers_are_compared_by_value() -> None:
    assert numbers_in(["12,400 EUR and 12.400 EUR", "93,8 %"]) == {12400.0, 93.8}
