"""An entry in another language keeps its directions and its number of options."""

from pathlib import Path

import pytest

from bot.facilitator.library import LibraryFault, load_library
from bot.facilitator.library.faults import Faults
from bot.facilitator.library.spoken import speak

ENTRY = load_library().entries["moq"]
WORDS = {"name": "Pedido mínimo", "unit": "palés", "definition": "…", "more": "a", "less": "b"}
FILE = Path("volume.yaml")


def faults_of(words: dict[str, object]) -> str:
    faults = Faults()
    speak(ENTRY, words, FILE, faults)
    with pytest.raises(LibraryFault) as raised:
        faults.raise_if_any()
    return str(raised.value)


def test_words_change_and_nothing_else_does() -> None:
    faults = Faults()
    spoken = speak(ENTRY, {**WORDS, "cues": ["mínimo"]}, FILE, faults)
    faults.raise_if_any()
    assert (spoken.name, spoken.topic) == ("Pedido mínimo", "Pedido mínimo")
    assert spoken.options == ENTRY.options
    assert spoken.cues == (*ENTRY.cues, "mínimo")
    assert (spoken.key, spoken.today, spoken.traded_for) == ("moq", ENTRY.today, ENTRY.traded_for)


def test_another_number_of_options_is_refused() -> None:
    assert "needs 4 options" in faults_of({**WORDS, "options": ["1", "2"]})


def test_missing_and_unknown_words_are_refused() -> None:
    assert "`name` is missing" in faults_of({k: v for k, v in WORDS.items() if k != "name"})
    assert "does not know `nombre`" in faults_of({**WORDS, "nombre": "x"})


def test_a_mismatch_has_to_be_put_into_the_other_language_too() -> None:
    faults = Faults()
    speak(load_library().entries["otif_target"], WORDS, FILE, faults)
    with pytest.raises(LibraryFault, match="`mismatch` is missing"):
        faults.raise_if_any()
