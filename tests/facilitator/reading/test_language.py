"""The language is told by its most common words."""

from pathlib import Path

import pytest

from bot.facilitator import evaluation
from bot.facilitator.reading.language import is_spoken, language_of
from bot.facilitator.reading.lexicon import LANGUAGES, load_lexicon

CASES = Path(evaluation.__file__).parent / "cases"
LEXICONS = [load_lexicon(x) for x in LANGUAGES]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The truck was late and we had to wait.", "en"),
        ("El camión llegó tarde y tuvimos que esperar.", "es"),
        ("OTIF 98 %", "en"),
        ("", "en"),
        ("Nos dijeron que el OTIF es de 98 %, but we do not know", "es"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of([text], LEXICONS) == language


@pytest.mark.parametrize(
    "text",
    [
        "Zwei Bestellungen kamen zu spät. Wir zählen nach Liefertermin, und der Vertrag sagt 98 %.",
        "Duas encomendas chegaram um dia tarde. O contrato não diz 98 %, e o OTIF foi pela data.",
        "Deux commandes sont arrivées en retard, et nous comptons chaque ligne avec le livreur.",
        "Due ordini sono arrivati in ritardo. Il contratto è chiaro, e abbiamo contato che manca.",
        "Twee bestellingen kwamen te laat; wij tellen het niet zo, en een regel werd geteld.",
    ],
    ids=["de", "pt", "fr", "it", "nl"],
)
def test_a_language_that_is_not_spoken_shows_by_its_common_words(text: str) -> None:
    assert not is_spoken(text)


@pytest.mark.parametrize(
    "text",
    ["", "98 %", "OTIF 98 % zu hoch", "The van met the truck at www.acme.com.", "Ok, um, no."],
)
def test_a_few_words_show_no_other_language(text: str) -> None:
    assert is_spoken(text)


def test_no_case_of_the_evaluation_is_taken_for_another_language() -> None:
    found = list(CASES.rglob("*.yaml"))
    assert len(found) > 8
    for path in found:
        for line in path.read_text(encoding="utf-8").splitlines():
            assert is_spoken(line), f"{path.name}: {line}"
