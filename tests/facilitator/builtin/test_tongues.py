"""Sides that write in two languages: each account read in its own, one structure in both."""

import re
from datetime import UTC, datetime

import pytest

from bot.facilitator import builtin_facilitator, load_library
from bot.facilitator.builtin.tongues import joined
from bot.facilitator.reading.lexicon import load_lexicon
from bot.mediation.issues import GapKind
from bot.mediation.people import PersonId, SideId
from bot.mediation.statements import Brief, CommonStatement, Rendition, Statement
from tests.facilitator.examples import BRIEFS

BUILTIN = builtin_facilitator(load_library())
NORTH, SOUTH = SideId("north"), SideId("south")
ENGLISH = (
    "In October OTIF was 94.1 %, counted by order line and delivery date. On 12 October 41 order "
    "lines were late. The contract says 98 %.",
    "We want 98 % on time in full.",
    "Empty shelves hurt our customers.",
)
SPANISH = (
    "En octubre el OTIF fue del 97,2 %, contado por pedidos completos y por la fecha de la cita. "
    "El 12 de octubre hubo 41 líneas de pedido tarde. El contrato dice 95 %.",
    "Queremos quitar la penalización del 1 % y pedidos fijos antes.",
    "La penalización se lleva nuestro margen.",
)


def brief(first: tuple[str, str, str], second: tuple[str, str, str]) -> Brief:
    now = datetime(2026, 11, 2, tzinfo=UTC)
    return Brief(
        title="Late-delivery penalty",
        happened="",
        kind="late_delivery",
        sides=((NORTH, "Northwind", "customer"), (SOUTH, "Envases", "provider")),
        statements=(
            Statement(NORTH, PersonId("U1"), now, *first),
            Statement(SOUTH, PersonId("U2"), now, *second),
        ),
    )


def framed(first: tuple[str, str, str], second: tuple[str, str, str]) -> CommonStatement:
    return BUILTIN.frame(brief(first, second)).value


def numbers(said: CommonStatement | Rendition) -> list[list[str]]:
    groups = (said.agreed, said.disputed, said.understood_differently, (said.question,))
    return [re.findall(r"\d[\d.,]*\d|\d", s) for group in groups for s in group]


MIXED = framed(ENGLISH, SPANISH)


def test_the_statement_stands_in_both_languages_sentence_for_sentence() -> None:
    (other,) = MIXED.also
    assert {MIXED.language, other.language} == {"en", "es"}
    assert numbers(MIXED) == numbers(other)
    assert [len(g) for g in (MIXED.agreed, MIXED.disputed, MIXED.understood_differently)] == [
        len(g) for g in (other.agreed, other.disputed, other.understood_differently)
    ]
    assert MIXED.question != other.question
    assert bool(MIXED.would_settle) == bool(other.would_settle)


def test_what_differs_is_found_across_the_languages() -> None:
    (spanish,) = MIXED.also
    assert (MIXED.language, spanish.language) == ("en", "es")
    assert MIXED.gap is GapKind.INTERPRETATION
    assert MIXED.disputed[0] == "OTIF: Northwind arrives at 94.1 %, Envases at 97,2 %."
    assert MIXED.understood_differently == (
        "Which day counts as the day of delivery: for Northwind, the delivery date; for Envases, "
        "the appointment date.",
    )
    assert "41 order lines" in MIXED.agreed[0]
    assert "12 October" in MIXED.agreed[0]
    assert "41 líneas de pedido" in spanish.agreed[0]
    assert "12 de octubre" in spanish.agreed[0]


def test_what_each_side_says_holds_today_is_read_in_its_own_language() -> None:
    agenda = BUILTIN.suggest_terms(brief(ENGLISH, SPANISH), MIXED).value
    target = next(t for t in agenda.terms if t.key == "otif_target")
    assert target.today is None, "two papers are named, and neither is put above the other"
    assert {"95 %", "98 %"} <= set(target.options)


def test_each_side_s_own_part_stays_in_its_own_words() -> None:
    for side, told in ((NORTH, ENGLISH), (SOUTH, SPANISH)):
        part = MIXED.about(side)
        assert (part.account, part.wants, part.needs) == told


def test_who_speaks_first_changes_neither_the_gap_nor_what_is_found() -> None:
    swapped = framed(SPANISH, ENGLISH)
    assert swapped.gap is MIXED.gap
    assert len(swapped.disputed) == len(MIXED.disputed)
    assert {swapped.language, swapped.also[0].language} == {"en", "es"}


@pytest.mark.parametrize("told", [ENGLISH, SPANISH])
def test_where_both_write_one_language_there_is_one_statement(told: tuple[str, str, str]) -> None:
    said = framed(told, told)
    assert said.also == ()
    assert said.language == ("en" if told is ENGLISH else "es")


@pytest.mark.parametrize("name", sorted(BRIEFS))
def test_a_case_in_one_language_never_gets_a_second(name: str) -> None:
    assert BUILTIN.frame(BRIEFS[name]).value.also == ()


def test_a_word_or_two_of_another_language_make_no_second_statement() -> None:
    assert framed(ENGLISH, (f"{ENGLISH[0]} Gracias.", *ENGLISH[1:])).also == ()


def test_contrasts_are_the_same_in_both_languages_and_read_the_words_of_both() -> None:
    english, spanish = load_lexicon("en").contrasts, load_lexicon("es").contrasts
    by_key = {c.key: c for c in english}
    assert {c.key for c in spanish} == set(by_key)
    for contrast in joined(english, spanish):
        assert [r.name for r in contrast.readings] == [
            r.name for r in by_key[contrast.key].readings
        ]
    days = next(c for c in joined(english, spanish) if c.key == "Which days are counted")
    assert "working days" in days.readings[0].cues
    assert "días laborables" in days.readings[0].cues


def test_working_days_stay_working_days() -> None:
    said = framed(
        (f"{ENGLISH[0]} The frozen window is 5 working days.", *ENGLISH[1:]),
        (f"{SPANISH[0]} La ventana fija es de 5 días laborables.", *SPANISH[1:]),
    )
    told = [*said.agreed, *(s for r in said.also for s in r.agreed)]
    assert any("5 working days" in s for s in told)
    assert any("5 días laborables" in s for s in told)


@pytest.mark.parametrize(
    ("english", "spanish", "in_english", "in_spanish"),
    [
        ("on Friday", "el viernes", "and Friday.", "y el viernes."),
        ("in week 42", "en la semana 42", "and week 42.", "y semana 42."),
    ],
)
def test_weekdays_and_weeks_are_named_in_each_language(
    english: str, spanish: str, in_english: str, in_spanish: str
) -> None:
    said = framed(
        (f"{ENGLISH[0]} It came {english}.", *ENGLISH[1:]),
        (f"{SPANISH[0]} Llegó {spanish}.", *SPANISH[1:]),
    )
    told = {said.language: said.agreed, **{r.language: r.agreed for r in said.also}}
    assert told["en"][0].endswith(in_english)
    assert told["es"][0].endswith(in_spanish)


def test_parts_of_a_whole_are_compared_across_two_languages_and_other_nouns_are_not() -> None:
    said = framed(
        ("We counted 47 broken jars of 1,200 on the list, which is all we know.", *ENGLISH[1:]),
        ("En las fotos se ven 12 tarros rotos de 1.200, y es todo lo que hay.", *SPANISH[1:]),
    )
    (spanish,) = said.also
    assert said.agreed[0] == "Both sides name 1,200."
    assert spanish.agreed[0] == "Las dos partes mencionan 1.200."
    assert said.disputed[0] == "The figures: Northwind has 47, Envases has 12."
    said = framed(
        ("We ordered 2,500 green caps and that is what we were told to do.", *ENGLISH[1:]),
        ("Cada color es un lote de la línea, y es lo que dijimos en la reunión.", *SPANISH[1:]),
    )
    assert said.disputed == ()


GERMAN = (
    "Zwei Bestellungen kamen zu spät. Wir zählen nach Liefertermin, und der Vertrag sagt 98 %.",
    "Wir möchten eingehaltene Termine.",
    "Leere Regale schaden uns.",
)


def test_a_statement_over_a_language_that_is_not_spoken_says_so() -> None:
    english = BUILTIN.frame(brief(ENGLISH, GERMAN))
    assert english.notice.startswith("Parley speaks English and Spanish.")
    spanish = BUILTIN.frame(brief(SPANISH, SPANISH))
    assert spanish.notice == BUILTIN.frame(brief(ENGLISH, SPANISH)).notice == ""
