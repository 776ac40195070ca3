"""Names inside a sentence keep their abbreviations and lose their capitals."""

import pytest

from bot.facilitator import load_library
from bot.facilitator.builtin.naming import in_text, kind_in, lowered, topic_in_text
from bot.mediation.issues import IssueKind
from tests.facilitator.examples import brief

ENTRIES = load_library().entries


@pytest.mark.parametrize(
    ("words", "inside"),
    [("OTIF target", "OTIF target"), ("Price change", "price change"), ("", ""), ("8D", "8D")],
)
def test_a_name_is_lowered_but_not_an_abbreviation(words: str, inside: str) -> None:
    assert lowered(words) == inside


def test_a_term_has_a_name_and_a_topic() -> None:
    assert in_text(ENTRIES["otif_target"]) == "the OTIF target"
    assert topic_in_text(ENTRIES["otif_target"]) == "OTIF"
    assert topic_in_text(ENTRIES["price_change"]) == "the price change"


@pytest.mark.parametrize(("kind", "known"), [("price", IssueKind.PRICE), ("x", IssueKind.OTHER)])
def test_an_unknown_kind_is_something_else(kind: str, known: IssueKind) -> None:
    told = ("", "", "")
    assert kind_in(brief(first=told, second=told, kind=kind)) is known
