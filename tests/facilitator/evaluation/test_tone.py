"""Tone is judged by words of its own: the lists that clean a text have no part in it."""

from pathlib import Path

import pytest

from bot.facilitator.evaluation import tone
from bot.facilitator.evaluation.tone import blaming, judging, pointing


@pytest.mark.parametrize(
    "text",
    ["The clowns came late", "You people delivered", "Unos sinvergüenzas", "It is a joke"],
)
def test_contempt_is_heard(text: str) -> None:
    assert blaming([text]) == 1


@pytest.mark.parametrize("text", ["The truck came late", "Both sides name 40 pallets.", ""])
def test_a_plain_sentence_is_heard_as_plain(text: str) -> None:
    assert (blaming([text]), judging([text]), pointing([text])) == (0, 0, 0)


def test_who_is_agreed_with_or_spoken_to_is_heard() -> None:
    assert judging(["It is understandable that A must pay."]) == 2
    assert pointing(["You sell it to others", "Vuestra factura"]) == 2


def test_the_lists_are_not_those_that_clean() -> None:
    assert "lexicon" not in Path(tone.__file__).read_text(encoding="utf-8")
