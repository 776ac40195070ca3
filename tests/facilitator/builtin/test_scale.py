"""A scale takes in numbers at their place and never more than people can choose from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facilitator.builtin.scale import Scale
from bot.facilitator.library import load_library
from bot.mediation.terms import MAX_OPTIONS

ENTRIES = load_library().entries


@pytest.mark.parametrize(
    ("key", "value", "label", "after"),
    [
        ("payment_days", 50, "50 days", "45 days"),
        ("late_penalty", 4, "4 %", "3 %"),
        ("penalty_cap", 6, "6 %", "5 %"),
        ("flex_band", 15, "± 15 %", "± 10 %"),
        ("detention_rate", 50, "50 EUR", "45 EUR"),
        ("frozen_window", 6, "6 working days", "5 working days"),
        ("moq", 3, "3 pallets", "2 pallets"),
    ],
)
def test_a_number_is_written_like_its_neighbours(
    key: str, value: float, label: str, after: str
) -> None:
    labels = Scale.of(ENTRIES[key]).with_values([value]).labels
    assert labels.index(label) == labels.index(after) + 1


@pytest.mark.parametrize("key", ["tool_owner", "apology", "evidence"])
def test_a_scale_of_words_takes_no_number(key: str) -> None:
    scale = Scale.of(ENTRIES[key])
    assert scale.with_values([3.0]).labels == scale.labels


def test_a_known_number_adds_nothing() -> None:
    scale = Scale.of(ENTRIES["payment_days"])
    assert scale.with_values([60.0]).labels == scale.labels
    assert scale.at(60.0) == 2
    assert scale.at(None) is None


def test_a_share_above_a_hundred_is_refused() -> None:
    assert "150 %" not in Scale.of(ENTRIES["tool_share"]).with_values([150.0]).labels


@given(st.sampled_from(sorted(ENTRIES)), st.lists(st.floats(0, 2000), max_size=20))
def test_a_scale_stays_in_order_and_within_its_size(key: str, values: list[float]) -> None:
    scale = Scale.of(ENTRIES[key]).with_values(values).around([])
    own = [s.value for s in scale.steps if s.value is not None]
    assert own in (sorted(own), sorted(own, reverse=True))
    assert len(scale.labels) <= MAX_OPTIONS
    full = Scale.of(ENTRIES[key]).with_values(values)
    if len(full.labels) <= MAX_OPTIONS:
        assert set(ENTRIES[key].options) <= set(scale.labels)


def test_what_nobody_named_makes_room_first() -> None:
    named = [10.0, 20.0, 33.0, 50.0, 65.0, 80.0, 100.0]
    labels = Scale.of(ENTRIES["payment_days"]).with_values(named).around([]).labels
    assert len(labels) == MAX_OPTIONS
    assert {f"{n:g} days" for n in named} <= set(labels)


def test_spanish_options_have_a_decimal_comma() -> None:
    spanish = load_library().in_language("es").entries
    assert "0,5 %" in Scale.of(spanish["early_discount"]).labels
    assert "1,75 %" in Scale.of(spanish["late_interest"]).with_values([1.75]).labels
    assert "1.75 %" in Scale.of(ENTRIES["late_interest"]).with_values([1.75]).labels
