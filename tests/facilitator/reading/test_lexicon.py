"""Every language brings exactly the lists that reading needs."""

import pytest

from bot.facilitator.library import load_library
from bot.facilitator.reading.lexicon import LANGUAGES, load_lexicon

KEYS = set(load_library().entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_a_text(language: str) -> None:
    lexicon = load_lexicon(language)
    for words in (lexicon.stop_words, lexicon.agreed, lexicon.blame, lexicon.held, lexicon.since):
        assert words
        assert all(isinstance(w, str) for w in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_contrast_has_two_readings_and_names_terms_of_the_library(language: str) -> None:
    for contrast in load_lexicon(language).contrasts:
        assert len(contrast.readings) >= 2, contrast.subject
        assert set(contrast.terms) <= KEYS, contrast.subject
        names = [r.name for r in contrast.readings]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_interest_has_a_name(language: str) -> None:
    lexicon = load_lexicon(language)
    assert set(lexicon.interests) == set(lexicon.interest_names)


def test_all_languages_read_the_same_units_and_interests() -> None:
    english, spanish = load_lexicon("en"), load_lexicon("es")
    assert set(english.units) == set(spanish.units)
    assert set(english.interests) == set(spanish.interests)
    assert len(english.months) == len(spanish.months) == 12
    assert len(english.weekdays) == len(spanish.weekdays) == 7
