"""A case file's terms and options are held against those that there are; none is passed over."""

import sys
from subprocess import CalledProcessError

import pytest

from bot.sandbox.play.case import CaseFile, TermView
from bot.sandbox.play.judgement import Term
from bot.sandbox.play.known_terms import known_terms, misread, unknown
from bot.sandbox.play.read_case import shipped

NORTH = "Northwind Foods"
TARGET = Term("OTIF target", ("94 %", "95 %", "98 %"), "95 %")
PENALTY = Term("Late-delivery penalty", ("none", "1 %", "5 %"), "1 %")
KNOWN = ("OTIF target", "Late-delivery penalty", "Payment days")


def case(terms: dict[str, TermView], today: dict[str, str] | None = None) -> CaseFile:
    """The late delivery, of which Northwind alone names terms."""
    whole = shipped("late_delivery")
    sides = {name: side.model_copy(update={"terms": {}}) for name, side in whole.sides.items()}
    sides[NORTH] = sides[NORTH].model_copy(update={"terms": terms})
    return whole.model_copy(update={"sides": sides, "today": today or {}})


def of(name: str, *never: str) -> CaseFile:
    return case({name: TermView(importance=5, never=never)})


def test_a_misspelt_term_is_named_with_its_place_and_the_one_that_is_meant() -> None:
    assert unknown(of("OTIF targt"), KNOWN) == [
        "sides.Northwind Foods.terms.OTIF targt: is no term that Parley knows. "
        "Is it “OTIF target”? `parley terms` lists them all."
    ]


def test_capitals_are_a_misspelling_too_as_the_form_shows_the_name() -> None:
    assert "Is it “Payment days”?" in unknown(of("payment Days"), KNOWN)[0]


def test_a_name_that_is_like_no_term_is_not_guessed_at() -> None:
    [told] = unknown(of("Weather"), KNOWN)
    assert "Is it" not in told
    assert told.endswith("`parley terms` lists them all.")


def test_a_misspelt_term_under_today_is_named_there() -> None:
    [told] = unknown(case({}, {"Late penalty": "1 %"}), KNOWN)
    assert told.startswith("today.Late penalty: ")


def test_a_term_that_is_known_but_not_on_the_table_is_told_with_those_that_are() -> None:
    assert unknown(of("Payment days"), KNOWN) == []
    assert misread(of("Payment days"), [TARGET, PENALTY]) == [
        "sides.Northwind Foods.terms.Payment days: is not on the table in this case. "
        "There are OTIF target, Late-delivery penalty."
    ]


def test_an_option_that_does_not_exist_is_told_with_those_that_do() -> None:
    assert misread(of("OTIF target", "90 %"), [TARGET]) == [
        "sides.Northwind Foods.terms.OTIF target.never: 90 % is none of its options here: "
        "94 %, 95 %, 98 %."
    ]
    [told] = misread(case({}, {"OTIF target": "90 %"}), [TARGET])
    assert told.startswith("today.OTIF target: 90 % is none of its options")


def test_what_holds_today_is_no_never_as_nobody_is_asked_about_it() -> None:
    [told] = misread(of("OTIF target", "95 %"), [TARGET])
    assert "95 % holds today" in told
    assert misread(case({}, {"OTIF target": "95 %"}), [TARGET]) == []


def test_what_is_spelt_as_the_form_shows_it_is_taken() -> None:
    assert misread(of("OTIF target", "94 %"), [TARGET, PENALTY]) == []


def test_the_list_is_the_one_that_parley_itself_gives() -> None:
    known = known_terms()
    for name in ("late_delivery", "raw_material"):
        assert unknown(shipped(name), known) == []
    assert unknown(of("Resin penalty"), known) != []


def test_a_list_that_cannot_be_had_is_no_empty_list() -> None:
    with pytest.raises(CalledProcessError):
        known_terms([sys.executable, "-c", "raise SystemExit(3)"])
