"""A number belongs to the term that is named beside it, and to how its sentence means it."""

import pytest

from bot.facilitator.library import load_library
from bot.facilitator.reading.lexicon import load_lexicon
from bot.facilitator.reading.measures import unit_of
from bot.facilitator.reading.topics import (
    MOST_IN_SENTENCE,
    Figure,
    FigureReader,
    Standing,
)
from bot.mediation.issues import IssueKind

LIBRARY, LEXICON = load_library(), load_lexicon("en")
READER = FigureReader(LIBRARY, LEXICON)


def read(text: str, kind: IssueKind = IssueKind.LATE_DELIVERY) -> list[tuple[float, str, Standing]]:
    figures: tuple[Figure, ...] = READER.read(text, kind=kind)
    return [(f.quantity.value, f.entry.key if f.entry else "", f.standing) for f in figures]


A, K, H = Standing.AGREED, Standing.ASKED, Standing.HAPPENED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "OTIF was 93.8 % against the agreed 98 %.",
            [(93.8, "otif_target", H), (98, "otif_target", A)],
        ),
        ("We deducted the 3 % penalty.", [(3, "late_penalty", A)]),
        ("We propose a grace of 2 orders a month.", [(2, "grace_orders", K)]),
        ("Payment terms are net 60.", [(60, "payment_days", H)]),
        ("The truck waited 3 hours at the gate.", [(3, "free_hours", H)]),
        ("It rained on 40 % of the days.", [(40, "", H)]),
    ],
)
def test_figures_are_read_with_their_matter(
    text: str, expected: list[tuple[float, str, Standing]]
) -> None:
    assert read(text) == expected


def test_a_contract_named_in_the_next_sentence_is_about_the_same_matter() -> None:
    text = "We were on time for 97 %. The contract says 95 %."
    assert read(text)[1] == (95, "otif_target", A)


def test_another_number_in_the_next_sentence_is_left_alone() -> None:
    text = "The resin index rose 14 %. We announced 6 %."
    assert read(text, IssueKind.PRICE) == [(14, "pass_through", H), (6, "", K)]


def test_what_fell_short_is_told_from_what_held() -> None:
    late, fine = READER.read("41 of 660 order lines came late.")
    assert (late.polarity, fine.polarity) == (-1, -1)
    assert READER.read("640 of 660 order lines were on time.")[0].polarity == 1


def test_a_figure_that_was_booked_is_marked_as_put_to_use() -> None:
    assert READER.read("We deducted a penalty of 2 %.")[0].applied
    assert not READER.read("The OTIF target is 95 %.")[0].applied


def test_a_bare_number_counts_where_a_paper_is_named_beside_it() -> None:
    (figure,) = READER.read("The contract says 30.", kind=IssueKind.PAYMENT)
    assert figure.entry is not None
    assert (figure.entry.key, figure.quantity.measure) == ("payment_days", (30.0, "day"))
    assert READER.read("We met 30 of them.", kind=IssueKind.PAYMENT) == ()


@pytest.mark.parametrize(
    ("key", "unit"),
    [
        ("otif_target", "percent"),
        ("late_penalty", "percent"),
        ("payment_days", "day"),
        ("frozen_window", "day"),
        ("frozen_weeks", "week"),
        ("detention_rate", "eur"),
        ("moq", "pallet"),
        ("defect_ppm", "ppm"),
        ("tool_owner", ""),
    ],
)
def test_the_unit_of_a_term_is_known(key: str, unit: str) -> None:
    assert unit_of(LIBRARY.entries[key], LEXICON) == unit


def test_a_sentence_that_is_a_table_is_read_to_a_bound() -> None:
    assert len(READER.read("9 % of 8 % and " * 2000)) == MOST_IN_SENTENCE


def test_a_cue_is_found_whatever_its_case() -> None:
    assert READER.entries_in("the otif Target, ON TIME")["otif_target"] == 3


def test_a_price_by_the_kilometre_is_no_price_by_the_hour() -> None:
    assert read("The rate rose to 0.35 EUR/km.", IssueKind.DETENTION) == [(0.35, "", H)]
    assert read("The rate rose to 65 EUR an hour.", IssueKind.DETENTION)[0][1] == "detention_rate"
