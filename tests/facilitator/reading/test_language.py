"""The language is told by its most common words."""

import pytest

from bot.facilitator.reading.language import language_of
from bot.facilitator.reading.lexicon import LANGUAGES, load_lexicon

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
