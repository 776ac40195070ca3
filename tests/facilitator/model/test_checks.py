"""What a model's sentence has to pass before both sides read it."""

import pytest

from bot.casework.usage import Outcome
from bot.facilitator import load_library
from bot.facilitator.builtin.voice import voice
from bot.facilitator.model.caller import NotUsable
from bot.facilitator.model.checks import calm_sentence, in_language

LIBRARY = load_library()
ENGLISH, SPANISH = voice("en", LIBRARY), voice("es", LIBRARY)
LEXICONS = [ENGLISH.lexicon, SPANISH.lexicon]
KNOWN = ["In October 41 of 660 order lines were late."]


@pytest.mark.parametrize(
    "text",
    [
        "41 of 660 order lines were late",
        "Both sides speak of October.",
        "Nordpack says it never had the letter.",
    ],
)
def test_a_calm_grounded_sentence_passes(text: str) -> None:
    assert calm_sentence(text, KNOWN, ENGLISH, 200)


@pytest.mark.parametrize(
    "text",
    [
        "42 of 660 order lines were late.",
        "The penalty is 90 %.",
        "Nordpack is right.",
        "Nordpack is liable for the delay.",
        "It was their fault.",
        "Brightmart must pay the invoice.",
        "This is an outrageous claim.",
        "Hurray!",
        "Another supplier charges less.",
        "Watch your back in October.",
        "See https://a.example for more.",
        "<!channel> please look.",
        "Write to @everyone now.",
        "{{ secret }}",
        "",
        "   ",
        "word " * 60,
    ],
)
def test_verdicts_made_up_numbers_and_links_do_not_pass(text: str) -> None:
    assert calm_sentence(text, KNOWN, ENGLISH, 200) == ""


def test_a_link_that_a_side_wrote_may_be_repeated() -> None:
    assert calm_sentence("See https://a.example.", ["https://a.example"], ENGLISH, 200)


def test_another_language_is_noticed() -> None:
    in_language(["Both sides speak of the order of May."], ENGLISH, LEXICONS)
    in_language(["OTIF 98 %"], SPANISH, LEXICONS)
    with pytest.raises(NotUsable) as raised:
        in_language(["Las dos partes hablan del pedido de mayo."], ENGLISH, LEXICONS)
    assert raised.value.outcome is Outcome.WRONG_LANGUAGE


def test_a_language_that_nobody_here_speaks_is_noticed_in_a_longer_text() -> None:
    german = "Beide Seiten sprechen vom Auftrag und haben sich noch nicht ganz geeinigt, sagen sie."
    with pytest.raises(NotUsable):
        in_language([german], SPANISH, LEXICONS)
