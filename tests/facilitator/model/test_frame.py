"""Every sentence of a model's common statement is backed by quotations of both sides."""

from typing import Any

import pytest

from bot.casework.words import Worded
from bot.mediation.issues import GapKind
from bot.mediation.statements import CommonStatement
from tests.facilitator.examples import BRIEFS, CUSTOMER, PROVIDER, brief
from tests.facilitator.model.bench import BUILTIN, ModelBench

SAID = BRIEFS["five_days"]
OWN = BUILTIN.frame(SAID).value
BOTH = [
    {"source": 1, "quote": "orders inside five days are fine"},
    {"source": 3, "quote": "orders inside five days are fine"},
]


def reply(**changes: Any) -> dict[str, Any]:
    good: dict[str, Any] = {
        "agreed": [{"sentence": "Orders inside five days are said to be fine.", "quotes": BOTH}],
        "disputed": [],
        "understood_differently": [
            {
                "sentence": "To Brightmart, “fine” meant at no extra charge; to Nordpack, that"
                " the line can make them.",
                "quotes": [
                    {"source": 1, "quote": "there is no extra charge"},
                    {"source": 3, "quote": "She meant that the line can make them"},
                ],
            }
        ],
        "said": [
            {
                "side": "Brightmart",
                "account": "On 2 November the planner said that orders inside five days are fine."
                " Brightmart understood no extra charge, then saw a fee of 180 EUR.",
                "wants": "Brightmart asks to have the fee of 180 EUR taken off.",
                "needs": "Brightmart needs a budget that holds.",
            },
            {
                "side": "Nordpack",
                "account": "Nordpack says that orders inside five days are fine for the line, and"
                " that the rush fee of 180 EUR stands in the price list.",
                "wants": "Nordpack would like the fee to stay.",
                "needs": "Each rush order costs Nordpack a changeover at night.",
            },
        ],
        "gap": "interpretation",
        "question": "What does “fine” cover: that it can be made, or also that it is free?",
        "would_settle": "One written line on when the rush fee applies.",
    }
    return {**good, **changes}


def frame(**changes: Any) -> Worded[CommonStatement]:
    return ModelBench({"FrameReply": reply(**changes)}).facilitator.frame(SAID)


def test_a_good_answer_becomes_the_statement() -> None:
    found = frame()
    assert (found.by_model, found.notice) == (True, "")
    common = found.value
    assert common.by_model
    assert common.agreed == ("Orders inside five days are said to be fine.",)
    assert common.understood_differently[0].startswith("To Brightmart, “fine” meant")
    assert common.gap is GapKind.INTERPRETATION
    assert common.question.startswith("What does “fine” cover")
    assert common.about(PROVIDER).account.startswith("Nordpack says")


def test_a_side_that_shared_no_need_is_given_none() -> None:
    assert frame().value.about(CUSTOMER).needs == ""
    assert frame().value.about(PROVIDER).needs.startswith("Each rush order")


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("Both agree on 90 %.", BOTH),
        ("Nordpack admits that it was wrong.", BOTH),
        ("Orders inside five days are fine.", BOTH[:1]),
        ("Orders inside five days are fine.", []),
        (
            "Orders inside five days are fine.",
            [BOTH[0], {"source": 3, "quote": "we admit our mistake"}],
        ),
        ("Brightmart is right about the fee.", BOTH),
        ("Both companies will drop every fee.", BOTH),
    ],
)
def test_a_sentence_without_proof_from_both_sides_is_dropped(
    sentence: str, quotes: list[dict[str, Any]]
) -> None:
    common = frame(agreed=[{"sentence": sentence, "quotes": quotes}]).value
    assert common.agreed == OWN.agreed


def test_a_difference_names_both_sides_or_is_dropped() -> None:
    one_sided = [{"sentence": "Brightmart expected no fee.", "quotes": BOTH}]
    assert frame(disputed=one_sided).value.disputed == OWN.disputed


def test_where_no_sentence_has_proof_the_built_in_statement_stands() -> None:
    made_up = [{"sentence": "All is well.", "quotes": [{"source": 1, "quote": "all is well"}]}]
    found = frame(agreed=made_up, understood_differently=made_up)
    assert (found.by_model, found.value) == (False, OWN)
    assert "could not be used" in found.notice


@pytest.mark.parametrize(
    "account",
    [
        "Brightmart paid 500 EUR.",
        "Brightmart was lied to.",
        "Brightmart is right.",
        "",
        "word " * 200,
    ],
)
def test_an_account_that_does_not_hold_stays_in_the_sides_own_words(account: str) -> None:
    said = [{"side": "Brightmart", "account": account, "wants": "", "needs": ""}]
    assert frame(said=said).value.about(CUSTOMER) == OWN.about(CUSTOMER)


def test_a_number_of_the_other_side_does_not_enter_a_sides_account() -> None:
    said = brief(
        first=("The truck came at noon.", "Nothing.", ""),
        second=("We paid 700 EUR.", "The money.", ""),
    )
    moved = {"side": "Brightmart", "account": "Brightmart saw 700 EUR.", "wants": "", "needs": ""}
    bench = ModelBench({"FrameReply": reply(agreed=[], understood_differently=[], said=[moved])})
    common = bench.facilitator.frame(said).value
    assert common.about(CUSTOMER).account == "The truck came at noon."


def test_what_settles_it_is_said_for_facts_and_readings_alone() -> None:
    assert frame(gap="interest").value.would_settle == ""
    assert frame(gap="fact", would_settle="").value.would_settle == OWN.would_settle


@pytest.mark.parametrize(
    "change", [{"gap": "war"}, {"agreed": None}, {"said": {}}, {"more": 1}, {"question": 7}]
)
def test_an_answer_of_another_shape_is_not_used(change: dict[str, Any]) -> None:
    found = frame(**change)
    assert (found.by_model, found.value) == (False, OWN)


def test_an_answer_in_another_language_is_not_used() -> None:
    found = frame(
        agreed=[{"sentence": "Las dos partes dicen que los pedidos son posibles.", "quotes": BOTH}],
        question="¿Qué quiere decir la palabra que se usó en la llamada de los dos?",
    )
    assert (found.by_model, found.value) == (False, OWN)


def test_the_prompt_holds_the_shared_texts_and_nothing_else() -> None:
    bench = ModelBench({"FrameReply": reply()})
    bench.facilitator.frame(SAID)
    sent = bench.client.prompts[0]
    assert "rush fee of 180 EUR" in sent.texts
    assert "rush fee" not in sent.instructions
    assert sent.texts.count('"number"') == 6
