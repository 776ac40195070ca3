"""The cases that are shipped to try Parley with: what the built-in words make of them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.issues import GapKind, IssueKind
from bot.mediation.statements import Brief
from tests.facilitator.examples import brief, message

CASES = Path(__file__).parents[2] / "bot" / "sandbox" / "cases"
BUILTIN = builtin_facilitator(load_library())


def told(name: str) -> tuple[dict[str, Any], Brief]:
    """The case file, and what its two sides share of it; the buying side stands first."""
    case: dict[str, Any] = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    accounts = [
        (s["happened"], s["wants"], s.get("why", "") if s.get("share_why") else "")
        for s in case["sides"].values()
    ]
    texts = tuple(m["says"] for m in case["messages"])
    intake = BUILTIN.intake([message(texts[0])], raised_from="1.0").value
    said = brief(
        title=intake.title,
        kind=intake.kind,
        first=accounts[0],
        second=accounts[1],
        sources=texts,
    )
    return case, said


def test_the_penalty_is_a_matter_of_two_definitions() -> None:
    _, said = told("late_delivery")
    common = BUILTIN.frame(said).value
    assert (said.title, said.kind) == ("Late-delivery penalty: 1 %", IssueKind.LATE_DELIVERY)
    assert common.gap is GapKind.INTERPRETATION
    assert common.disputed == (
        "OTIF: Brightmart arrives at 94.1 %, Nordpack at 97.2 %.",
        "What holds today for the OTIF target: Brightmart names 98 %, Nordpack names 95 %.",
    )
    assert "the delivery date" in common.question
    assert "the appointment date" in common.question


def test_the_resin_is_a_matter_of_interests() -> None:
    _, said = told("raw_material")
    common = BUILTIN.frame(said).value
    assert (said.title, said.kind) == ("Price change: 6 % from 1 January", IssueKind.PRICE)
    assert common.gap is GapKind.INTEREST
    assert common.agreed == (), "one side asks for 6 %, the other refuses it"
    assert common.question.startswith("Which mix of the price change")


@pytest.mark.parametrize("name", ["late_delivery", "raw_material"])
def test_every_term_that_a_shipped_case_rates_comes_to_the_table(name: str) -> None:
    case, said = told(name)
    names = {t.name for t in BUILTIN.suggest_terms(said, BUILTIN.frame(said).value).value.terms}
    for side in case["sides"].values():
        assert set(side["terms"]) <= names


@pytest.mark.parametrize("name", ["late_delivery", "raw_material"])
def test_what_is_private_in_a_shipped_case_stands_in_no_word_of_it(name: str) -> None:
    case, said = told(name)
    everything = repr(BUILTIN.frame(said)) + repr(BUILTIN.suggest_terms(said, None))
    for side in case["sides"].values():
        assert side["private"] not in everything


def test_the_misunderstanding_is_named_by_the_words_it_is_about() -> None:
    case = yaml.safe_load((CASES / "five_days.yaml").read_text(encoding="utf-8"))
    asked = message(case["messages"][1]["says"])
    title = BUILTIN.intake([asked], raised_from="1.0").value.title
    assert title == "What was meant by “orders inside five days are fine”"
