"""Numbers are read by code: their value, their unit, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facilitator.reading.lexicon import load_lexicon
from bot.facilitator.reading.quantities import QuantityReader, large_numbers, number_of

ENGLISH, SPANISH = (QuantityReader(load_lexicon(x)) for x in ("en", "es"))


def measures(text: str, reader: QuantityReader = ENGLISH) -> list[tuple[float, str]]:
    return [q.measure for q in reader.read(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,400", 12400),
        ("12.400", 12400),
        ("12 400", 12400),
        ("1,234,567", 1234567),
        ("12,400.50", 12400.5),
        ("12.400,50", 12400.5),
        ("93.8", 93.8),
        ("93,8", 93.8),
        ("0.125", 0.125),
        ("0,125", 0.125),
        ("+6", 6),
        ("-6", -6),
        ("−6", -6),
        ("± 10", 10),
        ("5", 5),
        ("5k", 5000),
        ("14.2k", 14200),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, value: float) -> None:
    assert number_of(text) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OTIF was 93.8% in May", [(93.8, "percent")]),
        ("98 percent, 95 per cent", [(98, "percent"), (95, "percent")]),
        ("inside five days", [(5, "day")]),
        ("a 5-day window", [(5, "day")]),
        ("ten working days", [(10, "day")]),
        ("5 to 7 days", [(5, "day"), (7, "day")]),
        ("12,400 EUR", [(12400, "eur")]),
        ("€12,400 and $5", [(12400, "eur"), (5, "usd")]),
        ("EUR 3k", [(3000, "eur")]),
        ("our terms are net 30", [(30, "day")]),
        ("41 of 660 order lines", [(41, "order line"), (660, "order line")]),
        ("3 pallets and 2 trucks", [(3, "pallet"), (2, "truck")]),
        ("320 ppm", [(320, "ppm")]),
    ],
)
def test_a_number_with_a_unit_is_found(text: str, expected: list[tuple[float, str]]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "PO 4500012345",
        "the 8D report",
        "at 14:30",
        "version 2.1",
        "call +49 30 123456",
        "#4711",
        "room 12",
        "a partner of five",
        "net weight",
        "lot 5521 flour",
        "Line 2 could not start",
        "silo 3 holds",
    ],
)
def test_a_number_without_a_unit_says_nothing(text: str) -> None:
    assert measures(text) == []


def test_the_number_of_a_paper_is_no_amount() -> None:
    assert measures("Invoice 4471 EUR 12,300 came back") == [(12300.0, "eur")]
    assert measures("We invoice 4471 EUR every month") == [(4471.0, "eur")]
    assert measures("La factura 4471 EUR 12.300 volvió", SPANISH) == [(12300.0, "eur")]


def test_a_part_of_a_whole_is_marked_as_one() -> None:
    part, whole = ENGLISH.read("41 of 660 order lines were late")
    assert (part.part, whole.part) == (True, False)
    assert part.label == "41 order lines"


def test_spanish_numbers_and_units_are_read() -> None:
    assert measures("93,8 % de 660 líneas de pedido", SPANISH) == [
        (93.8, "percent"),
        (660, "order line"),
    ]
    assert measures("dentro de cinco días laborables, 12.400 euros", SPANISH) == [
        (5, "day"),
        (12400, "eur"),
    ]


@given(st.text(max_size=200))
def test_every_label_lies_inside_its_text_and_none_overlap(text: str) -> None:
    end = 0
    for quantity in ENGLISH.read(text):
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end


@given(st.integers(0, 999_999), st.sampled_from(["%", "days", "EUR", "order lines", "pallets"]))
def test_any_whole_number_with_a_unit_is_read_back(number: int, unit: str) -> None:
    found = ENGLISH.read(f"they named {number:,} {unit} in the call")
    assert [q.value for q in found] == [number]


@pytest.mark.parametrize(
    ("text", "label", "unit"),
    [
        ("we stayed 28 nights", "28 nights", "of night"),
        ("the trailer showed 9 degrees", "9 degrees", "of degree"),
        ("40 machine hours", "40 machine hours", "hour"),
    ],
)
def test_a_count_of_anything_is_read(text: str, label: str, unit: str) -> None:
    (found,) = ENGLISH.read(text)
    assert (found.label, found.unit) == (label, unit)


@pytest.mark.parametrize("text", ["120 de 5.000 tenían", "los 14 llegaron tarde", "80 faltaban"])
def test_a_verb_behind_a_number_is_not_counted(text: str) -> None:
    assert measures(text, SPANISH) == []


@pytest.mark.parametrize("text", ["of 60, 9 came late", "14 remained", "at 1,200 without notice"])
def test_nor_is_an_english_one(text: str) -> None:
    assert measures(text) == []


@pytest.mark.parametrize("text", ["on 3 November", "lot 88 with a crack", "at 5 this week"])
def test_a_number_before_a_common_word_counts_nothing(text: str) -> None:
    assert measures(text) == []


def test_thousands_are_read_as_people_type_them() -> None:
    assert measures("MOQ is 5k pcs, the fee is EUR 6.8k.") == [(5000, "piece"), (6800, "eur")]
    assert measures("5 kg of it") == []


def test_of_what_has_a_fault_the_whole_is_read_without_its_noun() -> None:
    part, whole = ENGLISH.read("We found 47 broken jars of 1,200 in lot 7.")
    assert (part.value, part.part, whole.value, whole.unit) == (47, True, 1200, part.unit)
    part, whole = SPANISH.read("Llegaron 47 tarros rotos de 1.200.")
    assert (part.value, part.part, whole.label) == (47, True, "1.200 tarros")


def test_cartons_of_so_many_are_no_part_of_a_whole() -> None:
    assert measures("We sent 12 cartons of 400.") == [(12, "case")]
    assert measures("2 cartons broken, of 12 oz") == [(2, "case")]


def test_an_index_is_no_end_of_a_range_of_percentages() -> None:
    assert measures("It stands at 1,451 and 2.8 % up.") == [(2.8, "percent")]
    assert measures("Between 2 and 3 % up.") == [(2, "percent"), (3, "percent")]


def test_large_numbers_count_without_a_noun_but_for_years_and_dates() -> None:
    text = "In 2019 the forecast was 40,000, of which 25,800 came; PO-4471, 12 left."
    assert large_numbers(text) == {40000, 25800}


def test_a_price_is_for_whatever_stands_behind_it() -> None:
    low, high = ENGLISH.read("It went from 0.19 to 0.348 €/km.")
    assert {low.per, high.per} == {"of km"}
    assert [q.per for q in ENGLISH.read("75 EUR an hour, 20 EUR per bag, 9 EUR.")] == [
        "hour",
        "of bag",
        "",
    ]
