"""A model points at library entries and at words; the numbers are read by code."""

import re
from typing import Any

import pytest

from bot.mediation.statements import Brief
from bot.mediation.terms import Agenda, Term
from tests.facilitator.examples import BRIEFS, brief
from tests.facilitator.model.bench import BUILTIN, ModelBench

SAID = BRIEFS["otif"]
OWN = BUILTIN.suggest_terms(SAID, None).value


def pointed(key: str, asks: str = "", today: str = "", source: int = 2) -> dict[str, Any]:
    def quotes(text: str) -> list[dict[str, Any]]:
        return [{"source": source, "quote": text}] if text else []

    return {"key": key, "asks": quotes(asks), "today": quotes(today)}


def suggest(*terms: dict[str, Any], said: Brief = SAID) -> Agenda:
    bench = ModelBench({"TermsReply": {"terms": list(terms)}})
    return bench.facilitator.suggest_terms(said, None).value


def today(term: Term) -> str | None:
    return None if term.today is None else term.options[term.today]


def test_the_terms_are_the_librarys_in_the_models_order() -> None:
    agenda = suggest(pointed("late_penalty"), pointed("apology"), pointed("otif_target"))
    assert [t.key for t in agenda.terms] == ["late_penalty", "apology", "otif_target"]


def test_what_means_nothing_alone_comes_with_what_it_needs() -> None:
    agenda = suggest(pointed("penalty_cap"), pointed("apology"))
    assert [t.key for t in agenda.terms][:3] == ["penalty_cap", "late_penalty", "apology"]


def test_a_number_is_read_from_the_passage_that_was_pointed_at() -> None:
    agenda = suggest(pointed("otif_target", asks="A 98 % target from January"))
    assert "98 %" in agenda.term("otif_target").options


PAPER = "The contract says 95 % on time in full."
ONE_CLAIM = brief(
    first=("Two orders came a day late.", "A target of 98 % on time in full.", ""),
    second=(PAPER, "No penalty for days spent at the gate.", ""),
)


def test_todays_value_is_read_from_the_passage_too() -> None:
    point = pointed("otif_target", today=PAPER, source=3)
    assert today(suggest(point, said=ONE_CLAIM).term("otif_target")) == "95 %"


def test_what_the_accounts_leave_open_no_passage_closes() -> None:
    point = pointed("otif_target", today="The contract says 95 %", source=4)
    term = suggest(point).term("otif_target")
    assert today(term) is None
    assert {"95 %", "98 %"} <= set(term.options)


@pytest.mark.parametrize("quote", ["A 90 % target", "the target is 91 percent", "90 %"])
def test_a_number_that_stands_in_no_text_is_not_used(quote: str) -> None:
    term = suggest(pointed("otif_target", asks=quote, today=quote)).term("otif_target")
    assert term == OWN.term("otif_target")


def test_a_key_that_is_not_the_librarys_is_left_out_and_the_rest_filled_up() -> None:
    agenda = suggest(pointed("give_us_everything"), pointed("apology"))
    assert agenda.terms[0].key == "apology"
    assert len(agenda.terms) == 3
    assert "give_us_everything" not in {t.key for t in agenda.terms}


def test_without_any_key_of_the_library_the_built_in_terms_stand() -> None:
    bench = ModelBench({"TermsReply": {"terms": [pointed("x")]}})
    found = bench.facilitator.suggest_terms(SAID, None)
    assert (found.by_model, found.value) == (False, OWN)
    assert found.notice


def test_no_more_than_six_terms_come_to_the_table() -> None:
    keys = ["otif_target", "late_penalty", "grace_orders", "moq", "rebate", "apology", "uptime"]
    assert len(suggest(*(pointed(k) for k in keys)).terms) == 6


def test_the_same_key_twice_is_one_term() -> None:
    agenda = suggest(pointed("apology"), pointed("apology"), pointed("moq"))
    assert [t.key for t in agenda.terms].count("apology") == 1


@pytest.mark.parametrize("content", [{"terms": None}, {"terms": [{"key": "moq"}]}, {}])
def test_an_answer_of_another_shape_is_not_used(content: dict[str, Any]) -> None:
    found = ModelBench({"TermsReply": content}).facilitator.suggest_terms(SAID, None)
    assert (found.by_model, found.value) == (False, OWN)


def test_no_number_comes_from_the_model_whatever_it_points_at() -> None:
    texts = " ".join(
        (SAID.title, *SAID.sources, *(t for s in SAID.statements for t in (s.happened, s.wants)))
    )
    wild = [
        pointed(key, asks=quote, today=quote, source=source)
        for key in ("otif_target", "late_penalty", "grace_orders")
        for quote in ("93.8 % OTIF", "12,400 EUR", "660 order lines", "3 % penalty")
        for source in range(1, 8)
    ]
    library = {o for v in BUILTIN.voices for e in v.library.entries.values() for o in e.options}
    for term in suggest(*wild).terms:
        for option in set(term.options) - library:
            number = re.search(r"[\d.]+", option)
            assert number is not None
            assert number[0] in texts
