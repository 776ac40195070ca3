"""A model words the title and points at passages; code checks both."""

from typing import Any

import pytest

from bot.mediation.issues import IssueKind, Urgency
from tests.facilitator.examples import message
from tests.facilitator.model.bench import BUILTIN, ModelBench

THREAD = (
    message("Hi all, OTIF in October was 93.8 % against the agreed 98 %.", ts="1.0", name="Ana"),
    message("We measured 97 %. See the list.", ts="2.0", name="Ben"),
)


def reply(**changes: Any) -> dict[str, Any]:
    good = {
        "title": "OTIF in October at 93.8 %, agreed at 98 %",
        "kind": "late_delivery",
        "urgency": "normal",
        "quotes": [
            {"source": 2, "quote": "We measured 97 %."},
            {"source": 1, "quote": "OTIF in October was 93.8 %"},
        ],
    }
    return {**good, **changes}


def intake(**changes: Any) -> Any:
    bench = ModelBench({"IntakeReply": reply(**changes)})
    return bench.facilitator.intake(THREAD, raised_from="1.0")


OWN = BUILTIN.intake(THREAD, raised_from="1.0").value


def test_a_good_answer_prefills_the_form() -> None:
    found = intake()
    assert found.by_model
    assert found.notice == ""
    assert found.value.title == "OTIF in October at 93.8 %, agreed at 98 %"
    assert found.value.kind is IssueKind.LATE_DELIVERY
    assert found.value.happened == ("Ana: OTIF in October was 93.8 %.\nBen: We measured 97 %.")


def test_a_quotation_that_stands_nowhere_is_dropped() -> None:
    quotes = [
        {"source": 1, "quote": "OTIF in October was 90 %"},
        {"source": 2, "quote": "We measured 97 %."},
    ]
    assert intake(quotes=quotes).value.happened == "Ben: We measured 97 %."


def test_where_no_quotation_stands_the_built_in_answer_does() -> None:
    found = intake(quotes=[{"source": 1, "quote": "we admit that we were late"}])
    assert not found.by_model
    assert found.value == OWN
    assert "could not be used" in found.notice


@pytest.mark.parametrize(
    "title",
    [
        "OTIF in October: 90 %",
        "Nordpack is at fault for the delays",
        "Outrageous service!",
        "",
        "See https://a.example",
    ],
)
def test_a_title_that_does_not_hold_is_replaced(title: str) -> None:
    found = intake(title=title)
    assert found.by_model
    assert found.value.title == OWN.title


def test_a_long_title_is_cut_between_words() -> None:
    assert len(intake(title="The count of order lines " * 6).value.title) <= 80


@pytest.mark.parametrize(
    "change",
    [{"kind": "weather"}, {"urgency": 3}, {"quotes": "none"}, {"extra": 1}, {"title": "x" * 400}],
)
def test_an_answer_of_another_shape_is_not_used(change: dict[str, Any]) -> None:
    found = intake(**change)
    assert (found.by_model, found.value) == (False, OWN)


def test_an_answer_in_another_language_is_not_used() -> None:
    found = intake(title="El OTIF de octubre y los datos que faltan en la lista")
    assert (found.by_model, found.value) == (False, OWN)


def test_urgency_and_kind_are_the_models_where_they_are_known() -> None:
    found = intake(urgency="urgent", kind="service_level").value
    assert (found.urgency, found.kind) == (Urgency.URGENT, IssueKind.SERVICE_LEVEL)


def test_a_thread_without_words_is_not_sent_anywhere() -> None:
    bench = ModelBench({"IntakeReply": reply()})
    bench.facilitator.intake([message("  ")], raised_from="1.0")
    assert bench.client.prompts == []


def test_the_prompt_names_the_message_it_was_raised_from_and_the_files() -> None:
    bench = ModelBench({"IntakeReply": reply()})
    bench.facilitator.intake(THREAD, raised_from="2.0")
    sent = bench.client.prompts[0].texts
    assert "has the number 2" in sent
    assert '"from": "Ben"' in sent


def test_a_quotation_cites_its_message_and_one_that_is_not_in_it_is_dropped() -> None:
    quotes = [
        {"source": 2, "quote": "We  measured 97 %."},
        {"source": 1, "quote": "We measured 97 %."},
        {"source": 1, "quote": "OTIF in October was 93.8 %"},
    ]
    cited = [(c.ts, c.words) for c in intake(quotes=quotes).value.claims]
    assert cited == [("2.0", "We  measured 97 %."), ("1.0", "OTIF in October was 93.8 %")]
