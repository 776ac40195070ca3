"""Of a message, a title repeats what speaks to nobody and insults nobody."""

import pytest

from bot.facilitator.builtin.telling import impersonal, points_at_somebody
from bot.facilitator.builtin.voice import voice
from bot.facilitator.library import load_library

LIBRARY = load_library()
ENGLISH, SPANISH = voice("en", LIBRARY), voice("es", LIBRARY)


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("The gate was shut at 14:00.", "The gate was shut at 14:00"),
        ("This is amateur hour, the gate was shut at 14:00.", "The gate was shut at 14:00"),
        ("The change is a change request, you will get a quote.", "The change is a change request"),
        ("You charged 31 nights, we stayed 28.", ""),
        ("If you pay late, we charge 2 %.", ""),
        ("Your driver broke our gate.", ""),
        ("Your truck broke our gate.", "The truck broke the gate"),
        ("Could you tell us who pays the tool?", "Could you tell us who pays the tool?"),
        ("Why do you never answer?", ""),
        ("", ""),
    ],
)
def test_a_clause_that_points_at_somebody_goes(sentence: str, left: str) -> None:
    assert impersonal(sentence, ENGLISH) == left


@pytest.mark.parametrize("clause", ["Comprasteis menos", "Vuestro conductor se fue", "Basta ya"])
def test_spanish_tells_it_by_the_verb(clause: str) -> None:
    assert points_at_somebody(clause, SPANISH)
    assert not points_at_somebody("El camión llegó tarde", SPANISH)


def test_spanish_articles_join() -> None:
    left = impersonal("El muelle de vuestro almacén cerró.", SPANISH)
    assert left == "El muelle del almacén cerró"
