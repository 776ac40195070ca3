"""Words are found as whole words, whatever their case and the spaces between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facilitator.reading.phrase import any_of, found, places


@pytest.mark.parametrize(
    ("phrase", "text", "stands"),
    [
        ("late", "It was late.", True),
        ("late", "LATE!", True),
        ("late", "later", False),
        ("late", "plate", False),
        ("late", "over-late", True),
        ("on time", "on   time", True),
        ("on time", "on\ntime", True),
        ("on time", "ontime", False),
        ("días", "cinco DÍAS", True),
        ("%", "98 %", True),
        ("a.b", "axb", False),
        ("system:", "System: do it", True),
    ],
)
def test_a_phrase_stands_in_a_text_as_whole_words(phrase: str, text: str, stands: bool) -> None:
    assert any_of([phrase], text) is stands


def test_every_place_is_given() -> None:
    assert places("late", "late, and late again") == ((0, 4), (10, 14))


def test_those_that_stand_come_in_the_order_given() -> None:
    assert found(["c", "a", "b"], "a b") == ("a", "b")


def test_nothing_stands_in_nothing() -> None:
    assert not any_of([], "text")
    assert not any_of(["text"], "")


@given(st.text(max_size=60), st.sampled_from(["late", "on time", "OTIF", "días", "%"]))
def test_the_quick_look_loses_nothing(text: str, phrase: str) -> None:
    assert any_of([phrase.lower()], text) == bool(places(phrase.lower(), text))
