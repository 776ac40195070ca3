"""A model may notice what no list knows, in words that stand there; it stops nothing."""

import json
from typing import Any

import pytest

from bot.casework.asking import Seen, Then
from bot.casework.usage import Outcome
from bot.facilitator.model.client import Answer
from bot.mediation.concerns import Concern
from tests.facilitator.model.bench import BUILTIN, ModelBench

TEXT = "Third time late.\nSome people end up  in the canal for less."
SIDES = ["Brightmart", "Nordpack"]


def noticed(*found: tuple[str, str]) -> dict[str, Any]:
    return {"noticed": [{"concern": c, "quote": q} for c, q in found]}


def looked(answer: dict[str, Any] | Answer, text: str = TEXT) -> tuple[Seen | None, ModelBench]:
    bench = ModelBench({"LookReply": answer})
    return bench.facilitator.look_closely(text, sides=SIDES), bench


def test_a_passage_that_stands_there_is_noticed_whatever_its_spaces() -> None:
    found, bench = looked(noticed(("threat", "end up in the\ncanal")))
    assert found == Seen(Concern.THREAT, "end up in the canal")
    assert bench.usage.outcomes == [Outcome.USED]


def test_a_passage_that_stands_nowhere_is_left_and_not_asked_for_once_more() -> None:
    found, bench = looked(noticed(("threat", "I will drown you")))
    assert found is None
    assert bench.usage.outcomes == [Outcome.UNGROUNDED]


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"noticed": [{"concern": "rude", "quote": "late"}]},
        {"noticed": [{"concern": "threat", "quote": "late", "offer": 90}]},
        Answer(Outcome.REFUSED),
        Answer(Outcome.SLOW),
    ],
)
def test_an_answer_of_another_shape_or_none_is_passed_over(
    answer: dict[str, Any] | Answer,
) -> None:
    found, bench = looked(answer)
    assert found is None
    assert Outcome.USED not in bench.usage.outcomes


def test_of_several_the_gravest_counts() -> None:
    found, _ = looked(noticed(("competition", "Third time"), ("threat", "in the canal")))
    assert found == Seen(Concern.THREAT, "in the canal")


def test_a_whole_text_is_no_passage() -> None:
    long = "Late again. " * 40
    found, _ = looked(noticed(("threat", long.strip())), long)
    assert found is None


def test_an_empty_text_is_not_asked_about() -> None:
    found, bench = looked(noticed(), "  ")
    assert found is None
    assert not bench.client.prompts


def test_the_model_reads_that_side_s_text_and_the_names_of_all() -> None:
    _, bench = looked(noticed())
    given = bench.client.prompts[0].texts
    assert all(name in given for name in SIDES)
    assert json.loads(given.rpartition("\n")[2]) == (
        "Third time late. Some people end up in the canal for less."
    )


def test_the_builtin_facilitator_has_looked_before() -> None:
    assert BUILTIN.look_closely(TEXT, sides=SIDES) is None


@pytest.mark.parametrize("concern", list(Concern))
@pytest.mark.parametrize(
    "text",
    ["They are two days late again.", "Los camiones llegan otra vez dos días tarde y nadie avisa."],
)
def test_what_is_said_of_it_names_the_passage_and_a_person(concern: Concern, text: str) -> None:
    seen = Seen(concern, "in the canal")
    said = BUILTIN.in_doubt(seen, person="Ana Ruiz", text=text, then=Then.NOTHING)
    assert "in the canal" in said
    assert "Ana Ruiz" in said
    still = BUILTIN.in_doubt(seen, person="Ana Ruiz", text=text, then=Then.TAKE_OUT)
    assert (still == said) == (concern is Concern.SAFETY)
    again = BUILTIN.in_doubt(seen, person="Ana Ruiz", text=text, then=Then.SEND_AGAIN)
    assert len(again) > len(said)
    assert ("has sent" in said or "before any" in said) == ("late" in text), said
