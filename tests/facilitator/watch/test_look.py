"""The watch keeps out of what is not for a facilitator, and leaves ordinary quarrels alone."""

import pytest

from bot.casework.asking import Concern, Watch
from bot.facilitator import WordWatch
from tests.facilitator.examples import BRIEFS

WATCH: Watch = WordWatch()


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("Deliver on Monday or I know where you live.", Concern.THREAT),
        ("You'll regret this!", Concern.THREAT),
        ("Fuck you and your trucks.", Concern.HARASSMENT),
        ("Go back to your country.", Concern.HARASSMENT),
        ("The driver was injured at your dock.", Concern.SAFETY),
        ("We found glass in the jars.", Concern.SAFETY),
        ("Your competitor charges 4 EUR less.", Concern.COMPETITION),
        ("All suppliers agreed to raise by 6 %.", Concern.COMPETITION),
        ("*watch  your\nback*", Concern.THREAT),
        ("Os vais a arrepentir.", Concern.THREAT),
        ("Hay una fuga de gas en el muelle.", Concern.SAFETY),
        ("Otro proveedor cobra menos.", Concern.COMPETITION),
        ("I know where you live, and your competitor charges less.", Concern.THREAT),
    ],
)
def test_a_text_that_is_not_for_a_facilitator_is_stopped(text: str, concern: Concern) -> None:
    stop = WATCH.look(text, person="Ana Ruiz")
    assert stop is not None
    assert stop.concern is concern
    assert "Ana Ruiz" in stop.sentence


@pytest.mark.parametrize(
    "text",
    [
        *(s.happened for b in BRIEFS.values() for s in b.statements),
        "This is unacceptable, you are incompetent and we will call our lawyer.",
        "We are killing the line at noon.",
        "Exclusivity means that you sell to no competitor.",
        "The competitor in the next street is cheaper to reach.",
        "The shipment was hit by the strike; the load was not secured.",
        "A price increase of 6 % hurts our margin.",
        "Nos duele la subida del precio.",
        "",
    ],
)
def test_an_ordinary_quarrel_is_left_alone(text: str) -> None:
    assert WATCH.look(text, person="Ana Ruiz") is None


@pytest.mark.parametrize("text", ["watch your back", "was injured", "puta", "all suppliers agreed"])
def test_what_is_said_is_kind_and_names_one_next_step(text: str) -> None:
    stop = WATCH.look(text, person="{person}")
    assert stop is not None
    assert "!" not in stop.sentence
    assert stop.words == text
    assert stop.sentence.count("{person}") == 1


def test_what_the_writer_was_told_of_is_passed_and_the_rest_still_seen() -> None:
    text = "The driver was injured, and your competitor charges less."
    first = WATCH.look(text, person="Ana Ruiz")
    assert first is not None
    assert first.concern is Concern.SAFETY
    second = WATCH.look(text, person="Ana Ruiz", passed=frozenset({Concern.SAFETY}))
    assert second is not None
    assert (second.concern, second.words) == (Concern.COMPETITION, "your competitor charges")
    assert "“your competitor charges”" in second.sentence
